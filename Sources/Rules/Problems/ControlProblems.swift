import Diagnostics

/// What is wrong with what a directory says of the rules: severities, suppressions, the baseline, its marketplaces.
let controlProblems = [
    ProblemDescription(
        "baseline-stale",
        severity: .warning,
        "Everything that the baseline holds is still found.",
        why: "What has been mended must not come back unseen.",
        mend: "Run 'candor baseline'; it only shrinks unless it is told to grow."
    ),
    ProblemDescription(
        "marketplace-unknown",
        "There is a rule pack for every marketplace that the site names.",
        why: "Without a pack none of the marketplace's limits would be checked.",
        mend: "Take one of the packs that 'candor packs' lists, or put one into 'packs' in the content folder."
    ),
    ProblemDescription(
        "rule-not-adjustable",
        "A core rule is not lowered, and no baseline holds what it finds.",
        why: "That what is requested and claimed is documented is what a site built by Candor promises.",
        mend: "Mend the finding, or accept it with a suppression that says why and until when."
    ),
    ProblemDescription(
        "rule-unknown",
        "Severities and suppressions name rules that there are.",
        why: "A misspelt name would change nothing, and only a rule's findings can be adjusted.",
        mend: "Take a name that 'candor rules' lists."
    ),
    ProblemDescription(
        "suppression-expired",
        "A suppression has not come to its end.",
        why: "It was accepted until that day, and what it held back counts again.",
        mend: "Mend the finding and remove the suppression, or give it a new end with a reason that still holds."
    ),
    ProblemDescription(
        "suppression-place-too-wide",
        "A suppression is for a file or a listing.",
        why: "For the whole directory it would accept what is found in listings that nobody has written yet.",
        mend: "Name the listing or the file of each finding, with a reason of its own."
    ),
    ProblemDescription(
        "suppression-reason-short",
        severity: .warning,
        "A suppression says why the finding is accepted.",
        why: "Who reviews it has nothing but this sentence.",
        mend: "Write what stands in the way and who has agreed to it."
    ),
    ProblemDescription(
        "suppression-too-long",
        severity: .warning,
        "A suppression ends within two years.",
        why: "One without an end in sight switches the rule off, and nobody looks at it again.",
        mend: "Choose a day on which somebody is to look at the finding once more."
    ),
    ProblemDescription(
        "suppression-unused",
        severity: .warning,
        "A suppression suppresses something.",
        why: "What has been mended must not come back unseen; and a suppression of the wrong place hides nothing.",
        mend: "Remove it, or mend its \"rule\" and \"place\"."
    ),
]
