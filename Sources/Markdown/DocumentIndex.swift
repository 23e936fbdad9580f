import Diagnostics

/// Collects the headings and references of a finished document in one pass.
struct DocumentIndex {
    let nodes: [MarkdownNode]
    let buffer: [UInt8]
    let source: [UInt8]
    private(set) var headings: [MarkdownHeading] = []
    private(set) var references: [MarkdownReference] = []
    private var anchors: HeadingAnchors

    init(nodes: [MarkdownNode], buffer: [UInt8], source: [UInt8], reserved: Set<String>) {
        self.nodes = nodes
        self.buffer = buffer
        self.source = source
        anchors = HeadingAnchors(reserved: reserved)
    }

    mutating func build() {
        for index in nodes.indices {
            switch nodes[index].kind {
            case .heading: addHeading(index)
            case .link, .image: addReference(index)
            default: break
            }
        }
    }

    private mutating func addHeading(_ index: Int) {
        let node = nodes[index]
        let title = Self.plainText(ofNode: index, nodes, buffer)
        headings.append(
            MarkdownHeading(
                node: index,
                level: Int(node.number),
                anchor: anchors.anchor(for: anchorText(ofHeading: index)),
                title: title,
                range: node.range,
                isTopLevel: node.depth == 1,
                feature: FeatureHeading.feature(ofHeading: index, nodes, buffer)
            )
        )
    }

    /// As GitHub sees it: without the alternative text of images, and with nothing for a line end.
    private func anchorText(ofHeading index: Int) -> String {
        var text: [UInt8] = []
        var child = index + 1
        while child < nodes[index].subtreeEnd {
            let node = nodes[child]
            if node.kind == .text || node.kind == .code { text.append(contentsOf: buffer[node.literal.indices]) }
            child = node.kind == .image ? node.subtreeEnd : child + 1
        }
        return String(decoding: text, as: UTF8.self)
    }

    private mutating func addReference(_ index: Int) {
        let node = nodes[index]
        let destination = buffer[node.literal.indices]
        guard let scheme = MarkdownReference.Kind.scheme(of: destination) else { return }
        let place = exactRange(of: node, destination, after: scheme.length)
        references.append(
            MarkdownReference(
                kind: scheme.kind,
                id: PercentEncoding.decoded(destination.dropFirst(scheme.length)),
                node: index,
                range: place ?? node.range,
                isRangeExact: place != nil,
                isImage: node.kind == .image
            )
        )
    }

    private func exactRange(of node: MarkdownNode, _ destination: ArraySlice<UInt8>, after length: Int) -> ByteRange? {
        let start = Int(node.destinationStart)
        let end = Int(node.destinationEnd)
        guard start >= 0, start + length <= end, end <= source.count, source[start..<end].elementsEqual(destination)
        else { return nil }
        return ByteRange(start + length, end)
    }

    static func plainText(ofNode index: Int, _ nodes: [MarkdownNode], _ buffer: [UInt8]) -> String {
        var text: [UInt8] = []
        for node in nodes[index..<nodes[index].subtreeEnd] {
            switch node.kind {
            case .text, .code: text.append(contentsOf: buffer[node.literal.indices])
            case .softBreak, .lineBreak: text.append(.space)
            default: break
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
