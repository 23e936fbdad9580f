import Diagnostics

/// Finds secrets in the text of a body as a recording writes it: JSON within a text of JSON, `{\"access_token\":\"…\"}`,
/// and forms.
struct SecretFields {
    private let bytes: [UInt8]
    private let range: ByteRange
    private let isAnswer: Bool
    private(set) var names: [String] = []

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
            case UInt8(ascii: "=") where !isAnswer: checkParameter(at: place)
            default: break
            }
            place += 1
        }
    }

    /// `\"name\" : \"value\"` around a colon.
    private mutating func checkField(at colon: Int) {
        var end = colon - 1
        while end > range.start, bytes[end] == UInt8(ascii: " ") { end -= 1 }
        guard end - 1 > range.start, bytes[end] == Self.quote, bytes[end - 1] == Self.backslash else { return }
        let start = nameStart(before: end - 1)
        guard start < end - 1, start - 2 >= range.start, bytes[start - 1] == Self.quote else { return }
        let name = String(decoding: bytes[start..<(end - 1)], as: UTF8.self)
        guard SecretNames.isOfField(name, isAnswer: isAnswer) else { return }
        var value = colon + 1
        while value < range.end, bytes[value] == UInt8(ascii: " ") { value += 1 }
        guard value + 1 < range.end, bytes[value] == Self.backslash, bytes[value + 1] == Self.quote else { return }
        add(name, unlessRemoved: valueEnd(from: value + 2))
    }

    /// `name=value` at the beginning of a form or behind `&`.
    private mutating func checkParameter(at equals: Int) {
        let start = nameStart(before: equals)
        guard start < equals, start == range.start || bytes[start - 1] == UInt8(ascii: "&") else { return }
        let name = String(decoding: bytes[start..<equals], as: UTF8.self)
        guard SecretNames.isSecret(name, valueEnd(from: equals + 1)) else { return }
        names.append(name)
    }

    private mutating func add(_ name: String, unlessRemoved value: ArraySlice<UInt8>) {
        guard !SecretNames.isRemoved(value) else { return }
        names.append(name)
    }

    private func nameStart(before end: Int) -> Int {
        var start = end
        while start > range.start, end - start < Self.longestName, bytes[start - 1].isNameCharacter { start -= 1 }
        return start
    }

    private func valueEnd(from start: Int) -> ArraySlice<UInt8> {
        var end = min(start, range.end)
        while end < range.end, bytes[end] != Self.backslash, bytes[end] != UInt8(ascii: "&"), end - start < 512 {
            end += 1
        }
        return bytes[min(start, end)..<end]
    }
}

extension UInt8 {
    fileprivate var isNameCharacter: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}
