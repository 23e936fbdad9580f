import Diagnostics
import Listing
import LocatedJSON

/// Reports a video that is longer or shorter than the marketplace asks for, or than the manifest says.
struct MediaDurationWrong: MarketplaceRule {
    static let description = RuleDescription(
        id: "media-duration-wrong",
        summary: "A video lasts as long as the manifest says, and as the marketplace asks for.",
        rationale: "Readers choose by the time that it will take them.",
        flagged: [
            RuleExample(
                manifest: #"{"media": [{"id": "a", "kind": "video", "file": "media/a.mp4", "duration": ⟦42⟧}]}"#,
                media: ["media/a.mp4": .video(duration: 40.4)]
            ),
            RuleExample(
                manifest: #"{"media": [{"id": "a", "kind": "video", "file": ⟦"media/a.mp4"⟧}]}"#,
                media: ["media/a.mp4": .video(duration: 29)],
                pack: examplePack("videos", #""leastDuration": 30, "mostDuration": 60"#)
            ),
            RuleExample(
                manifest: """
                    {"media": [{"id": "a", "kind": "video", "url": "https://video.example/1", "duration": ⟦61⟧}]}
                    """,
                pack: examplePack("videos", #""leastDuration": 30, "mostDuration": 60"#)
            ),
        ],
        allowed: [
            RuleExample(
                manifest: #"{"media": [{"id": "a", "kind": "video", "file": "media/a.mp4", "duration": 41}]}"#,
                media: ["media/a.mp4": .video(duration: 40.4)],
                pack: examplePack("videos", #""leastDuration": 30, "mostDuration": 60"#)
            ),
            RuleExample(
                manifest: #"{"media": [{"id": "a", "kind": "video", "url": "https://video.example/1"}]}"#,
                pack: examplePack("videos", #""leastDuration": 30, "mostDuration": 60"#)
            ),
        ]
    )

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        for medium in listing.videoFiles {
            guard let item = medium.item, let said = item.duration, let real = medium.facts.duration,
                abs(Double(said.value) - real) > 1
            else { continue }
            findings.report(
                "video '\(item.id.value)' is said to last \(said.value) s and lasts \(seconds(real)) s",
                at: said.range
            )
        }
    }

    func check(_ listing: ParsedListing, against pack: RulePack, reporting findings: inout RuleFindings) {
        for limit in pack.videos where limit.leastDuration != nil || limit.mostDuration != nil {
            for item in listing.videos {
                let real = listing.mediumFile(item)?.facts.duration
                guard let duration = real ?? item.duration.map({ Double($0.value) }) else { continue }
                guard let bound = bound(broken: duration, limit) else { continue }
                findings.report(
                    "video '\(item.id.value)' lasts \(seconds(duration)) s, and \(bound)",
                    at: item.duration?.range ?? item.file?.range ?? item.id.range,
                    under: limit.provenance,
                    of: pack
                )
            }
        }
    }

    private func bound(broken duration: Double, _ limit: VideoLimit) -> String? {
        if let least = limit.leastDuration, duration < Double(least) { return "\(least) s are the least" }
        // Part of a second is what an encoder adds.
        if let most = limit.mostDuration, duration >= Double(most) + 1 { return "\(most) s are the most" }
        return nil
    }

    /// With one digit behind the point.
    private func seconds(_ duration: Double) -> String {
        "\((min(duration, 1e9) * 10).rounded() / 10)"
    }
}
