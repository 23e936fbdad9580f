import Diagnostics

/// What stands in the way of writing a site or a report.
let outputProblems = [
    ProblemDescription(
        "export-object-unopened",
        severity: .warning,
        "Every object in the table of shared data is opened by a requested scope.",
        why: "HubSpot holds the table against the scopes, and an object that none of them opens is asked about.",
        mend: "Name the scope that opens it, or take the object out of \"data\"."
    ),
    ProblemDescription(
        "output-foreign-file",
        "The output folder holds nothing but what Candor wrote.",
        why: "Publishing replaces the folder, and what others keep there would be lost.",
        mend: "Move the file away, or choose another folder with '--output'."
    ),
    ProblemDescription(
        "output-inside-content",
        "The output folder does not lie in the content folder.",
        why: "A site would be read as content of the next one.",
        mend: "Choose another folder with '--output'."
    ),
    ProblemDescription(
        "output-not-a-folder",
        "The output is a folder.",
        why: "A site is many files.",
        mend: "Move away what stands in its place, or choose another folder with '--output'."
    ),
    ProblemDescription(
        "output-not-a-report",
        "A report is not written over a site.",
        why: "The site would be gone.",
        mend: "Choose another folder with '--output'."
    ),
]
