package import Diagnostics

/// A Markdown file as plain values: nodes in document order, and the texts they refer to.
package struct MarkdownDocument: Sendable {
    /// Deeper nodes are left out, and the author is told.
    package static let depthLimit = 100

    package let path: String
    /// In pre-order; the document itself is the first.
    package let nodes: [MarkdownNode]
    /// In document order.
    package let headings: [MarkdownHeading]
    /// In document order.
    package let references: [MarkdownReference]
    /// Texts, destinations, titles and info strings.
    private let buffer: [UInt8]

    /// Reads `source` from `bodyStart` on; all ranges count from the beginning of `source`.
    ///
    /// `source` is valid UTF-8 without NUL; a byte order mark is no part of the Markdown.
    package static func parse(
        _ source: [UInt8],
        path: String,
        from bodyStart: Int = 0,
        reserving reserved: Set<String> = [],
        reporting report: inout DiagnosticReport
    ) -> MarkdownDocument {
        // Also where a body begins: cmark drops the mark there, and counts columns as if it had not been.
        let start = min(bodyStart, source.count)
        let markLength = source[start...].starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var builder = DocumentBuilder(MarkdownParser(source, from: start + markLength))
        builder.build()
        if let range = builder.tooDeep {
            report.error(
                "markdown-nested-too-deeply",
                "Markdown is nested more than \(depthLimit) levels deep here, and what is deeper is left out",
                at: SourceRange(path: path, bytes: range)
            )
        }
        return MarkdownDocument(
            path: path,
            nodes: builder.nodes,
            buffer: builder.buffer,
            source: source,
            reserved: reserved
        )
    }

    private init(path: String, nodes: [MarkdownNode], buffer: [UInt8], source: [UInt8], reserved: Set<String>) {
        self.path = path
        self.nodes = nodes
        self.buffer = buffer
        var index = DocumentIndex(nodes: nodes, buffer: buffer, source: source, reserved: reserved)
        index.build()
        headings = index.headings
        references = index.references
    }

    /// The literal text of a text, code or HTML node.
    package func text(of node: MarkdownNode) -> String {
        node.kind == .link || node.kind == .image ? "" : String(decoding: buffer[node.literal.indices], as: UTF8.self)
    }

    /// ``text(of:)`` without making a string.
    package func literalBytes(of node: MarkdownNode) -> ArraySlice<UInt8> {
        node.kind == .link || node.kind == .image ? [] : buffer[node.literal.indices]
    }

    /// Adds ``text(of:)`` to a text that is gathered, as whole pages are read.
    package func appendText(of node: MarkdownNode, to text: inout [UInt8]) {
        guard node.kind != .link, node.kind != .image else { return }
        text += buffer[node.literal.indices]
    }

    /// The destination of a link or image, with escapes and character references decoded.
    package func destination(of node: MarkdownNode) -> String {
        String(decoding: destinationBytes(of: node), as: UTF8.self)
    }

    package func destinationBytes(of node: MarkdownNode) -> ArraySlice<UInt8> {
        node.kind == .link || node.kind == .image ? buffer[node.literal.indices] : []
    }

    /// The title of a link or image.
    package func title(of node: MarkdownNode) -> String {
        node.kind == .codeBlock ? "" : String(decoding: buffer[node.title.indices], as: UTF8.self)
    }

    package func titleBytes(of node: MarkdownNode) -> ArraySlice<UInt8> {
        node.kind == .codeBlock ? [] : buffer[node.title.indices]
    }

    /// The first word of a code block's info string.
    package func language(of node: MarkdownNode) -> ArraySlice<UInt8> {
        guard node.kind == .codeBlock else { return [] }
        return buffer[node.title.indices].prefix { !$0.isWhitespace }
    }

    /// The destination in the source: of inline links and images, autolinks and bare addresses.
    package func destinationRange(of node: MarkdownNode) -> ByteRange? {
        guard node.destinationStart >= 0, node.destinationEnd >= node.destinationStart else { return nil }
        return ByteRange(Int(node.destinationStart), Int(node.destinationEnd))
    }

    /// The text below a node without any marks, such as an image's alternative text; breaks are spaces.
    package func plainText(ofNode index: Int) -> String {
        DocumentIndex.plainText(ofNode: index, nodes, buffer)
    }

    /// The nodes from a heading to the next of the same or a higher level, the heading itself included.
    ///
    /// `index` counts in ``headings``. A heading in a quote or list opens no section and ends none: it is its own.
    package func section(ofHeading index: Int) -> Range<Int> {
        let heading = headings[index]
        guard heading.isTopLevel else { return heading.node..<nodes[heading.node].subtreeEnd }
        let next = headings[(index + 1)...].first { $0.isTopLevel && $0.level <= heading.level }
        return heading.node..<(next?.node ?? nodes.count)
    }
}
