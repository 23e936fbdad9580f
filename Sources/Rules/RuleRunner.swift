package import Diagnostics
package import Listing

/// CHECK: holds a listing against all rules.
package struct RuleRunner: Sendable {
    private let rules: [any Rule]
    private let packs: [RulePack]
    private let filter: FindingFilter

    package init(
        rules: [any Rule] = RuleRegistry.rules,
        packs: [RulePack] = [],
        filter: FindingFilter = .standard
    ) {
        self.rules = rules
        self.packs = packs
        self.filter = filter
    }

    /// Adds every finding to the listing's own report, and gives back what may be rendered: nothing, if the report has
    /// an error, be it from a rule or from an earlier stage.
    package func check(
        _ listing: ParsedListing,
        reporting report: inout DiagnosticReport
    ) -> (checked: CheckedListing?, coverage: Coverage) {
        var findingCounts: [String: Int] = [:]
        for rule in rules {
            let description = type(of: rule).description
            guard !filter.isOff(description.id) else { continue }
            let diagnostics = findings(of: rule, in: listing)
            // What is suppressed is not proved either.
            findingCounts[description.id] = diagnostics.count
            filter.add(diagnostics, of: description, sources: listing.bytes, to: &report)
        }
        let coverage = Coverage(of: listing, findings: findingCounts)
        return (report.hasErrors ? nil : CheckedListing(listing), coverage)
    }

    private func findings(of rule: any Rule, in listing: ParsedListing) -> [Diagnostic] {
        var findings = RuleFindings(for: type(of: rule).description)
        rule.check(listing, reporting: &findings)
        if let rule = rule as? any MarketplaceRule {
            for pack in packs { rule.check(listing, against: pack, reporting: &findings) }
        }
        return findings.diagnostics
    }
}

/// A listing that was held against all rules without an error: the only thing that can be rendered.
package struct CheckedListing: Sendable {
    package let listing: ParsedListing

    fileprivate init(_ listing: ParsedListing) {
        self.listing = listing
    }
}
