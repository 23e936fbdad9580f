import Diagnostics

/// The address of a recorded request, taken apart: what is needed of it.
///
/// ``AddressSecrets`` tells which parts hold a secret.
struct RecordedAddress {
    enum Scheme {
        case http, webSocket, other
    }

    let scheme: Scheme
    /// In small letters, with the port where it is not the scheme's own.
    let host: String
    let path: String
    let queryNames: [String]

    private static let longest = 1 << 16

    /// nil for what is no absolute address.
    init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count <= Self.longest, let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon > 0,
            bytes[..<colon].allSatisfy(\.isSchemeCharacter)
        else { return nil }
        let name = String(decoding: bytes[..<colon], as: UTF8.self).lowercased()
        let rest = bytes[(colon + 1)...]
        switch name {
        case "http", "https": scheme = .http
        case "ws", "wss": scheme = .webSocket
        default:
            scheme = .other
            host = ""
            path = ""
            queryNames = []
            return
        }
        guard rest.starts(with: "//".utf8) else { return nil }
        let behind = rest.dropFirst(2)
        let end = behind.firstIndex { $0.endsAuthority } ?? behind.endIndex
        let authority = behind[..<end]
        let userEnd = authority.lastIndex(of: UInt8(ascii: "@"))
        guard let host = Self.host(authority[(userEnd.map { $0 + 1 } ?? authority.startIndex)...], scheme: name) else {
            return nil
        }
        self.host = host
        let pathEnd =
            behind[end...].firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? behind.endIndex
        path = String(decoding: behind[end..<pathEnd], as: UTF8.self)
        let fragment = behind[pathEnd...].firstIndex(of: UInt8(ascii: "#")) ?? behind.endIndex
        queryNames = FormFields.read(behind[pathEnd..<fragment].dropFirst()).map(\.name)
    }

    private static func host(_ authority: ArraySlice<UInt8>, scheme: String) -> String? {
        var name = authority
        var port: ArraySlice<UInt8> = []
        // A colon within brackets belongs to the number of a host.
        if let colon = authority.lastIndex(of: UInt8(ascii: ":")), !authority[colon...].contains(UInt8(ascii: "]")) {
            name = authority[..<colon]
            port = authority[(colon + 1)...]
        }
        guard !name.isEmpty, name.count <= 255,
            name.allSatisfy({ $0 > 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">") }),
            port.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }), port.count <= 5
        else { return nil }
        while name.last == UInt8(ascii: ".") { name = name.dropLast() }
        let host = String(decoding: name, as: UTF8.self).lowercased()
        let number = String(decoding: port, as: UTF8.self)
        let usual = scheme == "http" || scheme == "ws" ? "80" : "443"
        return host.isEmpty ? nil : number.isEmpty || number == usual ? host : "\(host):\(number)"
    }
}

extension RecordedAddress {
    /// Where an answer sends the caller of this address.
    func redirect(to location: String) -> RecordedRequest.Redirect {
        let path: String
        switch location {
        case _ where location.hasPrefix("//"): return absolute("https:" + location)
        case _ where location.hasPrefix("/"): path = location
        case _ where location.hasPrefix("?") || location.hasPrefix("#"): path = self.path
        case _ where location.prefix(while: { $0 != "/" && $0 != "?" && $0 != "#" }).contains(":"):
            return absolute(location)
        default:
            path =
                self.path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
                + "/" + location
        }
        let whole = String(path.prefix { $0 != "?" && $0 != "#" })
        return RecordedRequest.Redirect(host: host, path: Self.withoutDots(whole))
    }

    /// To an application or anything else that is not asked by HTTP, there is no host.
    private func absolute(_ location: String) -> RecordedRequest.Redirect {
        let address = RecordedAddress(location)
        return RecordedRequest.Redirect(host: address?.host ?? "", path: Self.withoutDots(address?.path ?? ""))
    }

    /// A path with `.` and `..` followed, as whoever asks for it does: none leads above the first folder.
    ///
    /// https://www.rfc-editor.org/rfc/rfc3986#section-5.2.4
    private static func withoutDots(_ path: String) -> String {
        let segments = path.split(separator: "/", omittingEmptySubsequences: false)
        guard segments.contains(where: { $0 == "." || $0 == ".." }) else { return path }
        var kept: [Substring] = []
        for segment in segments {
            switch segment {
            case ".": break
            case "..": if kept.count > 1 { kept.removeLast() }
            default: kept.append(segment)
            }
        }
        // Such a segment at the end leads to a folder.
        if segments.last == "." || segments.last == ".." { kept.append("") }
        return kept.joined(separator: "/")
    }
}

extension UInt8 {
    fileprivate var endsAuthority: Bool {
        self == UInt8(ascii: "/") || self == UInt8(ascii: "?") || self == UInt8(ascii: "#")
    }

    fileprivate var isSchemeCharacter: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
            true
        default: false
        }
    }
}
