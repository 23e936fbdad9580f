import Diagnostics

/// What a file looks like before anybody knows whose manifest it is.
struct ManifestText {
    enum Form {
        case json, address, toml, yaml, other
    }

    let form: Form
    /// Without a byte-order mark, without white space around it and, of an address, without comments before it.
    let content: ByteRange

    init(_ bytes: [UInt8]) {
        var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var end = bytes.count
        while start < end, bytes[start].isManifestSpace { start += 1 }
        while end > start, bytes[end - 1].isManifestSpace { end -= 1 }
        form = Self.form(of: bytes[start..<end])
        if form == .address { start = Self.startBehindComments(of: bytes[start..<end]) }
        content = ByteRange(start, end)
    }

    private static func form(of text: ArraySlice<UInt8>) -> Form {
        guard let first = text.first else { return .other }
        if first == UInt8(ascii: "{") { return .json }
        if isAddress(text) { return .address }
        for line in text.prefix(1 << 16).split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
            let line = line.drop(while: \.isManifestSpace)
            guard let first = line.first, first != UInt8(ascii: "#") else { continue }
            if isAddress(line) { return .address }
            let name = line.prefix(while: \.isManifestName)
            let rest = line.dropFirst(name.count).drop(while: \.isManifestSpace)
            if isHeader(line) || (!name.isEmpty && rest.first == UInt8(ascii: "=")) { return .toml }
            if line.starts(with: "---".utf8) || (!name.isEmpty && rest.first == UInt8(ascii: ":")) { return .yaml }
            return .other
        }
        return .other
    }

    private static func startBehindComments(of text: ArraySlice<UInt8>) -> Int {
        var rest = text
        while rest.first == UInt8(ascii: "#") {
            rest = rest.drop { $0 != 0x0A && $0 != 0x0D }.drop(while: \.isManifestSpace)
        }
        return rest.startIndex
    }

    /// `[name`, or `[[name`; what follows another bracket is an array.
    private static func isHeader(_ line: ArraySlice<UInt8>) -> Bool {
        let name = line.drop { $0 == UInt8(ascii: "[") || $0.isManifestSpace }
        return line.first == UInt8(ascii: "[") && name.first?.isManifestName == true
    }

    private static func isAddress(_ text: some Sequence<UInt8>) -> Bool {
        let start = text.prefix(8).map { $0 | 0x20 }
        return start.starts(with: "https://".utf8) || start.starts(with: "http://".utf8)
    }
}

extension UInt8 {
    var isManifestSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }

    /// What a key may consist of without quotes, with dots between its parts.
    var isManifestName: Bool {
        let letter = self | 0x20
        return (0x61...0x7A).contains(letter) || (0x30...0x39).contains(self) || self == UInt8(ascii: "_")
            || self == UInt8(ascii: "-") || self == UInt8(ascii: ".") || self == UInt8(ascii: "\"")
            || self == UInt8(ascii: "'")
    }
}
