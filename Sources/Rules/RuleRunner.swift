package import Diagnostics
package import Listing

/// CHECK: holds a listing against all rules.
package struct RuleRunner: Sendable {
    private let rules: [any Rule]
    private let packs: [RulePack]
    private let filter: FindingFilter
    /// Absent where nobody has named the catalogue beforehand; then it is built for each listing.
    private let vocabulary: Vocabulary?

    /// - Parameter catalogue: that of all listings to come.
    package init(
        rules: [any Rule] = RuleRegistry.rules,
        packs: [RulePack] = [],
        filter: FindingFilter = .standard,
        catalogue: Catalogue? = nil
    ) {
        vocabulary = catalogue.map { Vocabulary(of: $0, packs: packs) }
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
        let prose = prose(of: listing)
        for rule in rules {
            let description = type(of: rule).description
            guard !filter.isOff(description.id) else { continue }
            let diagnostics = findings(of: rule, in: listing, prose)
            // What is suppressed is not proved either.
            findingCounts[description.id] = diagnostics.count
            filter.add(diagnostics, of: description, sources: listing.bytes, to: &report)
        }
        let coverage = Coverage(of: listing, findings: findingCounts)
        return (report.hasErrors ? nil : CheckedListing(listing), coverage)
    }

    /// Nothing is read where no rule asks for it.
    private func prose(of listing: ParsedListing) -> ListingProse? {
        guard rules.contains(where: { $0 is any ProseRule && !filter.isOff(type(of: $0).description.id) }) else {
            return nil
        }
        return ListingProse(of: listing, vocabulary ?? Vocabulary(of: listing.catalogue, packs: packs))
    }

    private func findings(of rule: any Rule, in listing: ParsedListing, _ prose: ListingProse?) -> [Diagnostic] {
        var findings = RuleFindings(for: type(of: rule).description)
        rule.check(listing, reporting: &findings)
        if let rule = rule as? any MarketplaceRule {
            for pack in packs { rule.check(listing, against: pack, reporting: &findings) }
        }
        if let prose, let rule = rule as? any ProseRule { rule.check(prose, of: listing, reporting: &findings) }
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
