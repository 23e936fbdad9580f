import Diagnostics

/// What is wrong with a document of JSON as such, or with what stands in it by its schema.
let manifestProblems = [
    ProblemDescription(
        "json-key-duplicated",
        "No key stands twice in an object.",
        why: "Programs differ in which of the two they take.",
        mend: "Remove one of them."
    ),
    ProblemDescription(
        "json-nested-too-deeply",
        "Arrays and objects are not nested beyond the depth that the message names.",
        why: "Nothing that Candor reads needs it, and programs break over it.",
        mend: "Take the nesting apart; it is most likely the work of a faulty program."
    ),
    ProblemDescription(
        "json-syntax",
        "A manifest is JSON.",
        why: "A missing comma may change what everything after it means, so nothing is guessed.",
        mend: "Mend what the message points at. JSON has no comments and no comma behind the last item."
    ),
    ProblemDescription(
        "manifest-key-missing",
        "An object has every key that it must have.",
        why: "What is not said cannot be held against the pages.",
        mend: "Add the key; 'candor schema' prints what belongs into it, for people and for editors."
    ),
    ProblemDescription(
        "manifest-key-unknown",
        "An object has no key that means nothing.",
        why: "A misspelt key would be passed over, and with it all that it says.",
        mend:
            "Take the name that the message offers, if it is meant, or remove the key. 'candor fix' mends what is certain."
    ),
    ProblemDescription(
        "manifest-type-wrong",
        "A value is of the kind that its key asks for.",
        why: "A text where a list belongs is not read, and what depends on the list is not checked until it can be.",
        mend: "Write the value as the message says."
    ),
    ProblemDescription(
        "manifest-value-invalid",
        "A value has the form that its key asks for.",
        why:
            "Dates, addresses, file names and choices are compared with others, and what has no form compares with nothing.",
        mend: "Write the value in the form that the message names."
    ),
    ProblemDescription(
        "text-language-missing",
        "A text that is written in several languages is written in that of the directory.",
        why: "It is what readers of a language without a translation are shown.",
        mend: "Add the text under the tag that the message names."
    ),
    ProblemDescription(
        "text-untranslated",
        severity: .warning,
        "The texts of site.json and platform.json are there in every language of the directory.",
        why: "They stand on every page of a language, and readers of it would find them in another.",
        mend: "Add the texts under the tag that the message names."
    ),
    ProblemDescription(
        "text-language-unknown",
        "A text is written in languages that the directory has.",
        why: "Nobody would ever see it.",
        mend: "Correct the tag, or add the language to 'languages' in site.json."
    ),
]
