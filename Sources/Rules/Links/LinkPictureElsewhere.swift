import Diagnostics
import Listing

/// Reports a picture that another host or another listing keeps.
struct LinkPictureElsewhere: Rule {
    static let description = RuleDescription(
        id: "link-picture-elsewhere",
        summary: "Pictures stand in the listing's own folder.",
        rationale: """
            A picture of another host tells that host who reads the page, and it is gone on the day that the host tidies \
            up; the site shows only its words. A picture of another listing shows that integration, and changes with it.
            """,
        flagged: [
            RuleExample(page: "![Chart](⟦https://pictures.example/chart.png⟧)\n"),
            RuleExample(page: "[![Badge](⟦http://badges.example/1.svg⟧)](https://badges.example)\n"),
            RuleExample(manifest: "{}", page: "![Connect](⟦../other/media/connect.png⟧)\n"),
        ],
        allowed: [
            RuleExample(page: "![Chart](media/chart.png)\n", files: ["media/chart.png"]),
            RuleExample(page: "[The chart](https://pictures.example/chart.png)\n"),
        ]
    )

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        for page in listing.pages {
            for link in page.links where link.isPicture {
                guard let keeper = keeper(of: link, in: listing) else { continue }
                findings.report(
                    "the picture '\(link.written)' stands \(keeper)",
                    at: page.place(link.range),
                    notes: [Note("put the file into 'media' and show it from there")]
                )
            }
        }
    }

    /// Whose the picture is, if it is not the listing's own; the directory's own pages may show any.
    private func keeper(of link: PageLink, in listing: ParsedListing) -> String? {
        switch link.destination {
        case .external: "on another host"
        case .content(let path, _) where listing.manifest != nil && !listing.owns(path): "in another listing"
        default: nil
        }
    }
}
