import Diagnostics
import Listing
import LocatedJSON

/// Reads the chain of a listing, link by link, from what was parsed.
struct MatrixBuilder {
    let listing: ParsedListing
    let places: PlaceFinder
    /// Whether there was a catalogue, without which nothing is known of what scopes allow.
    let isChecked: Bool
    /// The places where a feature was found to be documented too thinly.
    private let thinSections: Set<SourceRange>

    init(
        _ listing: ParsedListing,
        report: DiagnosticReport,
        isChecked: Bool,
        sourceURL: @escaping SourceURL
    ) {
        self.listing = listing
        self.isChecked = isChecked
        places = PlaceFinder(listing, sourceURL: sourceURL)
        let findings = report.diagnostics + report.suppressed.map(\.diagnostic)
        thinSections = Set(findings.filter { $0.id == "feature-undocumented" }.compactMap(\.range))
    }

    var requests: [ScopeRequest] { listing.manifest?.scopes ?? [] }

    func section(of feature: Feature) -> ReviewCell {
        let sections = listing.sections(of: feature)
        let found = sections.map { places.place($0.range) }
        guard let longest = sections.map(\.wordCount).max() else { return ReviewCell(.missing, "no section") }
        guard isChecked else { return ReviewCell(.notChecked, at: found) }
        let isThin = sections.contains { thinSections.contains($0.range) }
        return isThin
            ? ReviewCell(.missing, "\(longest) word\(longest == 1 ? "" : "s") of prose", at: found)
            : ReviewCell(.present, at: found)
    }

    /// Where sections name a scope: the first place in each.
    func mentions(of names: Set<String>, in sections: [FeatureSection]) -> [ReviewPlace] {
        sections.filter { !$0.mentions.isDisjoint(with: names) }.map { section in
            let page = listing.pages.first { $0.name == section.page }
            let mention = page?.scopeMentions.first { mention in
                mention.range.bytes.start > section.range.bytes.start && names.contains(mention.scope)
            }
            return places.place(mention?.range ?? section.range)
        }
    }
}
