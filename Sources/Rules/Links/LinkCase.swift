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
                findings.report("'\(link.written)' is spelled '\(written)'", at: page.place(link.range))
            }
        }
    }
}

extension ParsedListing {
    /// The page or file of the listing that differs from a path only by capitals.
    func pathInOtherCase(of path: String) -> String? {
        let folded = path.lowercased()
        return contentPaths.first { $0.lowercased() == folded }
    }
}
