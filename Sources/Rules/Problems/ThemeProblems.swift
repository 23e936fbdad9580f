import Diagnostics

/// What is wrong with a theme.
let themeProblems = [
    ProblemDescription(
        "template-kind-mismatch",
        "A tag of a template fits the kind of what it names.",
        why: "A list cannot be written as a text, and a text has no parts.",
        mend: "Use a section for lists and conditions, and a variable for texts."
    ),
    ProblemDescription(
        "template-name-duplicated",
        "No two templates of a theme have one name.",
        why: "Which of them is used would depend on chance.",
        mend: "Rename one of the files."
    ),
    ProblemDescription(
        "template-name-unknown",
        "A template names what its page has.",
        why: "A misspelt name would write nothing, and the page would lack it without a word.",
        mend: "Take one of the names that the message lists."
    ),
    ProblemDescription(
        "template-nested-too-deeply",
        "Templates bring one another in no deeper than the message says.",
        why: "A partial that brings in itself would have no end.",
        mend: "Take the circle apart."
    ),
    ProblemDescription(
        "template-partial-missing",
        "Every partial that a template brings in is there.",
        why: "A part of every page would be missing.",
        mend: "Add the file to the theme, or mend the name."
    ),
    ProblemDescription(
        "template-syntax",
        "A template is Mustache.",
        why: "A section that is not closed would take in the rest of the page.",
        mend: "Mend the tag that the message points at."
    ),
    ProblemDescription(
        "template-text-unknown",
        "Every text that a template names is there.",
        why: "A misspelt key would leave an empty spot on every page.",
        mend: "Take the key that the message offers, or add the text to the theme's texts/en.json."
    ),
    ProblemDescription(
        "template-unescaped-text",
        "Texts of authors are escaped.",
        why: "An unescaped text is HTML, and whoever writes a listing could run a script in every reader's browser.",
        mend: "Write the variable with two braces."
    ),
    ProblemDescription(
        "theme-extends-itself",
        "No theme extends itself, be it through others.",
        why: "There would be no end to it.",
        mend: "Remove one \"extends\" of the circle."
    ),
    ProblemDescription(
        "theme-file-unusable",
        "Every file of a theme can be read, and its templates are texts in UTF-8.",
        why: "A page without one of its parts would be published without a word.",
        mend: "Save the file as UTF-8, or make it smaller, as the message says."
    ),
    ProblemDescription(
        "theme-file-unused",
        severity: .warning,
        "Every file and template of a theme is used.",
        why: "A template under a misspelt name changes nothing, and the page looks as before.",
        mend: "Take the name that the message offers, or remove the file."
    ),
    ProblemDescription(
        "theme-missing",
        "There is the theme that the site or another theme names.",
        why: "Without it no page can be rendered.",
        mend: "Mend the name, or add the folder to the folder of themes."
    ),
    ProblemDescription(
        "theme-text-form-missing",
        severity: .warning,
        "A text for counts has a text for each form that its language has, by the rules of Unicode CLDR.",
        why: "Readers would find the wrong form beside some numbers.",
        mend: "Add the forms that the message names; a text that is the same for every number needs none."
    ),
    ProblemDescription(
        "theme-text-malformed",
        "The texts of a language are plain lines by their keys, and a text for counts says what it counts.",
        why: "A text that cannot be read would be missing on every page.",
        mend: "Write it as the documentation of themes shows."
    ),
    ProblemDescription(
        "theme-text-missing",
        severity: .warning,
        "The texts of a theme are there in every language of the site, and of its own files.",
        why: "Readers would find English words in the midst of their own language.",
        mend: "Add the texts to the file that the message points at."
    ),
    ProblemDescription(
        "theme-text-place-missing",
        severity: .warning,
        "A text in another language has the places that the English one has.",
        why: "Readers would not be told what is put into the place.",
        mend: "Write the place, in braces, where it belongs in the text."
    ),
    ProblemDescription(
        "theme-text-place-unknown",
        "A text has no places but those into which something is put.",
        why: "Readers would see the name of a place in braces.",
        mend: "Take one of the places that the message lists."
    ),
    ProblemDescription(
        "theme-text-unknown",
        severity: .warning,
        "Every text of a theme is used.",
        why: "A text under a misspelt key changes nothing, and pages say what they said before.",
        mend: "Take the key that the message offers, or remove the text."
    ),
]
