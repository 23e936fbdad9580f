/// What a report says of a rule besides its findings.
package struct RuleSummary: Sendable, Hashable {
    package let id: String
    package let severity: Severity
    /// The requirement, as a sentence.
    package let summary: String
    package let rationale: String
    /// The whole explanation, in Markdown.
    package let help: String

    package init(id: String, severity: Severity, summary: String, rationale: String, help: String) {
        self.id = id
        self.severity = severity
        self.summary = summary
        self.rationale = rationale
        self.help = help
    }
}
