import Diagnostics
import Listing
import LocatedJSON

/// Reports a file beside the pages that nothing names.
struct MediaFileUnused: Rule {
    static let description = RuleDescription(
        id: "media-file-unused",
        severity: .warning,
        summary: "Every picture, video and caption file of a listing is named by its manifest or by a page.",
        rationale: """
            It is published with the rest, and nobody has looked at it: an old screenshot with a customer's name in it \
            can be found by anybody who guesses its address.
            """,
        flagged: [
            RuleExample(manifest: "{}", page: "Hi.\n", mediaTexts: ["media/extra.svg": "⟦⟧<svg/>"]),
            RuleExample(
                manifest: #"{"media": [{"id": "a", "kind": "logo", "file": "media/a.png"}]}"#,
                page: "![A member](media/b.png)\n",
                files: ["media/a.png", "media/b.png"],
                mediaTexts: ["media/c.en.vtt": "⟦⟧WEBVTT\n"]
            ),
        ],
        allowed: [
            RuleExample(
                manifest: """
                    {"media": [{"id": "a", "kind": "video", "file": "media/a.mp4", "poster": "media/a.png"}]}
                    """,
                page: "See [the drawing](media/b.svg).\n",
                files: ["media/a.mp4", "media/a.png", "media/b.svg"]
            ),
            RuleExample(manifest: "{}", page: "Hi.\n", files: ["media/notes.csv"]),
        ]
    )

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        guard let manifest = listing.manifest, listing.language.isMain else { return }
        let named = Set(manifest.media.lazy.flatMap { $0.files + $0.translatedFiles }.map(\.value))
        let unnamed = listing.assets.filter { !named.contains($0.name) && isMedium($0.name) }
        guard !unnamed.isEmpty else { return }
        let linked = linkedFiles(of: listing)
        for asset in unnamed where !linked.contains("\(listing.contentPath)/\(asset.name)") {
            findings.report("nothing names '\(asset.name)'", at: SourceRange(startOf: asset.path))
        }
    }

    private func isMedium(_ name: String) -> Bool {
        MediaFormat.named(by: name) != nil || name.lowercased().hasSuffix(".vtt")
    }

    private func linkedFiles(of listing: ParsedListing) -> Set<String> {
        var paths: Set<String> = []
        let pages = listing.pages + listing.translations.flatMap(\.pages)
        for link in pages.lazy.flatMap(\.links) {
            if case .content(let path, _) = link.destination { paths.insert(path) }
        }
        return paths
    }
}
