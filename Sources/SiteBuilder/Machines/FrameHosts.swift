import Listing
import LocatedJSON

/// The hosts whose players may be shown in a frame, once a reader asks for a video of theirs.
enum FrameHosts {
    /// Ordered, each once.
    static func of(_ videos: [MediaItem]) -> [String] {
        Set(videos.filter { $0.file == nil }.compactMap { $0.url.flatMap { player(of: $0.value) } }).sorted()
    }

    /// Hosts whose player has a host of its own.
    private static let players = [
        "youtube.com": "www.youtube-nocookie.com", "www.youtube.com": "www.youtube-nocookie.com",
        "m.youtube.com": "www.youtube-nocookie.com", "youtu.be": "www.youtube-nocookie.com",
        "vimeo.com": "player.vimeo.com", "www.vimeo.com": "player.vimeo.com", "loom.com": "www.loom.com",
    ]

    /// nil for an address that is not secure, or whose host has what could say more in a policy than a host.
    private static func player(of url: String) -> String? {
        guard url.lowercased().hasPrefix("https://") else { return nil }
        let name = host(of: url).lowercased()
        let isPlain = name.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "."), UInt8(ascii: "-"):
                true
            default: false
            }
        }
        return isPlain && !name.isEmpty ? players[name] ?? name : nil
    }
}
