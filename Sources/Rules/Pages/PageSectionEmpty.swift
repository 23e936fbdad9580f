import Diagnostics
import Listing
import Markdown

/// Reports a section of the marketplace's template with a heading and nothing below it.
struct PageSectionEmpty: TemplateRule {
    static let description = RuleDescription(
        id: "page-section-empty",
        summary: "A section that the marketplace's template asks for has something in it.",
        rationale: """
            A bare heading meets the form and tells the reader nothing. Words, code and pictures count, in the section \
            itself or in a part of it; headings and comments do not.
            """,
        flagged: [
            RuleExample(manifest: "{}", page: "⟦## Overview⟧\n\n## Setup\n\nPress Connect.\n", pack: pack),
            RuleExample(manifest: "{}", page: "⟦## Overview⟧\n\n<!-- soon -->\n\n### What it does\n", pack: pack),
            RuleExample(
                manifest: "{}",
                pages: ["index.md": "Hi.\n", "setup.md": "⟦---⟧\ntitle: A\nkind: setup\n---\n\n### First\n"],
                pack: pack
            ),
        ],
        allowed: [
            RuleExample(
                manifest: "{}",
                page: "## Overview\n\n### What it does\n\nMuch.\n\n## Setup\n\n1. A\n",
                pack: pack
            ),
            RuleExample(manifest: "{}", page: "## Overview\n\n![A member](screenshot:a)\n\n## Other\n", pack: pack),
        ]
    )

    private static let pack = examplePack(
        #""pages": [{"sections": [{"title": "Overview"}, {"title": "Setup", "pageKind": "setup"}], SOURCE}]"#
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
            guard let place = sections.place(of: section), !place.page.document.hasContent(in: place.nodes) else {
                continue
            }
            findings.report(
                "the section '\(section.title)' is empty",
                at: place.range,
                under: template.provenance,
                of: pack
            )
        }
    }
}
