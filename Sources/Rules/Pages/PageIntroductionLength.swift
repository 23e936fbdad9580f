import Diagnostics
import Listing
import LocatedJSON
import Markdown

/// Reports an overview whose first words are more than the marketplace wants, or fewer.
struct PageIntroductionLength: MarketplaceRule {
    static let description = RuleDescription(
        id: "page-introduction-length",
        severity: .warning,
        summary: "The overview begins with as many sentences as the marketplace asks for, before its first heading.",
        rationale: "They are all that most readers read: what it is, and which problem it solves.",
        flagged: [
            RuleExample(manifest: "{}", page: "⟦It keeps points.⟧\n\n## Overview\n\nMore.\n", pack: pack),
            RuleExample(manifest: "{}", page: "⟦One here. Two. Three! Four?⟧\n", pack: pack),
            RuleExample(manifest: "{}", page: "> ⟦It keeps points.⟧\n\n## Overview\n", pack: pack),
            RuleExample(manifest: "{}", page: "⟦ポイントを管理します。⟧\n", pack: pack),
            RuleExample(manifest: "{}", page: "⟦---⟧\ntitle: A\n---\n\n## Overview\n\nMore.\n", pack: pack),
        ],
        allowed: [
            RuleExample(
                manifest: "{}",
                page: "It keeps points, e.g. of members. Nobody waits.\n\n## Overview\n",
                pack: pack
            ),
            RuleExample(manifest: "{}", page: "> It keeps points.\n> Nobody waits.\n", pack: pack),
            RuleExample(manifest: "{}", page: "- It keeps points\n- Nobody waits\n", pack: pack),
            RuleExample(manifest: "{}", page: "It does two things. These are:\n\n- Points\n- Tiers\n", pack: pack),
            RuleExample(
                manifest: "{}",
                page: "It is made by Acme Inc. Dr. J. Smith et al. Wrote it. Nobody waits.\n",
                pack: pack
            ),
            RuleExample(manifest: "{}", page: "It is made by Acme Inc. Nobody waits.\n", pack: pack),
            RuleExample(manifest: "{}", page: "ポイントを管理します。「待つ人はいません。」\n", pack: pack),
            RuleExample(manifest: "{}", pages: ["setup.md": "## Connect\n"], pack: pack),
            RuleExample(page: "A page of the directory itself.\n", pack: pack),
        ]
    )

    private static let pack = examplePack(
        #""pages": [{"introductionLeastSentences": 2, "introductionMostSentences": 3, SOURCE}]"#
    )

    func check(_ listing: ParsedListing, against pack: RulePack, reporting findings: inout RuleFindings) {
        guard listing.manifest != nil, let page = listing.pages.first(where: \.isOverview) else { return }
        for template in pack.pages {
            let least = template.introductionLeastSentences ?? 0
            let most = template.introductionMostSentences ?? .max
            guard least > 0 || most < .max else { continue }
            let (count, place) = introduction(of: page)
            guard count.upperBound < least || count.lowerBound > most else { continue }
            let told = count.upperBound < least ? count.upperBound : count.lowerBound
            findings.report(
                "the introduction has \(told) sentence\(told == 1 ? "" : "s"), and "
                    + (told < least ? "\(least) are the least" : "\(most) are the most"),
                at: place,
                under: template.provenance,
                of: pack
            )
        }
    }

    /// What is counted are the ends of sentences before the first heading: in paragraphs and quotes or, without any, lists.
    private func introduction(of page: Page) -> (count: ClosedRange<Int>, place: SourceRange) {
        let document = page.document
        let end = document.headings.first { $0.isTopLevel }?.node ?? document.nodes.count
        var inText = Introduction()
        var inLists = Introduction()
        var listEnd = 0
        var asideEnd = 0
        for (index, node) in document.nodes[..<end].enumerated() {
            if node.kind.isList { listEnd = max(listEnd, node.subtreeEnd) }
            if node.kind == .alert { asideEnd = max(asideEnd, node.subtreeEnd) }
            guard node.kind == .paragraph, index >= asideEnd else { continue }
            let sentences = SentenceCount(Array(document.plainText(ofNode: index).utf8))
            if index < listEnd { inLists.add(sentences, node.range) } else { inText.add(sentences, node.range) }
        }
        let found = inText.place == nil ? inLists : inText
        return (found.count, found.place.map { page.place($0) } ?? page.frontMatter.opening)
    }
}

private struct Introduction {
    private(set) var count = 0...0
    private(set) var place: ByteRange?

    mutating func add(_ sentences: SentenceCount, _ range: ByteRange) {
        guard sentences.most > 0 else { return }
        count = (count.lowerBound + sentences.least)...(count.upperBound + sentences.most)
        if place == nil { place = range }
    }
}
