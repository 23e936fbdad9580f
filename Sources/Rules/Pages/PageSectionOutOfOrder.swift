import Diagnostics
import Listing

/// Reports a section that stands before one that it should follow.
struct PageSectionOutOfOrder: TemplateRule {
    static let description = RuleDescription(
        id: "page-section-out-of-order",
        summary: "The sections of the marketplace's template come in its order, from the first page to the last.",
        rationale: "Prerequisites are of no use to somebody who has already begun.",
        flagged: [
            RuleExample(manifest: "{}", page: "## Setup\n\n⟦## Prerequisites⟧\n", pack: pack),
            RuleExample(
                manifest: "{}",
                pages: [
                    "index.md": "## Setup\n",
                    "z.md": "⟦## Prerequisites⟧\n\n⟦## Overview⟧\n",
                ],
                pack: pack
            ),
        ],
        allowed: [
            RuleExample(manifest: "{}", page: "## Overview\n\n## More\n\n## Prerequisites\n\n## Setup\n", pack: pack),
            RuleExample(manifest: "{}", pages: ["index.md": "## Overview\n", "z.md": "## Setup\n"], pack: pack),
            RuleExample(
                manifest: "{}",
                page: "## Setup\n\n## Overview\n",
                pack: examplePack(#""pages": [{"sections": [{"title": "Overview"}, {"title": "Setup"}], SOURCE}]"#)
            ),
        ]
    )

    private static let pack = examplePack(
        """
        "pages": [{"isOrdered": true, "sections": [{"title": "Overview"}, {"title": "Prerequisites"},
         {"title": "Setup"}], SOURCE}]
        """
    )

    func check(
        _ sections: TemplateSections,
        of listing: ParsedListing,
        against template: PageTemplate,
        of pack: RulePack,
        reporting findings: inout RuleFindings
    ) {
        guard listing.manifest != nil, template.isOrdered else { return }
        // From the last to the first, so that what stands too late is named and not all that follows it.
        var following: (section: PageTemplate.Section, place: TemplateSections.Place)?
        for section in template.sections.reversed() {
            guard let place = sections.place(of: section) else { continue }
            if let next = following, next.place.position < place.position {
                findings.report(
                    "the section '\(section.title)' stands behind '\(next.section.title)'",
                    at: place.range,
                    under: template.provenance,
                    of: pack,
                    notes: [Note("'\(next.section.title)' is here", at: next.place.range)]
                )
            } else {
                following = (section, place)
            }
        }
    }
}
