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

    /// Reports what a marketplace does not allow, and says where it says so; where that is not certain, it warns at most.
    mutating func report(
        _ message: String,
        at range: SourceRange,
        under provenance: Provenance,
        of pack: RulePack,
        notes: [Note] = [],
        fixes: [Fix] = []
    ) {
        let read = provenance.read.map { ", read \($0)" } ?? ""
        let doubt = provenance.doubt.map { " (\($0), so this is no error)" } ?? ""
        let origin = Note("\(pack.title) asks for it: \(provenance.source)\(read)\(doubt)")
        let detail = provenance.note.map { [Note($0)] } ?? []
        report(message, at: range, isCertain: provenance.isCertain, notes: [origin] + detail + notes, fixes: fixes)
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

    /// Tells what is worth knowing and nobody has to mend.
    mutating func tell(_ message: String, at range: SourceRange, notes: [Note] = []) {
        diagnostics.append(Diagnostic(id: id, severity: .note, message: message, range: range, notes: notes))
    }
}
