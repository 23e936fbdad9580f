import Diagnostics
import Listing

/// Reports a link to a page of the site itself by its full address.
struct LinkOwnAddressAbsolute: Rule {
    static let description = RuleDescription(
        id: "link-own-address-absolute",
        severity: .warning,
        summary: "A link to a page of the site itself names the file, not the address at which the site stands.",
        rationale: """
            In a preview, in a copy and after a move such a link leads to another site than the reader is on. Where the \
            site stands is the "baseURL" of 'site.json'; the page, file and heading that the address leads to are checked \
            as those of any link inside the content. What only the site has, such as the home page or the row of a \
            permission, has no file to name.
            """,
        flagged: [
            RuleExample(
                pages: [
                    "index.md": """
                    See [set-up](⟦https://help.example/integrations/acme/setup/#step-2⟧), [Baker](⟦HTTP://Help.Example/\
                    integrations/baker⟧) and <⟦https://help.example/pages/reading/index.html⟧>.

                    """,
                    "setup.md": "## Step 2\n",
                ],
                baseURL: "https://help.example/"
            ),
            RuleExample(
                page: "The [tour](⟦https://a.example/docs/integrations/acme/media/tour.mp4⟧)\n",
                files: ["media/tour.mp4"],
                baseURL: "https://a.example/docs/"
            ),
        ],
        allowed: [
            RuleExample(
                pages: ["index.md": "See [set-up](setup.md#step-2).\n", "setup.md": "## Step 2\n"],
                baseURL: "https://help.example/"
            ),
            RuleExample(
                page: """
                    See [all](https://help.example/), [a permission](https://help.example/integrations/acme/#scope-a), \
                    [elsewhere](https://help.example.org/integrations/acme/) and [below](https://help.example/help/pages/a/).

                    """,
                baseURL: "https://help.example/"
            ),
        ]
    )

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        for page in listing.pages {
            for link in page.links where link.isOwnAddress {
                guard case .content(let path, _) = link.destination, isWritableAsFile(link) else { continue }
                findings.report(
                    "'\(link.written)' is a page or file of this site, named by the address at which the site stands",
                    at: page.place(link.range),
                    fixes: fix(path, link, page, listing)
                )
            }
        }
    }

    private func isWritableAsFile(_ link: PageLink) -> Bool {
        link.written.firstIndex(of: "#").map {
            OwnAddress.isOfHeading(String(link.written[link.written.index(after: $0)...]))
        } ?? true
    }

    /// Offered for links that stand in the page as they are meant, and not for an address that is its own text.
    private func fix(_ path: String, _ link: PageLink, _ page: Page, _ listing: ParsedListing) -> [Fix] {
        guard let bytes = listing.bytes(at: page.path), link.range.end < bytes.count, link.range.start > 0,
            bytes[link.range.start..<link.range.end].elementsEqual(link.written.utf8),
            bytes[link.range.start - 1] == UInt8(ascii: "("), bytes[link.range.end] == UInt8(ascii: ")"),
            path.utf8.allSatisfy(\.isPlainInPath)
        else { return [] }
        let target = relativePath(to: path, from: page.contentPath) + link.written.drop { $0 != "#" }
        let edit = TextEdit(page.place(link.range), replacement: target)
        return [Fix("write '\(target)'", safety: .safe, edits: [edit])]
    }

    private func relativePath(to path: String, from page: String) -> String {
        let steps = path.split(separator: "/")
        let folder = page.split(separator: "/").dropLast()
        let common = zip(steps, folder).prefix { $0 == $1 }.count
        return String(repeating: "../", count: folder.count - common) + steps.dropFirst(common).joined(separator: "/")
    }
}
