package import Diagnostics

/// Collects what one rule finds, stamped with the rule's own id and severity, so that none can be mislabelled.
package struct RuleFindings {
    package private(set) var diagnostics: [Diagnostic] = []
    private let id: String
    private let severity: Severity

    init(for description: RuleDescription) {
        id = description.id
        severity = description.severity
    }

    /// - Parameter isCertain: false where the rule cannot prove what it says; then it warns at most.
    mutating func report(
        _ message: String,
        at range: SourceRange,
        isCertain: Bool = true,
        notes: [Note] = [],
        fixes: [Fix] = []
    ) {
        let severity = isCertain ? severity : min(severity, .warning)
        diagnostics.append(
            Diagnostic(id: id, severity: severity, message: message, range: range, notes: notes, fixes: fixes)
        )
    }
}
