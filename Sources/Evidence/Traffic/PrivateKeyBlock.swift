/// A private key in the text form of PEM: `-----BEGIN RSA PRIVATE KEY-----`, and the key in base 64.
enum PrivateKeyBlock {
    private static let start = Array("-----BEGIN ".utf8)
    private static let end = Array("PRIVATE KEY-----".utf8)
    /// `ENCRYPTED` is the longest kind.
    private static let longestKind = 16
    /// Less is what documentation writes there.
    private static let shortestKey = 16

    /// Whether one stands at the front, in a text of JSON or a text of JSON within another.
    static func begins(_ text: ArraySlice<UInt8>) -> Bool {
        guard text.starts(with: start) else { return false }
        let title = text.dropFirst(start.count).prefix(longestKind + end.count)
        guard let head = title.indices.first(where: { title[$0...].starts(with: end) }) else { return false }
        let key = text[(head + end.count)...].prefix(shortestKey + longestLineEnd)
        return afterLineEnd(key).prefix(while: \.isBase64).count >= shortestKey
    }

    private static let longestLineEnd = 16

    /// Line ends are written `\n`, and `\\n` in a text within a text.
    private static func afterLineEnd(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var isEscaped = false
        return text.drop { byte in
            let isPassed =
                byte == UInt8(ascii: "\\") || byte == 0x0A || byte == 0x0D || byte == 0x20
                || (isEscaped && "nr".utf8.contains(byte))
            isEscaped = byte == UInt8(ascii: "\\")
            return isPassed
        }
    }
}

extension UInt8 {
    fileprivate var isBase64: Bool {
        self != UInt8(ascii: "-") && self != UInt8(ascii: "_") && isTokenByte || self == UInt8(ascii: "+")
            || self == UInt8(ascii: "/")
    }
}
