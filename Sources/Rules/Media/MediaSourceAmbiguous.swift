import Diagnostics
import Listing
import LocatedJSON

/// Reports a medium that names both a file and an address.
struct MediaSourceAmbiguous: Rule {
    static let description = RuleDescription(
        id: "media-source-ambiguous",
        summary: "A medium is a file of the listing or lies at another host, not both.",
        rationale: "Readers see one of the two, and nobody can tell whether the other one shows the same.",
        flagged: [
            RuleExample(
                manifest: """
                    {"media": [{"id": "a", "kind": "video", "file": "media/a.mp4", "url": ⟦"https://v.example/a"⟧}]}
                    """,
                files: ["media/a.mp4"]
            ),
            RuleExample(
                manifest: """
                    {"media": [{"id": "a", "kind": "screenshot", "url": ⟦"https://p.example/a.png"⟧, "file": "a.png"}]}
                    """,
                files: ["a.png"]
            ),
        ],
        allowed: [
            RuleExample(
                manifest: #"{"media": [{"id": "a", "kind": "video", "file": "media/a.mp4"}]}"#,
                files: ["media/a.mp4"]
            ),
            RuleExample(manifest: #"{"media": [{"id": "a", "kind": "video", "url": "https://v.example/a"}]}"#),
        ]
    )

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        for item in listing.manifest?.media ?? [] {
            guard let file = item.file, let url = item.url else { continue }
            findings.report(
                "medium '\(item.id.value)' has a \"url\" beside its \"file\"",
                at: url.range,
                notes: [Note("the file is named here", at: file.range)]
            )
        }
    }
}
