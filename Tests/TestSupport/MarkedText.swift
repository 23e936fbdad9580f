package import Diagnostics

/// Text with the places of interest marked as `⟦…⟧`, so that no test spells out an offset.
package struct MarkedText: Sendable {
    /// The text without its marks.
    package let text: String
    /// The marked places, as byte ranges of `text`, in the order in which they open.
    package let ranges: [ByteRange]

    package init(_ marked: String) {
        var bytes: [UInt8] = []
        var open: [Int] = []
        var found: [(order: Int, range: ByteRange)] = []
        var opened = 0
        var orders: [Int] = []
        for character in marked.unicodeScalars {
            switch character {
            case "⟦":
                open.append(bytes.count)
                orders.append(opened)
                opened += 1
            case "⟧":
                if let start = open.popLast(), let order = orders.popLast() {
                    found.append((order, ByteRange(start, bytes.count)))
                }
            default:
                bytes.append(contentsOf: String(character).utf8)
            }
        }
        text = String(decoding: bytes, as: UTF8.self)
        ranges = found.sorted { $0.order < $1.order }.map(\.range)
    }

    package var bytes: [UInt8] { Array(text.utf8) }
}
