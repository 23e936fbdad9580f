import Diagnostics
import Listing
import LocatedJSON

/// Reports a video at a host from which the marketplace takes none.
struct MediaHostNotAllowed: MarketplaceRule {
    static let description = RuleDescription(
        id: "media-host-not-allowed",
        summary: "A video stands in the listing's own folder or at a host that the marketplace takes it from.",
        rationale: "A marketplace embeds the players of hosts that it knows.",
        flagged: [
            RuleExample(
                manifest: #"{"media": [{"id": "a", "kind": "video", "url": ⟦"https://video.example/1"⟧}]}"#,
                pack: examplePack("videos", #""hosts": ["youtube.com", "youtu.be"]"#)
            ),
            RuleExample(
                manifest: #"{"media": [{"id": "a", "kind": "video", "url": ⟦"https://notyoutube.com/1"⟧}]}"#,
                pack: examplePack("videos", #""hosts": ["youtube.com", "youtu.be"]"#)
            ),
        ],
        allowed: [
            RuleExample(
                manifest: #"{"media": [{"id": "a", "kind": "video", "url": "https://www.YouTube.com/watch?v=1"}]}"#,
                pack: examplePack("videos", #""hosts": ["youtube.com", "youtu.be"]"#)
            ),
            RuleExample(
                manifest: #"{"media": [{"id": "a", "kind": "video", "file": "media/a.mp4"}]}"#,
                files: ["media/a.mp4"],
                pack: examplePack("videos", #""hosts": ["youtube.com", "youtu.be"]"#)
            ),
        ]
    )

    func check(_ listing: ParsedListing, against pack: RulePack, reporting findings: inout RuleFindings) {
        for limit in pack.videos {
            guard let hosts = limit.hosts else { continue }
            for item in listing.videos {
                guard let url = item.url else { continue }
                let host = host(of: url.value)
                if hosts.contains(where: { host == $0 || host.hasSuffix(".\($0)") }) { continue }
                let allowed = hosts.joined(separator: " or ")
                findings.report(
                    "video '\(item.id.value)' stands at '\(host)', and it has to stand at \(allowed)",
                    at: url.range,
                    under: limit.provenance,
                    of: pack
                )
            }
        }
    }

    private func host(of url: String) -> String {
        guard let start = url.firstRange(of: "://")?.upperBound else { return url }
        let authority = url[start...].prefix { !"/?#\\".contains($0) }
        let host = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? authority
        return host.prefix { $0 != ":" }.lowercased()
    }
}
