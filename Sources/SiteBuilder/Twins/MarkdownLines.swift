import Markdown

/// Markdown that is put together block by block.
struct MarkdownLines {
    private(set) var bytes: [UInt8] = []

    /// Enough for most pages, so that the buffer seldom has to grow.
    private static let usualLength = 8 << 10

    init() { bytes.reserveCapacity(Self.usualLength) }

    /// A line right below the one before.
    mutating func line(_ text: String) {
        bytes += text.utf8
        bytes.append(UInt8(ascii: "\n"))
    }

    mutating func blank() {
        if !bytes.isEmpty { bytes.append(UInt8(ascii: "\n")) }
    }

    /// A line with a blank one before it.
    mutating func block(_ text: String) {
        blank()
        line(text)
    }

    mutating func list(_ items: some Sequence<String>) {
        for (index, item) in items.enumerated() {
            if index == 0 { blank() }
            line("- " + item)
        }
    }

    /// - Parameter rows: cells that are Markdown already.
    mutating func table(_ columns: [String], _ rows: [[String]]) {
        block("| " + columns.joined(separator: " | ") + " |")
        line("|" + String(repeating: " --- |", count: columns.count))
        for row in rows { line("| " + row.joined(separator: " | ") + " |") }
    }

    mutating func append(_ document: MarkdownDocument, _ hooks: some MarkdownTextHooks) {
        MarkdownTextWriter.write(document, into: &bytes, with: hooks)
    }
}
