import Diagnostics
import Listing
import LocatedJSON

/// Reports two media of the manifest whose files hold the same bytes.
struct MediaDuplicated: Rule {
    static let description = RuleDescription(
        id: "media-duplicated",
        severity: .warning,
        summary: "No picture or video stands in the listing twice.",
        rationale: "The same picture under two names is to prove two things, and mostly a file was mixed up.",
        flagged: [
            RuleExample(
                manifest: """
                    {"media": [{"id": "a", "kind": "screenshot", "file": "media/a.png"},
                      {"id": "b", "kind": "screenshot", "file": ⟦"media/b.png"⟧}]}
                    """,
                media: ["media/a.png": .picture(contentHash: 7), "media/b.png": .picture(contentHash: 7)]
            ),
            RuleExample(
                manifest: """
                    {"media": [{"id": "a", "kind": "screenshot", "file": "media/a.png"},
                      {"id": "b", "kind": "screenshot", "file": ⟦"media/a.png"⟧}]}
                    """,
                media: ["media/a.png": .picture()]
            ),
        ],
        allowed: [
            RuleExample(
                manifest: """
                    {"media": [{"id": "a", "kind": "screenshot", "file": "media/a.png"},
                      {"id": "b", "kind": "screenshot", "file": "media/b.png"}]}
                    """,
                media: ["media/a.png": .picture(contentHash: 7), "media/b.png": .picture(contentHash: 8)]
            ),
            RuleExample(
                manifest: """
                    {"media": [{"id": "a", "kind": "screenshot", "file": "media/a.png"},
                      {"id": "b", "kind": "screenshot", "file": "media/b.png"}]}
                    """,
                media: ["media/a.png": .picture(), "media/b.png": .picture()]
            ),
        ]
    )

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        var first: [Content: Located<String>] = [:]
        for item in listing.manifest?.media ?? [] {
            guard let file = item.file, let asset = listing.asset(named: file.value) else { continue }
            let content = Content(asset)
            guard let original = first[content] else {
                first[content] = file
                continue
            }
            findings.report(
                original.value == file.value
                    ? "'\(file.value)' is named twice" : "'\(file.value)' has the same bytes as '\(original.value)'",
                at: file.range,
                notes: [Note("the other is here", at: original.range)]
            )
        }
    }

    /// The bytes of a file as far as they are needed to tell it from the others.
    private enum Content: Hashable {
        case hashed(UInt64, byteCount: Int)
        case only(name: String)

        init(_ asset: AssetFile) {
            self = asset.contentHash.map { .hashed($0, byteCount: asset.byteCount) } ?? .only(name: asset.name)
        }
    }
}
