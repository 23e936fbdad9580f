import Diagnostics
import Listing
import LocatedJSON

/// Reports an address of a video that leads to something else at its host.
struct MediaAddressWrong: Rule {
    static let description = RuleDescription(
        id: "media-address-wrong",
        summary: "The \"url\" of a video is the address of one video, not of a list, a channel or a home page.",
        rationale: """
            What a list or a channel shows is another thing tomorrow, and a player has nothing to play. Only addresses \
            of YouTube and Vimeo can be told apart; at other hosts no more than an empty path is refused.
            """,
        flagged: [
            RuleExample(
                manifest: """
                    {"media": [{"id": "a", "kind": "video", "url": ⟦"https://www.youtube.com/playlist?list=PL1"⟧},
                      {"id": "b", "kind": "video", "url": ⟦"https://youtube.com/channel/UC1"⟧},
                      {"id": "c", "kind": "video", "url": ⟦"https://www.youtube.com/"⟧},
                      {"id": "d", "kind": "video", "url": ⟦"https://www.youtube.com/@acme/videos"⟧}]}
                    """
            ),
            RuleExample(
                manifest: """
                    {"media": [{"id": "a", "kind": "video", "url": ⟦"https://vimeo.com/acme"⟧},
                      {"id": "b", "kind": "video", "url": ⟦"https://video.example"⟧},
                      {"id": "c", "kind": "video", "url": ⟦"https://www.youtube.com/watch?list=PL1"⟧}]}
                    """
            ),
        ],
        allowed: [
            RuleExample(
                manifest: """
                    {"media": [{"id": "a", "kind": "video", "url": "https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=1"},
                      {"id": "b", "kind": "video", "url": "https://youtu.be/dQw4w9WgXcQ"},
                      {"id": "c", "kind": "video", "url": "https://www.youtube.com/embed/dQw4w9WgXcQ"}]}
                    """
            ),
            RuleExample(
                manifest: """
                    {"media": [{"id": "a", "kind": "video", "url": "https://vimeo.com/12345"},
                      {"id": "b", "kind": "video", "url": "https://player.vimeo.com/video/12345?h=1"},
                      {"id": "c", "kind": "video", "url": "https://video.example/1"}]}
                    """
            ),
        ]
    )

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        for item in listing.videos {
            guard let url = item.url, let address = VideoAddress(url.value), !address.mayBeVideo else { continue }
            findings.report("'\(url.value)' is the address of no video", at: url.range)
        }
    }
}

/// An address of the web, taken apart as far as it tells what it leads to.
private struct VideoAddress {
    let host: Substring
    let path: [Substring]
    let query: Substring

    init?(_ url: String) {
        guard let start = url.firstRange(of: "://")?.upperBound else { return nil }
        let rest = url[start...].prefix { $0 != "#" }
        let beforeQuery = rest.prefix { $0 != "?" }
        let parts = beforeQuery.split(separator: "/")
        host = parts.first?.prefix { $0 != ":" } ?? ""
        path = Array(parts.dropFirst())
        query = rest.dropFirst(beforeQuery.count + 1)
    }

    var mayBeVideo: Bool {
        switch host.lowercased() {
        case "youtube.com", "www.youtube.com", "m.youtube.com", "www.youtube-nocookie.com", "youtube-nocookie.com":
            isYouTubeVideo
        case "youtu.be", "www.youtu.be": path.count == 1
        case "vimeo.com", "www.vimeo.com", "player.vimeo.com": path.contains { $0.allSatisfy(\.isWholeNumber) }
        default: !path.isEmpty || !query.isEmpty
        }
    }

    private var isYouTubeVideo: Bool {
        switch path.first {
        case "watch": query.split(separator: "&").contains { $0.hasPrefix("v=") && $0.count > 2 }
        case "embed", "shorts", "live", "v": path.count == 2 && path[1] != "videoseries"
        default: false
        }
    }
}
