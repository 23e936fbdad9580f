import Diagnostics
import Listing
import Markdown

/// Reports a step of a set-up with more pictures and videos than the marketplace allows.
struct PageVisualsPerStep: MarketplaceRule {
    static let description = RuleDescription(
        id: "page-visuals-per-step",
        summary: "A step has no more pictures and videos than the marketplace allows.",
        rationale: "With one picture a step, readers see at once which belongs to which.",
        flagged: [
            RuleExample(
                page: "1. Press it.\n\n   ![A](media/a.png)\n\n   ⟦![B](media/b.png)⟧\n2. Done.\n",
                files: ["media/a.png", "media/b.png"],
                pack: examplePack("pages", #""mostVisualsPerStep": 1"#)
            ),
            RuleExample(
                page: "### Step 1: Press it\n\n![A](media/a.png)\n\n#### Then\n\n⟦![B](media/b.png)⟧\n",
                files: ["media/a.png", "media/b.png"],
                pack: examplePack("pages", #""mostVisualsPerStep": 1"#)
            ),
        ],
        allowed: [
            RuleExample(
                page: "## Step by step\n\n![A](media/a.png)\n\n![B](media/b.png)\n",
                files: ["media/a.png", "media/b.png"],
                pack: examplePack("pages", #""mostVisualsPerStep": 1"#)
            ),
            RuleExample(
                page: "1. Press it.\n\n   ![A](media/a.png)\n2. Save it.\n\n   ![B](media/b.png)\n",
                files: ["media/a.png", "media/b.png"],
                pack: examplePack("pages", #""mostVisualsPerStep": 1"#)
            ),
            RuleExample(
                page: "### Step 1\n\n![A](media/a.png)\n\n### Also\n\n![A](media/a.png)\n\n- ![B](media/b.png)\n",
                files: ["media/a.png", "media/b.png"],
                pack: examplePack("pages", #""mostVisualsPerStep": 1"#)
            ),
        ]
    )

    func check(_ listing: ParsedListing, against pack: RulePack, reporting findings: inout RuleFindings) {
        for template in pack.pages {
            guard let most = template.mostVisualsPerStep else { continue }
            for page in listing.pages where page.visualCount > most {
                var steps = Steps(of: page)
                for index in page.document.nodes.indices {
                    guard let count = steps.visit(index), count > most else { continue }
                    findings.report(
                        "this is number \(count) of the pictures and videos in one step, and \(most) "
                            + (most == 1 ? "is the most" : "are the most"),
                        at: page.place(page.document.nodes[index].range),
                        under: template.provenance,
                        of: pack
                    )
                }
            }
        }
    }
}

/// The steps that are open while the nodes of a page are visited in order, and how much is shown in each.
private struct Steps {
    private let page: Page
    private var open: [(end: Int, isNumbered: Bool, isItem: Bool, count: Int)] = []
    /// Of a heading such as "Step 3".
    private var section: (level: Int32, count: Int)?
    /// How many headings have been passed.
    private var headingCount = 0

    init(of page: Page) {
        self.page = page
    }

    /// How many visuals the innermost step has, when the node is one of them.
    mutating func visit(_ index: Int) -> Int? {
        while let last = open.last, index >= last.end { open.removeLast() }
        let node = page.document.nodes[index]
        switch node.kind {
        case .orderedList, .bulletList:
            open.append((node.subtreeEnd, node.kind == .orderedList && isSteps(list: index), false, 0))
        case .item, .taskItem: open.append((node.subtreeEnd, open.last?.isNumbered == true, true, 0))
        case .heading:
            headingCount += 1
            if node.depth == 1 { enterSection(index) }
        case .image: return count()
        default: break
        }
        return nil
    }

    private var heading: MarkdownHeading? { headingCount > 0 ? page.document.headings[headingCount - 1] : nil }

    /// What a step is made of in turn is taken in steps too.
    private func isSteps(list: Int) -> Bool {
        open.contains(where: \.isNumbered) || page.isSteps(list: list, under: heading)
    }

    private mutating func enterSection(_ index: Int) {
        let level = page.document.nodes[index].number
        if let open = section, level > open.level { return }
        let isStep = level >= 2 && heading.map(page.isStep) ?? false
        section = isStep ? (level, 0) : nil
    }

    private mutating func count() -> Int? {
        if let step = open.lastIndex(where: { $0.isItem && $0.isNumbered }) {
            open[step].count += 1
            return open[step].count
        }
        section?.count += 1
        return section?.count
    }
}

extension Page {
    fileprivate var visualCount: Int { links.count(where: \.isPicture) + document.references.count(where: \.isImage) }
}
