package import Diagnostics

/// A value of a JSON document and the place where it stands.
package struct JSONValue: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        case null
        case bool(Bool)
        /// The number as it is written: `1e3` stays `1e3`.
        case number(String)
        case string(String)
        case array([JSONValue])
        case object([JSONMember])
    }

    package let kind: Kind
    /// From the first to the last byte, quotes and brackets included.
    package let range: ByteRange

    package init(_ kind: Kind, range: ByteRange) {
        self.kind = kind
        self.range = range
    }
}

/// A key of an object with its value.
package struct JSONMember: Sendable, Hashable {
    package let name: String
    /// The key with its quotes.
    package let nameRange: ByteRange
    package let value: JSONValue

    package init(name: String, nameRange: ByteRange, value: JSONValue) {
        self.name = name
        self.nameRange = nameRange
        self.value = value
    }
}

extension JSONValue {
    /// The bytes between the quotes, if they are the text itself: every escape is longer than what it stands for.
    package var contentRange: ByteRange? {
        guard case .string(let text) = kind, range.count == text.utf8.count + 2 else { return nil }
        return ByteRange(range.start + 1, range.end - 1)
    }

    package var string: String? {
        guard case .string(let text) = kind else { return nil }
        return text
    }

    package var bool: Bool? {
        guard case .bool(let value) = kind else { return nil }
        return value
    }

    /// A whole number, however it is written (`10`, `10.0`, `1e1`), if it fits.
    package var integer: Int? {
        guard case .number(let text) = kind else { return nil }
        if let exact = Int(text) { return exact }
        guard let double, abs(double) <= Self.largestExactDouble else { return nil }
        // Not `Int(exactly:)`, which would need the C library's mathematics at link time.
        let whole = Int(double)
        return Double(whole) == double ? whole : nil
    }

    /// Absent for a number beyond the range of `Double`.
    package var double: Double? {
        guard case .number(let text) = kind, let double = Double(text), double.isFinite else { return nil }
        return double
    }

    package var elements: [JSONValue]? {
        guard case .array(let elements) = kind else { return nil }
        return elements
    }

    package var members: [JSONMember]? {
        guard case .object(let members) = kind else { return nil }
        return members
    }

    /// Up to here every whole number has a `Double` of its own.
    private static let largestExactDouble = 9_007_199_254_740_992.0
}
