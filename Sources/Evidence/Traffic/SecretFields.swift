import Diagnostics

/// Finds secrets in the text of a body as a recording writes it: JSON within a text of JSON, `{\"access_token\":\"…\"}`,
/// forms, and the parts of `multipart/form-data`.
struct SecretFields {
    private let bytes: [UInt8]
    private let range: ByteRange
    private let isAnswer: Bool
    private(set) var names: [String] = []
    /// Where the value of the last one begins, which is not told twice.
    private var lastValue = 0

    private static let longestName = 48
    private static let mostNames = 16

    private static let quote = UInt8(ascii: "\"")
    private static let backslash = UInt8(ascii: "\\")

    static func names(in bytes: [UInt8], _ range: ByteRange, isAnswer: Bool) -> [String] {
        var search = SecretFields(bytes: bytes, range: range, isAnswer: isAnswer)
        search.run()
        return search.names
    }

    private init(bytes: [UInt8], range: ByteRange, isAnswer: Bool) {
        self.bytes = bytes
        self.range = range
        self.isAnswer = isAnswer
    }

    private mutating func run() {
        var place = range.start
        while place < range.end, names.count < Self.mostNames {
            switch bytes[place] {
            case UInt8(ascii: ":"): checkField(at: place)
            case UInt8(ascii: "="): checkParameter(at: place)
            case UInt8(ascii: "-"): checkPrivateKey(at: place)
            default: break
            }
            place += 1
        }
    }

    /// `\"name\" : \"value\"` around a colon.
    private mutating func checkField(at colon: Int) {
        let end = spaceStart(before: colon) - 1
        guard end - 1 > range.start, bytes[end] == Self.quote, bytes[end - 1] == Self.backslash else { return }
        let start = nameStart(before: end - 1)
        guard start < end - 1, start - 2 >= range.start, bytes[start - 1] == Self.quote else { return }
        let name = String(decoding: bytes[start..<(end - 1)], as: UTF8.self)
        let opening = spaceEnd(from: colon + 1)
        guard opening + 1 < range.end, bytes[opening] == Self.backslash, bytes[opening + 1] == Self.quote else {
            return
        }
        let value = valueEnd(from: opening + 2)
        let isCode = !isAnswer && SecretNames.isCode(name, value) && namesGrant
        guard isCode || SecretNames.isSecretField(name, value, isAnswer: isAnswer) else { return }
        names.append(name)
        lastValue = opening + 2
    }

    /// `-----BEGIN RSA PRIVATE KEY-----` with a key behind it, whatever holds it.
    private mutating func checkPrivateKey(at dash: Int) {
        guard dash != lastValue, PrivateKeyBlock.begins(bytes[dash..<range.end]) else { return }
        names.append("PRIVATE-KEY")
    }

    /// `name=value` at the beginning of a form, behind `&`, or behind the `?` and `#` of an address, and the part of a form that is sent in parts.
    private mutating func checkParameter(at equals: Int) {
        let start = nameStart(before: equals)
        guard start < equals else { return }
        let written = bytes[start..<equals]
        if !isAnswer, written.elementsEqual("name".utf8) { checkPart(at: equals) }
        guard start == range.start || "&?#".utf8.contains(bytes[start - 1]) else { return }
        let name = percentDecoded(String(decoding: written, as: UTF8.self))
        let value = valueEnd(from: equals + 1)
        let plain = Array(percentDecoded(String(decoding: value, as: UTF8.self)).utf8)
        // Answers are pages as well, and full of addresses.
        let isSecret =
            isAnswer
            ? SecretNames.isSecretField(name, value, isAnswer: true) : SecretNames.isSecret(name, value)
        if isSecret, !SecretRemoval.isRemoved(plain[...]) { names.append(name) }
    }

    /// `Content-Disposition: form-data; name=\"token\"`, and behind an empty line the value.
    private mutating func checkPart(at equals: Int) {
        guard equals + 2 < range.end, bytes[equals + 1] == Self.backslash, bytes[equals + 2] == Self.quote else {
            return
        }
        let name = bytes[(equals + 3)..<range.end].prefix(Self.longestName).prefix(while: \.isNameCharacter)
        let lines = bytes[name.endIndex..<range.end].prefix(Self.longestPartHead)
        guard let start = Self.emptyLines.compactMap({ Self.end(of: $0, in: lines) }).min() else { return }
        let shown = String(decoding: name, as: UTF8.self)
        if SecretNames.isSecret(shown, valueEnd(from: start)) { names.append(shown) }
    }

    private static let longestPartHead = 256
    /// Lines end as JSON writes it, and in what was decoded from base 64 as they are.
    private static let emptyLines = ["\\r\\n\\r\\n", "\\n\\n", "\r\n\r\n", "\n\n"].map { Array($0.utf8) }

    private static func end(of mark: [UInt8], in text: ArraySlice<UInt8>) -> Int? {
        text.indices.first { text[$0...].starts(with: mark) }.map { $0 + mark.count }
    }

    /// Whether the body asks for a token in exchange for a code; other codes are those of programs and countries.
    private lazy var namesGrant: Bool =
        Self.end(of: Array("authorization_code".utf8), in: bytes[range.start..<range.end]) != nil

    private func spaceStart(before end: Int) -> Int {
        var start = end
        while start > range.start {
            if bytes[start - 1].isSpace {
                start -= 1
            } else if start - 2 >= range.start, bytes[start - 1].isSpaceEscape, bytes[start - 2] == Self.backslash {
                start -= 2
            } else {
                break
            }
        }
        return start
    }

    private func spaceEnd(from start: Int) -> Int {
        var end = start
        while end < range.end {
            if bytes[end].isSpace {
                end += 1
            } else if end + 1 < range.end, bytes[end] == Self.backslash, bytes[end + 1].isSpaceEscape {
                end += 2
            } else {
                break
            }
        }
        return end
    }

    private func nameStart(before end: Int) -> Int {
        var start = end
        while start > range.start, end - start < Self.longestName, bytes[start - 1].isNameCharacter { start -= 1 }
        return start
    }

    private func valueEnd(from start: Int) -> ArraySlice<UInt8> {
        var end = min(start, range.end)
        while end < range.end, !bytes[end].endsValue, end - start < 512 { end += 1 }
        return bytes[min(start, end)..<end]
    }
}

extension UInt8 {
    fileprivate var isNameCharacter: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "%"):
            true
        default: false
        }
    }

    fileprivate var endsValue: Bool {
        self == UInt8(ascii: "\\") || self == UInt8(ascii: "&") || self == 0x0A || self == 0x0D
    }

    fileprivate var isSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }

    /// Of `\n`, `\t` and `\r`, behind the backslash.
    fileprivate var isSpaceEscape: Bool { "ntr".utf8.contains(self) }
}
