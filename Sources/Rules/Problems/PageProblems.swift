/// What is wrong with a page before its text is judged.
let pageProblems = [
    ProblemDescription(
        "front-matter-key-duplicated",
        "No key stands twice in the front matter.",
        why: "Nobody can tell which of the two is meant.",
        mend: "Remove one of the lines."
    ),
    ProblemDescription(
        "front-matter-key-missing",
        "The front matter has a title.",
        why: "The page stands under it in menus and search results.",
        mend: "Add a line 'title: …'."
    ),
    ProblemDescription(
        "front-matter-key-unknown",
        "The front matter has the keys title, description, kind, order and updated alone.",
        why: "A misspelt key would be passed over.",
        mend: "Take the name that the message offers, or remove the line."
    ),
    ProblemDescription(
        "front-matter-missing",
        "A page begins with its front matter.",
        why: "It says what the page is called and what it is for.",
        mend: "Begin the page with a line '---', a line 'title: …' and a line '---'."
    ),
    ProblemDescription(
        "front-matter-syntax",
        "A line of the front matter is a key, a colon and a value.",
        why:
            "The front matter is a small part of YAML, in which every line means one thing; beyond it nothing is guessed.",
        mend: "Write 'key: value' on one line, with quotation marks around a value that has special characters."
    ),
    ProblemDescription(
        "front-matter-unclosed",
        "A line '---' ends the front matter.",
        why: "Without it the whole page would be front matter.",
        mend: "Add the line."
    ),
    ProblemDescription(
        "front-matter-value-invalid",
        "A value of the front matter has the form that its key asks for.",
        why: "Pages are ordered and dated by these values.",
        mend: "Write the value in the form that the message names."
    ),
    ProblemDescription(
        "page-language-unknown",
        "A page that names a language in its file name names one that the directory has.",
        why: "The page would stand among those of another language, under a name that no reader expects.",
        mend: "Add the language to 'languages' in site.json, or rename the file."
    ),
    ProblemDescription(
        "page-original-missing",
        "What translates a page has that page beside it in the language of the directory.",
        why:
            "Readers of other languages are shown the original where a translation is missing, and here there is none.",
        mend: "Write the page without a language in its name, or rename the translation."
    ),
    ProblemDescription(
        "markdown-nested-too-deeply",
        "Quotations and lists are not nested beyond the depth that the message names.",
        why: "No reader follows, and programs break over it.",
        mend: "Take the nesting apart."
    ),
]
