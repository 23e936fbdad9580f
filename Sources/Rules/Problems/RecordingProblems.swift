import Diagnostics

/// What is wrong with recordings of traffic.
let recordingProblems = [
    ProblemDescription(
        "har-cut-off",
        "A recording of traffic is whole.",
        why: "Of what is missing at its end nobody knows which calls it would show.",
        mend: "Export it once more, and wait until the file is written."
    ),
    ProblemDescription(
        "har-empty",
        severity: .warning,
        "A recording of traffic has requests.",
        why: "Nothing follows from one without.",
        mend: "Open the tools for the network before the integration is used, and export afterwards."
    ),
    ProblemDescription(
        "har-entry-unreadable",
        severity: .warning,
        "Every entry of a recording has a request with a method and an absolute address.",
        why: "It cannot be told which call an entry without them is.",
        mend: "Export the recording once more, or remove the entry."
    ),
    ProblemDescription(
        "har-malformed",
        "A recording of traffic is JSON from its beginning to its end.",
        why: "What stands behind the fault cannot be told from what is meant.",
        mend: "Export it once more; a tool that removes secrets may have cut too much."
    ),
    ProblemDescription(
        "har-time-missing",
        severity: .warning,
        "Every request of a recording has a time (ISO 8601).",
        why: "Without one it counts in no peak.",
        mend: "Export the recording once more with its \"startedDateTime\"."
    ),
    ProblemDescription(
        "har-too-many-entries",
        "A recording has at most 200,000 entries.",
        why: "Those beyond it would not be read.",
        mend: "Divide the recording."
    ),
    ProblemDescription(
        "har-unknown",
        "Recorded traffic is a HAR file: JSON with \"entries\" in a \"log\".",
        why: "Of anything else it cannot be told which requests were made.",
        mend: "Take \"Export HAR\" of a browser or a proxy."
    ),
]
