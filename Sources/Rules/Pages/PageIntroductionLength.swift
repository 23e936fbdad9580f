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
            RuleExample(manifest: "{}", page: "⟦---⟧\ntitle: A\n---\n\n## Overview\n\nMore.\n", pack: pack),
        ],
        allowed: [
            RuleExample(
                manifest: "{}",
                page: "It keeps points, e.g. of members. Nobody waits.\n\n## Overview\n",
                pack: pack
            ),
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
            guard count < least || count > most else { continue }
            findings.report(
                "the introduction has \(count) sentence\(count == 1 ? "" : "s"), and "
                    + (count < least ? "\(least) are the least" : "\(most) are the most"),
                at: place,
                under: template.provenance,
                of: pack
            )
        }
    }

    /// What is counted are the ends of sentences in the paragraphs before the first heading.
    private func introduction(of page: Page) -> (count: Int, place: SourceRange) {
        let document = page.document
        let end = document.headings.first?.node ?? document.nodes.count
        var count = 0
        var place: SourceRange?
        for index in 0..<end where document.nodes[index].kind == .paragraph && document.nodes[index].depth == 1 {
            count += Self.sentenceCount(in: Array(document.plainText(ofNode: index).utf8))
            if count > 0, place == nil { place = page.place(document.nodes[index].range) }
        }
        return (count, place ?? page.frontMatter.opening)
    }

    /// A mark before a blank and a capital ends a sentence, and so does the end of a paragraph with words in it.
    private static func sentenceCount(in text: [UInt8]) -> Int {
        guard text.contains(where: \.isInWord) else { return 0 }
        var count = 1
        for index in text.indices.dropLast(2) where ".!?".utf8.contains(text[index]) && text[index + 1] == 0x20 {
            let next = text[(index + 2)...].first { $0 != UInt8(ascii: "(") && $0 != UInt8(ascii: "\"") } ?? 0
            if next.isUpper || next >= 0x80 || next &- 0x30 < 10 { count += 1 }
        }
        return count
    }
}
