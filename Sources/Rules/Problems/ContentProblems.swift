import Diagnostics

/// What is wrong with files and folders before anybody reads in them.
let contentProblems = [
    ProblemDescription(
        "file-missing",
        "Every file that the content needs is there.",
        why: "Without a site, a catalogue or a manifest nothing can be held against anything.",
        mend:
            "Write the file that the message names, or remove what refers to it; 'candor init' and 'candor new' write "
            + "complete beginnings."
    ),
    ProblemDescription(
        "file-name-invalid",
        "The names of files can stand in addresses.",
        why: "A control character or a backslash means something else on every machine and in every browser.",
        mend: "Rename the file, and what refers to it."
    ),
    ProblemDescription(
        "file-not-regular",
        "The content consists of files and folders.",
        why: "A pipe or a device may never end, and a folder in a file's place holds nothing to read.",
        mend: "Put a file there."
    ),
    ProblemDescription(
        "file-outside-content",
        "No link in the content folder leads out of it.",
        why: "What stands elsewhere on the machine must not be published by mistake.",
        mend: "Copy the file into the listing."
    ),
    ProblemDescription(
        "file-too-large",
        "Texts stay within the size that the message names.",
        why: "No page or manifest is so long; the file is probably something else.",
        mend: "Split the page, or remove the file."
    ),
    ProblemDescription(
        "file-type-not-allowed",
        "Among the media are pictures, videos, captions and texts alone.",
        why: "Everything in the folder is published as it is, and a reader's browser runs what it can run.",
        mend: "Remove the file, or convert it to one of the forms that the message names."
    ),
    ProblemDescription(
        "file-unexpected",
        severity: .warning,
        "Every file is used for something.",
        why: "What nobody reads was meant for something: a page with another ending, a picture in the wrong folder.",
        mend: "Move it where it belongs, or remove it."
    ),
    ProblemDescription(
        "file-unreadable",
        "Every file can be read.",
        why: "A file that is skipped would be missing from the site without a word.",
        mend: "Give the one who builds the right to read it."
    ),
    ProblemDescription(
        "integration-id-invalid",
        "The name of a listing's folder is an identifier: lower-case letters, digits and hyphens.",
        why: "It becomes a part of the listing's address.",
        mend: "Rename the folder."
    ),
    ProblemDescription(
        "integration-unknown",
        "A run is asked for integrations that there are.",
        why: "A misspelt name would check nothing, and nothing would be found.",
        mend: "Write the name of a folder below 'integrations'."
    ),
    ProblemDescription(
        "category-ambiguous",
        "No two categories share an address.",
        why: "\"E-mail\" and \"e mail\" would be one page under two names.",
        mend: "Agree on one spelling."
    ),
    ProblemDescription(
        "category-unknown",
        severity: .warning,
        "Categories that site.json names in other languages have listings.",
        why: "A name that is written otherwise than in the listings would be shown nowhere.",
        mend: "Write the category as the listings do, or remove it."
    ),
    ProblemDescription(
        "text-has-nul",
        "Texts have no NUL byte.",
        why: "Programs end a text there, each in its own way.",
        mend: "Save the file once more as text."
    ),
    ProblemDescription(
        "text-not-utf8",
        "Texts are UTF-8.",
        why: "In another encoding every letter beyond ASCII would be guessed.",
        mend: "Save the file as UTF-8."
    ),
]
