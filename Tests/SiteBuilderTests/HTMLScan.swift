/// The tags of a page with their attributes: as much of HTML as it takes to follow links.
struct HTMLScan {
    struct Tag {
        let name: String
        let attributes: [String: String]
    }

    private(set) var tags: [Tag] = []
    private let bytes: [UInt8]
    private var index = 0

    init(_ text: String) {
        bytes = Array(text.utf8)
        while let start = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
            index = start + 1
            if bytes[index...].starts(with: "!--".utf8) {
                skip(to: "-->")
            } else if index < bytes.count, Self.isLetter(bytes[index]) {
                readTag()
            }
        }
    }

    var ids: [String] { tags.compactMap { $0.attributes["id"] } }

    private mutating func readTag() {
        let name = word { Self.isLetter($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") }.lowercased()
        var attributes: [String: String] = [:]
        while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
            let key = word { !Self.isSpace($0) && $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ">") }
            if key.isEmpty {
                index += 1
            } else {
                attributes[key.lowercased()] = value()
            }
        }
        tags.append(Tag(name: name, attributes: attributes))
        if name == "script" || name == "style" { skip(to: "</\(name)") }
    }

    private mutating func value() -> String {
        guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else { return "" }
        index += 1
        guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") else {
            return decoded(word { !Self.isSpace($0) && $0 != UInt8(ascii: ">") })
        }
        let quote = bytes[index]
        index += 1
        let text = word { $0 != quote }
        index += 1
        return decoded(text)
    }

    private mutating func word(_ belongs: (UInt8) -> Bool) -> String {
        let start = index
        while index < bytes.count, belongs(bytes[index]) { index += 1 }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    private mutating func skip(to mark: String) {
        while index < bytes.count, !bytes[index...].starts(with: mark.utf8) { index += 1 }
    }

    private func decoded(_ text: String) -> String {
        var decoded = text
        for (name, character) in [("&quot;", "\""), ("&#39;", "'"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")] {
            decoded = decoded.replacing(name, with: character)
        }
        return decoded
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }
    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
