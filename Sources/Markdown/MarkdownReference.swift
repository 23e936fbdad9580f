package import Diagnostics

/// A link or image with one of Candor's own schemes.
package struct MarkdownReference: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case feature, scope, screenshot, video
    }

    package let kind: Kind
    /// What follows the scheme's colon, with percent escapes decoded.
    package let id: String
    package let node: Int
    /// The id in the source where it stands there as it is; otherwise the link.
    package let range: ByteRange
    package let isRangeExact: Bool
    package let isImage: Bool
}

extension MarkdownReference.Kind {
    /// The kind whose scheme `destination` begins with, and the length of the scheme with its colon.
    static func scheme(of destination: ArraySlice<UInt8>) -> (kind: Self, length: Int)? {
        switch destination.first.map(\.lowercased) {
        case UInt8(ascii: "f"): match(.feature, destination)
        case UInt8(ascii: "s"): match(.scope, destination) ?? match(.screenshot, destination)
        case UInt8(ascii: "v"): match(.video, destination)
        default: nil
        }
    }

    private static func match(_ kind: Self, _ destination: ArraySlice<UInt8>) -> (kind: Self, length: Int)? {
        var index = destination.startIndex
        for byte in kind.rawValue.utf8 {
            guard index < destination.endIndex, destination[index].lowercased == byte else { return nil }
            index += 1
        }
        guard index < destination.endIndex, destination[index] == UInt8(ascii: ":") else { return nil }
        return (kind, index + 1 - destination.startIndex)
    }
}
