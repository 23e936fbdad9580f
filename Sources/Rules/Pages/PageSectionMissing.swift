import Diagnostics
import Listing

/// Reports a section of the marketplace's template that no page has.
struct PageSectionMissing: TemplateRule {
    static let description = RuleDescription(
        id: "page-section-missing",
        summary: "The pages have every section of the marketplace's template.",
        rationale: """
            Readers know where to look when every listing has the same sections. A section may be a heading of any page \
            or a page of the fitting 'kind'; case, punctuation, numbers in front and "&" for "and" make no difference. A \
            heading that begins or ends with the wanted words is taken too, where no other does.
            """,
        flagged: [
            RuleExample(manifest: "⟦⟧{}", page: "## Overview\n", pack: pack),
            RuleExample(
                manifest: "⟦⟧{}",
                page: "## The overview of it all\n\n## FAQs & troubleshooting\n",
                pack: pack
            ),
            RuleExample(
                manifest: "⟦⟧{}",
                pages: ["index.md": "## Overview\n\n## FAQs and Troubleshooting\n", "index.fr.md": "## Overview\n"],
                pack: pack,
                languages: ["fr"]
            ),
        ],
        allowed: [
            RuleExample(manifest: "{}", page: "## Overview and limits\n\n## Our FAQs & Troubleshooting\n", pack: pack),
            RuleExample(manifest: "{}", page: "## 👋 Overview\n\n## 2. FAQs and Troubleshooting:\n", pack: pack),
            RuleExample(
                manifest: "{}",
                pages: ["index.md": "## overview\n", "faq.md": "---\ntitle: Questions\nkind: faq\n---\n\nNone.\n"],
                pack: pack
            ),
            // What nobody has translated is asked for in English alone.
            RuleExample(
                manifest: "{}",
                pages: [
                    "index.md": "## Overview\n\n## FAQs and Troubleshooting\n", "index.fr.md": "## Présentation\n",
                ],
                pack: pack,
                languages: ["fr"]
            ),
        ]
    )

    private static let pack = examplePack(
        """
        "pages": [{"sections": [{"title": "Overview", "translations": {"fr": ["Présentation"]}},
         {"title": "FAQs & Troubleshooting", "pageKind": "faq"}], SOURCE}]
        """
    )

    func check(
        _ sections: TemplateSections,
        of listing: ParsedListing,
        against template: PageTemplate,
        of pack: RulePack,
        reporting findings: inout RuleFindings
    ) {
        guard let manifest = listing.manifest, !listing.pages.isEmpty else { return }
        for section in template.sections where sections.place(of: section) == nil {
            let page = section.pageKind.map { ", and no page of the kind '\($0.rawValue)'" } ?? ""
            findings.report(
                "no page has the section '\(section.title)'" + page,
                at: manifest.start,
                under: template.provenance,
                of: pack
            )
        }
    }
}
