import Diagnostics
import Listing
import LocatedJSON
import Markdown

/// Reports a section with more parts than the marketplace wants in it, or fewer.
struct PageSectionPartsCount: TemplateRule {
    static let description = RuleDescription(
        id: "page-section-parts-count",
        severity: .warning,
        summary: "A section has as many parts as the marketplace asks for: subsections or, without any, list items.",
        rationale: """
            Two or three use cases are read; of ten none is. A section of running text has no parts that could be counted.
            """,
        flagged: [
            RuleExample(manifest: "{}", page: "⟦## Use cases⟧\n\n- A\n- B\n- C\n- D\n", pack: pack),
            RuleExample(manifest: "{}", page: "⟦## Use cases⟧\n\n### Remind\n\n- A\n- B\n\n## More\n", pack: pack),
        ],
        allowed: [
            RuleExample(manifest: "{}", page: "## Use cases\n\n### Remind\n\nA\n\n### Greet\n\n- A\n- B\n", pack: pack),
            RuleExample(manifest: "{}", page: "## Use cases\n\n- A\n  - A1\n  - A2\n- B\n- C\n", pack: pack),
            RuleExample(manifest: "{}", page: "## Use cases\n\nRemind and greet members.\n", pack: pack),
        ]
    )

    private static let pack = examplePack(
        #""pages": [{"sections": [{"title": "Use cases", "leastParts": 2, "mostParts": 3}], SOURCE}]"#
    )

    func check(
        _ sections: TemplateSections,
        of listing: ParsedListing,
        against template: PageTemplate,
        of pack: RulePack,
        reporting findings: inout RuleFindings
    ) {
        guard listing.manifest != nil else { return }
        for section in template.sections {
            let least = section.leastParts ?? 0
            let most = section.mostParts ?? .max
            guard section.leastParts != nil || section.mostParts != nil, let place = sections.place(of: section) else {
                continue
            }
            let count = partCount(of: place)
            guard count > 0, count < least || count > most else { continue }
            findings.report(
                "the section '\(section.title)' has \(count) part\(count == 1 ? "" : "s"), and "
                    + (count < least ? "\(least) are the least" : "\(most) are the most"),
                at: place.range,
                under: template.provenance,
                of: pack
            )
        }
    }

    private func partCount(of place: TemplateSections.Place) -> Int {
        let level = Int32((place.heading?.level ?? 1) + 1)
        let nodes = place.page.document.nodes[place.nodes]
        let subsections = nodes.count { $0.kind == .heading && $0.depth == 1 && $0.number == level }
        // The items of the outermost lists.
        return subsections > 0 ? subsections : nodes.count { $0.kind.isItem && $0.depth == 2 }
    }
}
