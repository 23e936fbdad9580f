import Diagnostics

/// What makes `platform.json` contradict itself: every listing is judged by it.
let catalogueProblems = [
    ProblemDescription(
        "catalogue-bundle-empty",
        "A bundle has members, and nothing else has.",
        why: "A bundle without members would grant nothing, and every listing with it would be wrong.",
        mend: "Name the members, or change the kind."
    ),
    ProblemDescription(
        "catalogue-cycle",
        "No scope grants one that grants it in turn.",
        why: "Neither would be wider than the other.",
        mend: "Remove one of the two from \"implies\" or \"members\"."
    ),
    ProblemDescription(
        "catalogue-description-repeated",
        "A description of the interface is named once.",
        why: "How its lists are meant could be said in two ways.",
        mend: "Keep the one that says it rightly."
    ),
    ProblemDescription(
        "catalogue-id-duplicated",
        "No two products, operations, or scopes of one actor have the same id.",
        why: "A listing that names the id must mean one thing.",
        mend: "Rename or remove one of them, or tell two scopes apart by their \"actors\"."
    ),
    ProblemDescription(
        "catalogue-scheme-unknown",
        "A document has the security schemes that the catalogue names.",
        why: "Of calls without any of them nothing would be known, and nothing checked.",
        mend: "Take the name that the message offers, or one of the document's own."
    ),
    ProblemDescription(
        "catalogue-scope-lists-unsaid",
        "It is said how the lists of scopes are meant in a document that describes the interface.",
        why: "Platforms differ, and contradict the formats they use: a guess would accuse honest listings.",
        mend: "Write \"scopeLists\" beside the document's name, after what the platform says of its lists."
    ),
    ProblemDescription(
        "catalogue-scope-unknown",
        "The catalogue has every scope that it refers to.",
        why: "A misspelt name would make an operation that nobody can be allowed.",
        mend: "Add the scope, or take the name that the message offers."
    ),
]
