import Diagnostics
import Listing
import LocatedJSON

/// Reports a screenshot or video that no page shows.
struct MediaNeverShown: Rule {
    static let description = RuleDescription(
        id: "media-never-shown",
        severity: .warning,
        summary: "Every screenshot and video of the manifest is shown on a page.",
        rationale: "A picture without words around it explains nothing, and nobody keeps it up to date.",
        flagged: [
            RuleExample(
                manifest: #"{"media": [{"id": ⟦"a"⟧, "kind": "screenshot", "file": "media/a.png"}]}"#,
                page: "Some words.\n",
                files: ["media/a.png"]
            ),
            RuleExample(
                manifest: """
                    {"media": [{"id": "a", "kind": "screenshot", "file": "media/a.png"},
                      {"id": ⟦"b"⟧, "kind": "video", "url": "https://video.example/1"}]}
                    """,
                page: "![A](screenshot:a)\n",
                files: ["media/a.png"]
            ),
        ],
        allowed: [
            RuleExample(
                manifest: """
                    {"media": [{"id": "a", "kind": "screenshot", "file": "media/a.png"},
                      {"id": "b", "kind": "screenshot", "file": "media/b.png"}]}
                    """,
                page: "![A](screenshot:a) [B](media/b.png)\n",
                files: ["media/a.png", "media/b.png"]
            ),
            RuleExample(
                manifest: #"{"media": [{"id": "a", "kind": "logo", "file": "media/a.png"}]}"#,
                page: "Some words.\n",
                files: ["media/a.png"]
            ),
        ]
    )

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        guard let manifest = listing.manifest else { return }
        let hidden = manifest.media.filter { $0.kind != .logo && !listing.shownMedia.contains($0.id.value) }
        guard !hidden.isEmpty else { return }
        // What is to be a feature's evidence and is not shown is an error of its own.
        let evidence = Set(manifest.features.lazy.filter { $0.status != .planned }.flatMap(\.evidence).map(\.value))
        let linked = linkedFiles(of: listing)
        for item in hidden where !evidence.contains(item.id.value) {
            if let file = item.file, linked.contains("\(listing.contentPath)/\(file.value)") { continue }
            findings.report("no page shows \(item.kindName) '\(item.id.value)'", at: item.id.range)
        }
    }

    private func linkedFiles(of listing: ParsedListing) -> Set<String> {
        var paths: Set<String> = []
        for link in listing.pages.lazy.flatMap(\.links) {
            if case .content(let path, _) = link.destination { paths.insert(path) }
        }
        return paths
    }
}
