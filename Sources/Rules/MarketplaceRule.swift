package import Listing

/// A rule whose numbers come from the packs of the marketplaces that the site is checked against.
package protocol MarketplaceRule: Rule {
    /// Called once for each pack.
    func check(_ listing: ParsedListing, against pack: RulePack, reporting findings: inout RuleFindings)
}

extension MarketplaceRule {
    package var ofMarketplaces: (any MarketplaceRule)? { self }

    /// Most have nothing to hold a listing against without a pack.
    package func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {}
}
