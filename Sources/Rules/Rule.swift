package import Listing

/// A requirement that every listing is held against.
///
/// A rule has no state and reads no file; whatever it needs and cannot find in the listing has been reported by the
/// parser, whose error stops the build by itself.
package protocol Rule: Sendable {
    static var description: RuleDescription { get }

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings)

    // The rule itself where it wants to know more than the listing. Asked of the rule and not of the runtime, whose `as?`
    // goes through every conformance of the program before it says no.
    var ofMarketplaces: (any MarketplaceRule)? { get }
    var ofTemplates: (any TemplateRule)? { get }
    var ofProse: (any ProseRule)? { get }
    var ofDates: (any DatedRule)? { get }

    /// Whether the rule knows words of English, so that it can tell nothing of texts in another language.
    var readsEnglish: Bool { get }
}

extension Rule {
    package var ofMarketplaces: (any MarketplaceRule)? { nil }
    package var ofTemplates: (any TemplateRule)? { nil }
    package var ofProse: (any ProseRule)? { nil }
    package var ofDates: (any DatedRule)? { nil }
    package var readsEnglish: Bool { ofProse != nil }
}
