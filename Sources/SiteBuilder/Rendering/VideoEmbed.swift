/// The player of another host for a video, by the address that the author gave.
///
/// It is only an address in the page: nothing is asked of the host before the reader presses play. A video of a host
/// that is not known here stays a link.
struct VideoEmbed {
    let url: String

    init?(of address: String) {
        guard let parts = Address(address), let url = Self.player(for: parts) else { return nil }
        self.url = url
    }

    private static func player(for address: Address) -> String? {
        switch address.host {
        case "youtube.com", "m.youtube.com", "youtube-nocookie.com", "youtu.be": youTube(address)
        case "vimeo.com", "player.vimeo.com": vimeo(address)
        case "loom.com":
            address.path.count == 2 && ["share", "embed"].contains(address.path[0])
                ? id(address.path[1], in: 8...64).map { "https://www.loom.com/embed/\($0)" } : nil
        case "wistia.com", "wistia.net", "fast.wistia.com", "fast.wistia.net": wistia(address)
        default: address.host.hasSuffix(".wistia.com") ? wistia(address) : nil
        }
    }

    private static func youTube(_ address: Address) -> String? {
        let named: String?
        if address.host == "youtu.be" {
            named = address.path.count == 1 ? address.path[0] : nil
        } else if address.path == ["watch"] {
            named = address.query["v"]
        } else {
            named =
                address.path.count == 2 && ["embed", "shorts", "live"].contains(address.path[0])
                ? address.path[1] : nil
        }
        guard let id = named.flatMap({ id($0, in: 11...11) }) else { return nil }
        let start = (address.query["t"] ?? address.query["start"]).flatMap(seconds)
        return "https://www.youtube-nocookie.com/embed/\(id)?autoplay=1" + (start.map { "&start=\($0)" } ?? "")
    }

    /// An unlisted video has a second part, without which it is not shown.
    private static func vimeo(_ address: Address) -> String? {
        let path = address.host == "player.vimeo.com" ? Array(address.path.dropFirst()) : address.path
        guard address.host == "vimeo.com" || address.path.first == "video", (1...2).contains(path.count),
            path[0].utf8.allSatisfy(\.isDigit), let video = id(path[0], in: 1...20)
        else { return nil }
        let secret = (path.count == 2 ? path[1] : address.query["h"]).flatMap { id($0, in: 1...40) }
        return "https://player.vimeo.com/video/\(video)?autoplay=1&dnt=1" + (secret.map { "&h=\($0)" } ?? "")
    }

    private static func wistia(_ address: Address) -> String? {
        let isMedium = address.path.count == 2 && address.path[0] == "medias"
        let isPlayer = address.path.count == 3 && address.path[0] == "embed"
        guard isMedium || isPlayer, let last = address.path.last, let id = id(last, in: 6...40) else { return nil }
        return "https://fast.wistia.net/embed/iframe/\(id)?autoPlay=true"
    }

    /// An id as it may stand in an address without being encoded.
    private static func id(_ text: String, in length: ClosedRange<Int>) -> String? {
        let isPlain = text.utf8.allSatisfy {
            $0.isDigit || ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || $0 == 0x2D || $0 == 0x5F
        }
        return isPlain && length.contains(text.utf8.count) ? text : nil
    }

    /// `90` or `90s`.
    private static func seconds(_ text: String) -> Int? {
        Int(text.hasSuffix("s") ? text.dropLast() : text[...]).flatMap { (1...86_400).contains($0) ? $0 : nil }
    }
}

/// The parts of `https://host/a/b?c=d` that tell which video is meant.
private struct Address {
    let host: String
    let path: [String]
    private(set) var query: [String: String] = [:]

    init?(_ text: String) {
        guard let scheme = text.firstRange(of: "://"), text[..<scheme.lowerBound].lowercased() == "https" else {
            return nil
        }
        let rest = text[scheme.upperBound...].prefix { $0 != "#" }
        let place = rest.prefix { $0 != "?" }
        var parts = place.split(separator: "/").map(String.init)
        guard !parts.isEmpty else { return nil }
        let host = parts.removeFirst().lowercased()
        self.host = host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
        path = parts
        for pair in rest.dropFirst(place.count + 1).split(separator: "&") {
            let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            if sides.count == 2, query[sides[0]] == nil { query[sides[0]] = sides[1] }
        }
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { self >= 0x30 && self <= 0x39 }
}
