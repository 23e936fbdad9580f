import Diagnostics
import Listing

/// Reports a link to a page or file that is not there.
struct LinkTargetMissing: Rule {
    static let description = RuleDescription(
        id: "link-target-missing",
        summary: "A link inside the content leads to a page or file that exists.",
        rationale: "A dead link in a help page is a question without an answer. Capitals are a matter of 'link-case'.",
        flagged: [
            RuleExample(manifest: "{}", page: "See [set-up](⟦setpu.md⟧).\n"),
            RuleExample(
                manifest: "{}",
                pages: [
                    "index.md": "See [set-up](⟦set-up.md⟧), [a](⟦media/b.png⟧) and [b](⟦/index.md⟧).\n",
                    "setup.md": "Do.\n",
                ],
                files: ["media/a.png"]
            ),
            RuleExample(manifest: "{}", page: "![Outside](⟦../../../secret.png⟧)\n"),
        ],
        allowed: [
            RuleExample(
                manifest: "{}",
                pages: ["index.md": "See [set-up](setup.md) and [a](media/a.png).\n", "setup.md": "Do.\n"],
                files: ["media/a.png"]
            ),
            RuleExample(
                manifest: "{}",
                page: "See [the site](https://example.com/x.md) or [us](mailto:a@b.example).\n"
            ),
        ]
    )

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        for page in listing.pages {
            for link in page.links {
                switch link.destination {
                case .outside:
                    findings.report("'\(link.written)' leads out of the content folder", at: page.place(link.range))
                case .content(let path, _)
                where listing.owns(path) && !listing.has(path) && listing.pathInOtherCase(of: path) == nil:
                    let guess = closestMatch(to: path, among: listing.contentPaths)
                    findings.report(
                        "there is no '\(path)'" + didYouMean(guess.map { listing.name(of: $0) }),
                        at: page.place(link.range),
                        fixes: caseFix(path, link, page, listing)
                    )
                default: break
                }
            }
        }
    }

    /// Where only capitals are wrong there is no doubt; it is offered for destinations that stand in the page as they are
    /// meant, without escapes.
    private func caseFix(_ path: String, _ link: PageLink, _ page: Page, _ listing: ParsedListing) -> [Fix] {
        guard let target = onlyCaseDiffers(path, among: listing.contentPaths),
            let bytes = listing.bytes(at: page.path), link.range.end <= bytes.count,
            bytes[link.range.start..<link.range.end].elementsEqual(link.written.utf8)
        else { return [] }
        let name = listing.name(of: target)
        let rest = link.written.drop { $0 != "#" && $0 != "?" }
        guard !link.written.utf8.contains(UInt8(ascii: "%")), name.utf8.allSatisfy(\.isPlainInPath) else { return [] }
        let edit = TextEdit(page.place(link.range), replacement: name + rest)
        return [Fix("write '\(name)\(rest)'", safety: .safe, edits: [edit])]
    }
}

extension UInt8 {
    /// Whether the byte means itself in the path of an address and in Markdown.
    fileprivate var isPlainInPath: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"):
            true
        default: false
        }
    }
}
