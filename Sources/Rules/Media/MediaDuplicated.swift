import Diagnostics
import Listing
import LocatedJSON

/// Reports two media of a listing whose files hold the same bytes.
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
            RuleExample(
                manifest: #"{"media": [{"id": "a", "kind": "screenshot", "file": "media/a.png"}]}"#,
                page: "![A](media/a.png) ![B](⟦media/b.png⟧) ![C](⟦media/c.png⟧) ![B](media/b.png)\n",
                media: [
                    "media/a.png": .picture(contentHash: 7), "media/b.png": .picture(contentHash: 7),
                    "media/c.png": .picture(contentHash: 7),
                ]
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
        var first: [Content: (name: String, range: SourceRange)] = [:]
        for (asset, range) in described(in: listing) + listing.undescribedPictures {
            let content = Content(asset)
            guard let original = first[content] else {
                first[content] = (asset.name, range)
                continue
            }
            findings.report(
                original.name == asset.name
                    ? "'\(asset.name)' is named twice" : "'\(asset.name)' has the same bytes as '\(original.name)'",
                at: range,
                notes: [Note("the other is here", at: original.range)]
            )
        }
    }

    private func described(in listing: ParsedListing) -> [(asset: AssetFile, range: SourceRange)] {
        (listing.manifest?.media ?? []).compactMap { item in
            guard let file = item.file, let asset = listing.asset(named: file.value) else { return nil }
            return (asset, file.range)
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
