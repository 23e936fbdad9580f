package import Diagnostics
package import Listing
package import LocatedJSON

/// The suppressions of a directory that hold on the day of the run.
package struct SuppressionList: Sendable {
    private let byRule: [String: [Suppression]]

    package static let none = SuppressionList(byRule: [:])

    private init(byRule: [String: [Suppression]]) {
        self.byRule = byRule
    }

    /// Takes those that hold and reports the rest: unknown rules, places that are everything, and
    /// suppressions that have come to their end.
    ///
    /// - Parameter today: nil where nobody says what day it is; then none has come to its end.
    package init(
        _ suppressions: [Suppression],
        today: CalendarDate?,
        reporting report: inout DiagnosticReport
    ) {
        var valid: [Suppression] = []
        for suppression in suppressions {
            if RuleRegistry.description(of: suppression.rule.value) == nil {
                Self.reportUnknown(suppression.rule, to: &report)
            } else if SuppressedPlace(suppression.place.value).isWholeDirectory {
                report.error(
                    "suppression-place-too-wide",
                    "'\(suppression.place.value)' is the whole directory, and a suppression is for a file or a listing",
                    at: suppression.place.range,
                    notes: [Note("name the listing: 'integrations/acme', or a file in it")]
                )
            } else if let today, suppression.until.value < today {
                report.error(
                    "suppression-expired",
                    "the suppression of '\(suppression.rule.value)' ended on \(suppression.until.value)",
                    at: suppression.until.range,
                    notes: [Note("today is \(today), and what it suppressed counts again")]
                )
            } else {
                valid.append(suppression)
                Self.warn(of: suppression, today: today, to: &report)
            }
        }
        byRule = Dictionary(grouping: valid, by: \.rule.value)
    }

    /// In days: who looks at a finding again after two years looks at another integration.
    private static let longestTime = 731
    private static let shortestReason = 10

    /// What a reviewer would not accept, though it holds.
    private static func warn(
        of suppression: Suppression,
        today: CalendarDate?,
        to report: inout DiagnosticReport
    ) {
        let reason = suppression.reason
        if reason.value.unicodeScalars.prefix(shortestReason).count < shortestReason {
            report.warning(
                "suppression-reason-short",
                "'\(reason.value)' does not say why '\(suppression.rule.value)' is accepted here",
                at: reason.range
            )
        }
        if let today, suppression.until.value.dayNumber - today.dayNumber > longestTime {
            report.warning(
                "suppression-too-long",
                "the suppression of '\(suppression.rule.value)' lasts until \(suppression.until.value), more than two "
                    + "years from now",
                at: suppression.until.range
            )
        }
    }

    private static func reportUnknown(_ rule: Located<String>, to report: inout DiagnosticReport) {
        let guess = closestMatch(to: rule.value, among: RuleRegistry.descriptions.map(\.id))
        report.error(
            "rule-unknown",
            "there is no rule '\(rule.value)'" + didYouMean(guess),
            at: rule.range,
            notes: [Note("only what a rule finds can be suppressed: a file that cannot be read cannot be published")],
            fixes: renameFix(guess, at: rule.range)
        )
    }

    /// The suppression that a finding falls under.
    ///
    /// - Parameter path: the finding's file, from the root of the content folder.
    func suppression(of diagnostic: Diagnostic, in path: String, parts: inout PartFinder) -> Suppression? {
        byRule[diagnostic.id]?.first { SuppressedPlace($0.place.value).covers(diagnostic, in: path, parts: &parts) }
    }

    /// Warns of every suppression that nothing was found for, among those whose rule and place were looked at.
    func reportUnused(in report: inout DiagnosticReport, wereLookedAt: (_ rule: String, _ path: String) -> Bool) {
        var used: Set<SourceRange> = []
        for finding in report.suppressed {
            if case .entry(let place, _, _) = finding.ground { used.insert(place) }
        }
        for suppression in byRule.values.joined() where !used.contains(suppression.range) {
            guard wereLookedAt(suppression.rule.value, SuppressedPlace(suppression.place.value).path) else { continue }
            report.warning(
                "suppression-unused",
                "rule '\(suppression.rule.value)' finds nothing at '\(suppression.place.value)' to be suppressed",
                at: suppression.range
            )
        }
    }
}
