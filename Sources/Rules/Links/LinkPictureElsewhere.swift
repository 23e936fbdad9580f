import Diagnostics
import Listing

/// Reports a picture that another host keeps.
struct LinkPictureElsewhere: Rule {
    static let description = RuleDescription(
        id: "link-picture-elsewhere",
        summary: "Pictures stand in the listing's own folder.",
        rationale: """
            A picture of another host tells that host who reads the page, and it is gone on the day that the host tidies \
            up; the site shows only its words.
            """,
        flagged: [
            RuleExample(page: "![Chart](⟦https://pictures.example/chart.png⟧)\n"),
            RuleExample(page: "[![Badge](⟦http://badges.example/1.svg⟧)](https://badges.example)\n"),
        ],
        allowed: [
            RuleExample(page: "![Chart](media/chart.png)\n", files: ["media/chart.png"]),
            RuleExample(page: "[The chart](https://pictures.example/chart.png)\n"),
        ]
    )

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        for page in listing.pages {
            for link in page.links where link.isPicture {
                guard case .external = link.destination else { continue }
                findings.report(
                    "the picture '\(link.written)' stands on another host",
                    at: page.place(link.range),
                    notes: [Note("put the file into 'media' and show it from there")]
                )
            }
        }
    }
}
