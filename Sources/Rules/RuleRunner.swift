package import Diagnostics
package import Listing
package import LocatedJSON

/// CHECK: holds a listing against all rules.
package struct RuleRunner: Sendable {
    fileprivate let rules: [ActiveRule]
    private let ruleIDs: Set<String>
    // Nothing is read where no rule asks for it.
    private let readsProse: Bool
    private let readsTemplates: Bool
    private let packs: [RulePack]
    private let filter: FindingFilter
    private let today: CalendarDate?
    /// Absent where nobody has named the catalogue beforehand; then it is built for each listing.
    private let vocabulary: Vocabulary?

    /// - Parameters:
    ///   - catalogue: that of all listings to come.
    ///   - today: nil where nobody says what day it is.
    package init(
        rules: [any Rule] = RuleRegistry.rules,
        packs: [RulePack] = [],
        filter: FindingFilter = .standard,
        catalogue: Catalogue? = nil,
        today: CalendarDate? = nil
    ) {
        vocabulary = catalogue.map { Vocabulary(of: $0, packs: packs) }
        self.rules = rules.map(ActiveRule.init).filter { !filter.isOff($0.description.id) }
        ruleIDs = Set(self.rules.map(\.description.id))
        readsProse = self.rules.contains { $0.ofProse != nil }
        readsTemplates = self.rules.contains { $0.ofTemplates != nil }
        self.packs = packs
        self.filter = filter
        self.today = today
    }

    /// Adds every finding to the listing's own report, and gives back what may be rendered: nothing, if the report has
    /// an error, be it from a rule or from an earlier stage.
    package func check(
        _ listing: ParsedListing,
        reporting report: inout DiagnosticReport
    ) -> (checked: CheckedListing?, coverage: Coverage) {
        let editions = ([listing] + listing.translations.filter(\.isOffered)).map { Edition($0, self) }
        for rule in rules {
            let found = editions.map { $0.has(rule) ? findings(of: rule, in: $0) : [] }
            let diagnostics =
                found[0]
                + zip(editions, found).dropFirst().flatMap { edition, findings in
                    KnownFindings(found[0]).new(findings, in: edition.listing)
                }
            guard !diagnostics.isEmpty else { continue }
            filter.add(diagnostics, of: rule.description, sources: listing.bytes, to: &report)
        }
        let coverage = coverage(of: listing, editions[0].rules, report)
        return (report.hasErrors ? nil : CheckedListing(listing), coverage)
    }

    /// What cannot be told of a listing that was not read to the end, or not in a language that the rule knows, is not.
    fileprivate func applicable(to listing: ParsedListing) -> [ActiveRule] {
        let unread = listing.manifest?.unreadLists ?? []
        var rules = unread.isEmpty ? rules : rules.filter { unread.isDisjoint(with: $0.lists) }
        if !listing.unreadPages.isEmpty { rules.removeAll { PageReliance.reliesOnAllPages($0.description.id) } }
        if !listing.language.isEnglish { rules.removeAll(where: \.rule.readsEnglish) }
        return rules
    }

    /// What is suppressed is not proved either.
    private func coverage(of listing: ParsedListing, _ rules: [ActiveRule], _ report: DiagnosticReport) -> Coverage {
        let applied = rules.count == self.rules.count ? ruleIDs : Set(rules.map(\.description.id))
        return Coverage(
            of: listing,
            findings: report.diagnostics + report.suppressed.map(\.diagnostic),
            isApplied: applied.contains
        )
    }

    fileprivate func prose(of listing: ParsedListing) -> ListingProse? {
        guard readsProse else { return nil }
        return ListingProse(of: listing, vocabulary ?? Vocabulary(of: listing.catalogue, packs: packs))
    }

    /// What a single rule on prose finds.
    package static func findings(
        of rule: any ProseRule,
        in listing: ParsedListing,
        _ vocabulary: Vocabulary
    ) -> [Diagnostic] {
        var findings = RuleFindings(for: type(of: rule).description)
        rule.check(ListingProse(of: listing, vocabulary), of: listing, reporting: &findings)
        return findings.diagnostics
    }

    private func findings(of rule: ActiveRule, in edition: Edition) -> [Diagnostic] {
        let listing = edition.listing
        var findings = RuleFindings(for: rule.description)
        rule.rule.check(listing, reporting: &findings)
        if let marketplaceRule = rule.ofMarketplaces {
            for pack in packs { marketplaceRule.check(listing, against: pack, reporting: &findings) }
        }
        if let templateRule = rule.ofTemplates, let templates = edition.templates {
            for (template, pack) in templates.ofPacks {
                templateRule.check(templates.sections, of: listing, against: template, of: pack, reporting: &findings)
            }
        }
        if let datedRule = rule.ofDates, let today { datedRule.check(listing, on: today, reporting: &findings) }
        if let proseRule = rule.ofProse, let prose = edition.prose {
            proseRule.check(prose, of: listing, reporting: &findings)
        }
        return findings.diagnostics
    }

    fileprivate func templates(of listing: ParsedListing) -> Templates? {
        readsTemplates ? Templates(packs, listing) : nil
    }
}

/// A listing in one language, with what rules ask of it read once.
private struct Edition {
    let listing: ParsedListing
    let rules: [ActiveRule]
    let prose: ListingProse?
    let templates: Templates?
    private let isHeldAgainstAll: Bool
    private let ids: Set<ObjectIdentifier>

    init(_ listing: ParsedListing, _ runner: RuleRunner) {
        self.listing = listing
        rules = runner.applicable(to: listing)
        prose = listing.language.isEnglish ? runner.prose(of: listing) : nil
        templates = runner.templates(of: listing)
        isHeldAgainstAll = rules.count == runner.rules.count
        ids = isHeldAgainstAll ? [] : Set(rules.map { ObjectIdentifier($0) })
    }

    func has(_ rule: ActiveRule) -> Bool { isHeldAgainstAll || ids.contains(ObjectIdentifier(rule)) }
}

/// The templates of the packs as a listing in its language is held against them.
private struct Templates {
    let sections: TemplateSections
    let ofPacks: [(PageTemplate, RulePack)]

    init(_ packs: [RulePack], _ listing: ParsedListing) {
        sections = TemplateSections(of: listing)
        ofPacks = packs.flatMap { pack in pack.pages.map { ($0.translated(into: listing.language), pack) } }
    }
}

/// A rule that runs, with what is asked of it for each listing looked up once.
///
/// A class, since every listing goes through all of them and a value would be copied each time.
private final class ActiveRule: Sendable {
    let rule: any Rule
    let description: RuleDescription
    let ofMarketplaces: (any MarketplaceRule)?
    let ofProse: (any ProseRule)?
    let ofDates: (any DatedRule)?
    let ofTemplates: (any TemplateRule)?
    let lists: Set<IntegrationManifest.List>

    init(_ rule: any Rule) {
        self.rule = rule
        description = type(of: rule).description
        ofMarketplaces = rule.ofMarketplaces
        ofProse = rule.ofProse
        ofDates = rule.ofDates
        ofTemplates = rule.ofTemplates
        lists = ListReliance.lists(of: description.id)
    }
}

/// A listing that was held against all rules without an error: the only thing that can be rendered.
package struct CheckedListing: Sendable {
    package let listing: ParsedListing

    /// The same in the other languages of the directory: checked where it is offered in them, and elsewhere shown in the
    /// main language, in which it was checked.
    package var translations: [CheckedListing] { listing.translations.map(CheckedListing.init) }

    fileprivate init(_ listing: ParsedListing) {
        self.listing = listing
    }
}
