package import Diagnostics

/// What there is to know about a problem that no rule finds: an earlier stage does, or what the directory asked for is.
///
/// It has no switch: a file that cannot be read cannot be published, and what was configured wrongly does not hold.
package struct ProblemDescription: Sendable {
    package let id: String
    package let severity: Severity
    /// The requirement, as a sentence.
    package let summary: String
    /// Why it is asked for.
    package let rationale: String
    /// How it is mended.
    package let mending: String

    init(
        _ id: String,
        severity: Severity = .error,
        _ summary: String,
        why rationale: String,
        mend mending: String
    ) {
        self.id = id
        self.severity = severity
        self.summary = summary
        self.rationale = rationale
        self.mending = mending
    }
}

/// All of them, ordered by id; a test holds the list equal to the ids that the program reports.
package enum ProblemRegistry {
    package static let descriptions =
        (appManifestProblems + contentProblems + manifestProblems + pageProblems + catalogueProblems
        + descriptionProblems + recordingProblems + controlProblems
        + themeProblems
        + outputProblems)
        .sorted { $0.id < $1.id }

    package static func description(of id: String) -> ProblemDescription? {
        descriptions.first { $0.id == id }
    }
}
