import Diagnostics
import Listing
import LocatedJSON

/// Reports a picture or video that is cut off, damaged, or not what its name says.
struct MediaFileBroken: Rule {
    static let description = RuleDescription(
        id: "media-file-broken",
        summary: "Media files are whole, and their content is what their names say.",
        rationale: """
            A file that was cut off on its way shows half a picture or none, and a name that does not fit makes servers \
            and browsers treat it as what it is not.
            """,
        flagged: [
            RuleExample(
                manifest: #"{"media": [{"id": "a", "kind": "screenshot", "file": ⟦"media/a.png"⟧}]}"#,
                media: ["media/a.png": .picture(.jpeg)]
            ),
            RuleExample(
                manifest: """
                    {"media": [{"id": "a", "kind": "video", "file": ⟦"media/a.mp4"⟧, "poster": ⟦"media/b.png"⟧}]}
                    """,
                media: ["media/a.mp4": .picture(.gif), "media/b.png": .picture(problem: .truncated)]
            ),
            RuleExample(
                manifest: #"{"media": [{"id": "a", "kind": "screenshot", "file": ⟦"media/a.bmp"⟧}]}"#,
                media: ["media/a.bmp": ExampleMedia(MediaFacts())]
            ),
        ],
        allowed: [
            RuleExample(
                manifest: #"{"media": [{"id": "a", "kind": "screenshot", "file": "media/a.JPG"}]}"#,
                media: ["media/a.JPG": .picture(.jpeg)]
            ),
            RuleExample(
                manifest: #"{"media": [{"id": "a", "kind": "video", "file": "media/a.webm"}]}"#,
                media: ["media/a.webm": .video(.webm), "media/b.txt": ExampleMedia(MediaFacts())]
            ),
        ]
    )

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        var named: Set<String> = []
        for item in listing.manifest?.media ?? [] {
            for file in [item.file, item.poster].compactMap(\.self) {
                guard named.insert(file.value).inserted, let asset = listing.asset(named: file.value) else { continue }
                let isVideo = item.kind == .video && file.value == item.file?.value
                check(asset, isVideo: isVideo, at: file.range, &findings)
            }
        }
        for asset in listing.assets where !named.contains(asset.name) && MediaFormat.named(by: asset.name) != nil {
            check(asset, isVideo: nil, at: SourceRange(startOf: asset.path), &findings)
        }
    }

    /// - Parameter isVideo: nil where any kind of medium will do.
    private func check(
        _ asset: AssetFile,
        isVideo: Bool?,
        at place: SourceRange,
        _ findings: inout RuleFindings
    ) {
        guard let facts = asset.facts, asset.name.lowercased().hasSuffix(".svg") == false else { return }
        guard let format = facts.format else {
            let formats = MediaFormat.allCases.filter { isVideo == nil || $0.isVideo == isVideo }.map(\.title)
            return findings.report("'\(asset.name)' is none of \(formats.joined(separator: ", "))", at: place)
        }
        if let isVideo, format.isVideo != isVideo {
            let wanted = isVideo ? "video" : "picture"
            findings.report("'\(asset.name)' is \(format.title) by its content, and no \(wanted)", at: place)
        } else if MediaFormat.named(by: asset.name) != format {
            let endings = format.endings.map { "'.\($0)'" }.joined(separator: " or ")
            findings.report(
                "'\(asset.name)' is \(format.title) by its content, whose name ends in \(endings)",
                at: place
            )
        }
        if let problem = facts.problem { report(problem, of: asset, at: place, &findings) }
        if facts.trailingByteCount > 0 {
            findings.report(
                "'\(asset.name)' has \(facts.trailingByteCount) byte\(facts.trailingByteCount == 1 ? "" : "s") behind the end of its content",
                at: place,
                isCertain: false
            )
        }
    }

    private func report(
        _ problem: MediaProblem,
        of asset: AssetFile,
        at place: SourceRange,
        _ findings: inout RuleFindings
    ) {
        switch problem {
        case .truncated: findings.report("'\(asset.name)' ends before its content does", at: place)
        case .malformed(let fault): findings.report("'\(asset.name)' \(fault)", at: place)
        case .tooComplex:
            findings.report("'\(asset.name)' has too many parts to look at them all", at: place, isCertain: false)
        }
    }
}
