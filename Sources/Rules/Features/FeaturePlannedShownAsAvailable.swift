import Diagnostics
import Listing
import LocatedJSON
import Markdown

/// Reports a planned feature that is described or shown as if it were there.
struct FeaturePlannedShownAsAvailable: ProseRule {
    static let description = RuleDescription(
        id: "feature-planned-shown-as-available",
        severity: .warning,
        summary: "What is planned is described as planned, and no picture shows it as if it were there.",
        rationale: """
            The badge beside a planned feature stands on the site alone, not in search results and not in what is copied. \
            The rule warns of the section of a feature with the status "planned" when neither its heading nor any of its \
            own sentences has a word for what is to come: planned, soon, later, coming, will, "not yet", "not \
            available", "in development" and their like. It also warns of each of the feature's "evidence" \
            whose "alt" and "caption" have no such word either, and of each picture of the section that the manifest does \
            not describe and whose alternative text has none. A feature in beta is there.
            """,
        flagged: [
            RuleExample(
                manifest: #"{"features": [{"id": "cards", "status": "planned"}]}"#,
                page: "## ⟦[Gift cards](feature:cards)⟧\n\nAcorn writes the balance of each card. ~~Planned.~~\n"
            ),
            RuleExample(
                manifest: """
                    {"features": [{"id": "cards", "status": "planned", "evidence": [⟦"screen"⟧]}],
                     "media": [{"id": "screen", "kind": "screenshot", "file": "media/a.png", "alt": "The list of cards"}]}
                    """,
                page: "## [Gift cards](feature:cards)\n\nPlanned for the spring.\n\n![Cards](screenshot:screen)\n",
                files: ["media/a.png"]
            ),
            RuleExample(
                manifest: #"{"features": [{"id": "cards", "status": "planned"}]}"#,
                page: "## [Gift cards](feature:cards)\n\nPlanned.\n\n⟦![Cards](a.png)⟧\n\n![Planned list](b.png)\n",
                files: ["a.png", "b.png"]
            ),
            RuleExample(
                manifest: #"{"features": [{"id": "cards", "status": "planned"}, {"id": "mail"}]}"#,
                page: """
                    ## ⟦[Gift cards](feature:cards)⟧

                    A member sees it 24 hours later, and in beta.

                    ### [Mail](feature:mail)

                    Later this year also in colour.
                    """
            ),
        ],
        allowed: [
            RuleExample(
                manifest: #"{"features": [{"id": "cards", "status": "planned"}]}"#,
                page: "## [Gift cards](feature:cards)\n\nThis cannot be used yet.\n"
            ),
            RuleExample(
                manifest: #"{"features": [{"id": "cards", "status": "planned"}]}"#,
                pages: ["index.md": "## [Gift cards (planned)](feature:cards)\n\nAcorn writes the balance.\n"]
            ),
            RuleExample(
                manifest: """
                    {"features": [{"id": "cards", "status": "planned", "evidence": ["screen"]},
                                  {"id": "mail", "status": "beta"}],
                     "media": [{"id": "screen", "kind": "screenshot", "file": "media/a.png", "alt": "Cards",
                                "caption": "A mock-up of what is planned"}]}
                    """,
                page:
                    "## [Gift cards](feature:cards)\n\nWe are working on it.\n\n## [Mail](feature:mail)\n\nIs sent.\n",
                files: ["media/a.png"]
            ),
        ]
    )

    func check(_ prose: ListingProse, of listing: ParsedListing, reporting findings: inout RuleFindings) {
        guard let manifest = listing.manifest else { return }
        for feature in manifest.features where feature.status == .planned {
            for section in listing.sections(of: feature) where !tellsFuture(section, of: listing, prose.vocabulary) {
                findings.report(
                    "feature '\(feature.id.value)' is planned, but its section speaks of it as if it were there",
                    at: section.range,
                    notes: [
                        Note("say in its text that it is not there yet; the manifest does here", at: feature.id.range)
                    ]
                )
            }
            for section in listing.sections(of: feature) {
                checkPictures(in: section, of: feature, listing, prose, &findings)
            }
            for evidence in feature.evidence {
                guard let item = manifest.mediaItem(evidence.value), !tellsFuture(item, prose) else { continue }
                findings.report(
                    "feature '\(feature.id.value)' is planned, but '\(evidence.value)' shows it as if it were there",
                    at: evidence.range,
                    notes: [Note("if it is a mock-up, its \"caption\" should say so", at: item.id.range)]
                )
            }
        }
    }

    /// Those of the section that the manifest does not describe.
    private func checkPictures(
        in section: FeatureSection,
        of feature: Feature,
        _ listing: ParsedListing,
        _ prose: ListingProse,
        _ findings: inout RuleFindings
    ) {
        guard let page = listing.pages.first(where: { $0.path == section.range.path }) else { return }
        let document = page.document
        let references = Set(document.references.map(\.node))
        for index in section.nodes.joined()
        where document.nodes[index].kind == .image && !references.contains(index) {
            let range = page.place(document.nodes[index].range)
            let words = Prose(
                of: [Located(document.plainText(ofNode: index), at: range)],
                path: page.path,
                prose.vocabulary
            )
            guard !Futurity(prose.vocabulary).isToldBy(words) else { continue }
            findings.report(
                "feature '\(feature.id.value)' is planned, but this picture shows it as if it were there",
                at: range,
                notes: [Note("if it is a mock-up, the words in its place should say so", at: feature.id.range)]
            )
        }
    }

    private func tellsFuture(_ section: FeatureSection, of listing: ParsedListing, _ vocabulary: Vocabulary) -> Bool {
        guard let page = listing.pages.first(where: { $0.path == section.range.path }) else { return true }
        let future = Futurity(vocabulary)
        let headings = page.document.headings.filter { heading in section.nodes.contains { $0.contains(heading.node) } }
        let titles = headings.map { Located($0.title, at: section.range) }
        return future.isToldBy(Prose(of: titles, path: page.path, vocabulary))
            || future.isToldBy(Prose(of: page.document, in: section.nodes, vocabulary))
    }

    private func tellsFuture(_ item: MediaItem, _ prose: ListingProse) -> Bool {
        let words = [item.alt, item.caption].compactMap(\.self)
        return Futurity(prose.vocabulary).isToldBy(Prose(of: words, path: item.range.path, prose.vocabulary))
    }
}
