package import Diagnostics
package import Listing
import LocatedJSON

/// The severities that a directory gives to rules in its `site.json`.
package struct RuleLevels: Sendable {
    /// nil for a rule that is switched off.
    private var severities: [String: Severity?] = [:]

    package static let standard = RuleLevels()

    private init() {}

    /// Takes what is allowed and reports the rest: unknown rules, and core rules that were to be lowered.
    package init(_ levels: [RuleLevel], reporting report: inout DiagnosticReport) {
        for level in levels {
            guard let description = RuleRegistry.description(of: level.rule.value) else {
                let guess = closestMatch(to: level.rule.value, among: RuleRegistry.descriptions.map(\.id))
                report.error(
                    "rule-unknown",
                    "there is no rule '\(level.rule.value)'" + didYouMean(guess),
                    at: level.rule.range,
                    fixes: renameFix(guess, at: level.rule.range)
                )
                continue
            }
            if description.isCore, level.severity != .error {
                report.error(
                    "rule-not-adjustable",
                    "rule '\(description.id)' cannot be lowered: it is a part of what readers rely on",
                    at: level.rule.range
                )
                continue
            }
            severities[description.id] = .some(level.severity)
        }
    }

    /// The severity of what a rule finds for certain; nil when it is switched off.
    package func severity(of id: String) -> Severity? {
        if let level = severities[id] { return level }
        return RuleRegistry.description(of: id)?.severity
    }

    func isOff(_ id: String) -> Bool {
        if case .some(.none) = severities[id] { return true }
        return false
    }

    /// A finding that its rule itself holds for uncertain is not raised above what the rule gave it.
    func adjusted(_ diagnostic: Diagnostic, of description: RuleDescription) -> Diagnostic {
        guard case .some(.some(let severity)) = severities[diagnostic.id] else { return diagnostic }
        var adjusted = diagnostic
        adjusted.severity = diagnostic.severity < description.severity ? min(severity, diagnostic.severity) : severity
        return adjusted
    }
}
