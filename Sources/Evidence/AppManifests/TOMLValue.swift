import Diagnostics
import LocatedJSON

/// A value of `shopify.app.toml`, of which texts, lists and truth are told apart and nothing else.
struct TOMLValue {
    indirect enum Kind {
        case string(String)
        case array([TOMLValue])
        case bool(Bool)
        /// The keys of a table within braces.
        case table([(key: [String], value: TOMLValue)])
        /// A number or a date.
        case other
    }

    let kind: Kind
    let range: ByteRange
    /// Where the text stands, if no byte of it is written otherwise.
    var content: ByteRange?
}

/// What is wrong at a place of a file; reading ends there.
struct TOMLFault: Error {
    let message: String
    let range: ByteRange

    init(_ message: String, at place: Int, count: Int = 0) {
        self.message = message
        range = ByteRange(place, place + count)
    }
}

extension ByteRange {
    /// The range up to the end of the character in which it ends.
    func withWholeCharacters(of bytes: [UInt8]) -> ByteRange {
        var end = min(end, bytes.count)
        while end > start, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
        return ByteRange(start, end)
    }
}
