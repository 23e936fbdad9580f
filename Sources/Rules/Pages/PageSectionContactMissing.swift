import Diagnostics
import Listing
import LocatedJSON
import Markdown

/// Reports a section on help that does not tell where to get it.
struct PageSectionContactMissing: TemplateRule {
    static let description = RuleDescription(
        id: "page-section-contact-missing",
        severity: .warning,
        summary: "A section on help names everybody whom the marketplace wants named, and a way to reach the maker.",
        rationale: """
            A customer with a problem does not know whose it is. The maker is reached where there is a link or an e-mail \
            address, or a link to a page of the listing on support; the marketplace is named where its name stands.
            """,
        flagged: [
            RuleExample(manifest: "{}", page: "⟦## Support⟧\n\nAsk MoEngage or us.\n", pack: pack),
            RuleExample(manifest: "{}", page: "⟦## Support⟧\n\nWrite to [us](mailto:help@acme.example).\n", pack: pack),
            RuleExample(
                manifest: "{}",
                pages: [
                    "index.md": "⟦## Support⟧\n\nSee [how to begin](setup.md), or ask MoEngage.\n",
                    "setup.md": "Begin.\n",
                ],
                pack: pack
            ),
        ],
        allowed: [
            RuleExample(
                manifest: "{}",
                page: "## Support\n\n- Runs: help@acme.example\n- Keys: MoEngage support\n",
                pack: pack
            ),
            RuleExample(manifest: "{}", page: "## Overview\n\nNobody.\n", pack: pack),
            RuleExample(
                manifest: "{}",
                pages: [
                    "index.md": "## Support\n\nSee [whom to ask](support.md), MoEngage or us.\n",
                    "support.md": "Write to help@acme.example.\n",
                ],
                pack: pack
            ),
        ]
    )

    private static let pack = examplePack(
        #""pages": [{"sections": [{"title": "Support", "names": ["MoEngage"], "needsContact": true}], SOURCE}]"#
    )

    func check(
        _ sections: TemplateSections,
        of listing: ParsedListing,
        against template: PageTemplate,
        of pack: RulePack,
        reporting findings: inout RuleFindings
    ) {
        guard listing.manifest != nil else { return }
        for section in template.sections where section.needsContact || !section.names.isEmpty {
            // Of an empty one there is nothing more to say.
            guard let place = sections.place(of: section), place.page.document.hasContent(in: place.nodes) else {
                continue
            }
            for fault in faults(of: section, at: place, in: listing) {
                findings.report(
                    "the section '\(section.title)' \(fault)",
                    at: place.range,
                    under: template.provenance,
                    of: pack
                )
            }
        }
    }

    private func faults(
        of section: PageTemplate.Section,
        at place: TemplateSections.Place,
        in listing: ParsedListing
    ) -> [String] {
        let document = place.page.document
        let nodes = document.nodes[place.nodes]
        var text = FoldedText()
        for node in nodes where node.kind == .text {
            text.append(document.literalBytes(of: node))
            text.endWord()
        }
        let silent = section.names.filter { !text.contains(FoldedText($0)) }.map { "does not name \($0)" }
        guard section.needsContact else { return silent }
        let isReachable = nodes.contains { document.isContact($0) || leadsToSupport($0, place.page, listing) }
        return silent + (isReachable ? [] : ["has no link and no e-mail address"])
    }

    /// A page of the listing, other than the one at hand, that is about support.
    private func leadsToSupport(_ node: MarkdownNode, _ page: Page, _ listing: ParsedListing) -> Bool {
        guard node.kind == .link,
            case .content(let path, _) = LinkDestination(page.document.destination(of: node), in: page.contentPath),
            path != page.contentPath, let other = listing.page(at: path)
        else { return false }
        return other.frontMatter.kind?.value == .support || ["support", "contact", "help"].contains(other.slug)
    }
}

extension MarkdownDocument {
    /// A link to anywhere but a part of the page, or an address as text or code.
    fileprivate func isContact(_ node: MarkdownNode) -> Bool {
        switch node.kind {
        case .link: destinationBytes(of: node).contains(UInt8(ascii: ":"))
        case .text, .code: literalBytes(of: node).contains(UInt8(ascii: "@"))
        default: false
        }
    }
}
