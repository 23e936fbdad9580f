/// An address of the web, taken apart as far as asking for it needs.
package struct WebAddress: Sendable, Hashable {
    /// `http` or `https`.
    package let scheme: String
    /// In lower case, an IPv6 address without its brackets.
    package let host: String
    package let port: Int
    /// The path and what follows, without a fragment: `/guide?page=2`.
    private let rest: String
    private let hasOwnPort: Bool

    /// The whole address without a fragment.
    package var text: String {
        "\(scheme)://\(host.utf8.contains(UInt8(ascii: ":")) ? "[\(host)]" : host)\(hasOwnPort ? ":\(port)" : "")\(rest)"
    }

    /// nil for what is no address of the web, names a user, or has a host that only a name service for other alphabets
    /// knows.
    ///
    /// Only what is understood here is handed on, so that no other reader can find another host in the same text.
    package init?(_ text: String) {
        guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        scheme = text[..<colon].lowercased()
        guard scheme == "http" || scheme == "https", text[colon...].hasPrefix("://") else { return nil }
        let afterSlashes = text.utf8.index(colon, offsetBy: 3)
        let authorityEnd = text.utf8[afterSlashes...].firstIndex { Self.endsAuthority($0) } ?? text.endIndex
        guard let place = Self.hostAndPort(text[afterSlashes..<authorityEnd]) else { return nil }
        host = place.host
        hasOwnPort = place.port != nil
        port = place.port ?? (scheme == "https" ? 443 : 80)
        let fragment = text.utf8[authorityEnd...].firstIndex(of: UInt8(ascii: "#")) ?? text.endIndex
        let path = Self.escaped(text[authorityEnd..<fragment])
        rest = path.hasPrefix("/") ? path : "/" + path
    }

    private static func endsAuthority(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#")
    }

    private static func hostAndPort(_ authority: Substring) -> (host: String, port: Int?)? {
        var host = authority
        var port: Int?
        let afterBracket = authority.utf8.lastIndex(of: UInt8(ascii: "]")) ?? authority.startIndex
        if let colon = authority.utf8[afterBracket...].lastIndex(of: UInt8(ascii: ":")) {
            guard let number = Int(authority[authority.utf8.index(after: colon)...]), (1...65_535).contains(number)
            else { return nil }
            port = number
            host = authority[..<colon]
        }
        if host.hasPrefix("["), host.hasSuffix("]") {
            let inner = host.dropFirst().dropLast()
            return !inner.isEmpty && inner.utf8.allSatisfy(isOfIPv6) ? (inner.lowercased(), port) : nil
        }
        return !host.isEmpty && host.utf8.allSatisfy(isOfHost) ? (host.lowercased(), port) : nil
    }

    private static func isOfIPv6(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
            UInt8(ascii: "A")...UInt8(ascii: "F"), UInt8(ascii: ":"), UInt8(ascii: "."):
            true
        default: false
        }
    }

    private static func isOfHost(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
            true
        default: false
        }
    }

    /// With everything that an address cannot hold percent-encoded, as browsers do.
    private static func escaped(_ text: Substring) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        let bytes = text.utf8.reduce(into: [UInt8]()) { bytes, byte in
            if byte > 0x20, byte < 0x7F, byte != UInt8(ascii: "\\"), byte != UInt8(ascii: "\"") {
                bytes.append(byte)
            } else {
                bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension WebAddress {
    /// Whether the name can belong to nobody (RFC 2606 and RFC 6761), as those of made-up companies do.
    package var isReservedName: Bool {
        let last = host.split(separator: ".").last.map(String.init) ?? host
        return ["example", "invalid", "test"].contains(last)
    }
}
