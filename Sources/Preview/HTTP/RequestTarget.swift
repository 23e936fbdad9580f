/// The path and query of a request, decoded once and safe to be looked up.
struct RequestTarget: Sendable, Hashable {
    /// Starts with `/`; escapes are decoded.
    let path: String
    /// As it came, without the question mark.
    let query: String?

    /// Takes the origin form alone: `/path?query`.
    init(_ bytes: [UInt8]) throws(Refusal) {
        guard bytes.first == UInt8(ascii: "/") else { throw .unusable("it does not start with a slash") }
        guard !bytes.contains(UInt8(ascii: "#")) else { throw .unusable("'#' is not sent to a server") }
        let mark = bytes.firstIndex(of: UInt8(ascii: "?")) ?? bytes.endIndex
        path = try Self.decode(bytes[..<mark])
        query = mark < bytes.endIndex ? String(decoding: bytes[(mark + 1)...], as: UTF8.self) : nil
        try Self.checkSegments(of: path)
    }

    private static func decode(_ bytes: ArraySlice<UInt8>) throws(Refusal) -> String {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = try nextByte(of: bytes, at: &index)
            guard byte >= 0x20, byte != 0x7F else { throw .unusable("it has a control character") }
            guard byte != UInt8(ascii: "\\"), byte != UInt8(ascii: "#") else {
                throw .unusable("it has a '\(Character(Unicode.Scalar(byte)))'")
            }
            decoded.append(byte)
        }
        guard let text = String(validating: decoded, as: UTF8.self) else { throw .unusable("it is not UTF-8") }
        return text
    }

    private static func nextByte(of bytes: ArraySlice<UInt8>, at index: inout Int) throws(Refusal) -> UInt8 {
        let byte = bytes[index]
        index += 1
        guard byte == UInt8(ascii: "%") else { return byte }
        guard index + 1 < bytes.endIndex, let high = bytes[index].hexValue, let low = bytes[index + 1].hexValue else {
            throw .unusable("'%' is not followed by two hexadecimal digits")
        }
        index += 2
        let value = high << 4 | low
        guard value != UInt8(ascii: "/") else { throw .unusable("it has a slash written as '%2F'") }
        return value
    }

    /// Empty segments are refused too: `//name` as the target of a redirect is another host.
    private static func checkSegments(of path: String) throws(Refusal) {
        let segments = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        for segment in segments where segment.elementsEqual("..".utf8) { throw .unusable("it has the segment '..'") }
        for segment in segments.dropFirst().dropLast() where segment.isEmpty { throw .unusable("it has '//'") }
    }

    /// A decoded path as it is written in an address.
    static func encoded(_ path: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in path.utf8 {
            if byte.isDigit || byte.isLetter || "/-._~!$&'()*+,;=:@".utf8.contains(byte) {
                bytes.append(byte)
            } else {
                bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension Refusal {
    fileprivate static func unusable(_ reason: String) -> Refusal {
        Refusal(.badRequest, "this address cannot be looked up: \(reason)")
    }
}
