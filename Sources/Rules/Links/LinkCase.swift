import Diagnostics
import Listing

/// Reports a link to a page or file that is there in another spelling of capitals.
struct LinkCase: Rule {
    static let description = RuleDescription(
        id: "link-case",
        summary: "A link inside the content has the capitals of the file that it leads to.",
        rationale: "It works on the author's machine and is dead on the server, which tells capitals apart.",
        flagged: [
            RuleExample(
                manifest: "{}",
                pages: [
                    "index.md": "See [set-up](⟦Setup.md⟧) or [step 2](⟦SETUP.md#step-2⟧).\n", "setup.md": "## Step 2\n",
                ]
            ),
            RuleExample(manifest: "{}", page: "![A chart](⟦media/Chart.PNG⟧)\n", files: ["media/chart.png"]),
        ],
        allowed: [
            RuleExample(manifest: "{}", page: "![A chart](media/Chart.PNG)\n", files: ["media/Chart.PNG"]),
            RuleExample(manifest: "{}", page: "See [set-up](setpu.md).\n"),
        ]
    )

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        for page in listing.pages {
            for link in page.links {
                guard case .content(let path, _) = link.destination, listing.owns(path), !listing.has(path),
                    let existing = listing.pathInOtherCase(of: path)
                else { continue }
                let written = listing.name(of: existing)
                findings.report(
                    "'\(link.written)' is spelled '\(written)'",
                    at: page.place(link.range),
                    fixes: fix(path, link, page, listing)
                )
            }
        }
    }

    /// Where only capitals are wrong there is no doubt; it is offered for destinations that stand in the page as they are
    /// meant, without escapes.
    private func fix(_ path: String, _ link: PageLink, _ page: Page, _ listing: ParsedListing) -> [Fix] {
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

extension ParsedListing {
    /// The page or file of the listing that differs from a path only by capitals.
    func pathInOtherCase(of path: String) -> String? {
        let folded = path.lowercased()
        return contentPaths.first { $0.lowercased() == folded }
    }
}

extension UInt8 {
    /// Whether the byte means itself in the path of an address and in Markdown.
    var isPlainInPath: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"):
            true
        default: false
        }
    }
}
