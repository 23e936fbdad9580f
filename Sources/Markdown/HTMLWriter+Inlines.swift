import Markup

extension HTMLWriter {
    mutating func writeCode(_ node: MarkdownNode) {
        put("<code>")
        output.appendEscaped(document.literalBytes(of: node))
        put("</code>")
    }

    // Links

    mutating func openLink(_ node: MarkdownNode, at index: Int) {
        switch hooks.link(node, in: document) {
        case .asWritten: openLink(node, at: index, to: document.destinationBytes(of: node), [])
        case .to(let destination, let attributes):
            openLink(node, at: index, to: Array(destination.utf8)[...], attributes)
        case .textOnly: push(node, at: index, form: .bare)
        }
    }

    private mutating func openLink(
        _ node: MarkdownNode,
        at index: Int,
        to destination: ArraySlice<UInt8>,
        _ attributes: [HTMLAttribute]
    ) {
        guard LinkSafety.allows(destination) else { return push(node, at: index, form: .bare) }
        put("<a href=\"")
        PercentEncoding.append(destination, to: &output)
        put("\"")
        writeTitle(of: node)
        write(attributes)
        element(">", node, at: index)
    }

    private mutating func writeTitle(of node: MarkdownNode) {
        guard !node.title.isEmpty else { return }
        put(" title=\"")
        output.appendEscaped(document.titleBytes(of: node))
        put("\"")
    }

    private mutating func write(_ attributes: [HTMLAttribute]) {
        for attribute in attributes {
            put(" ")
            put(attribute.name)
            put("=\"")
            output.appendEscaped(attribute.value)
            put("\"")
        }
    }

    // Images

    mutating func writeImage(_ node: MarkdownNode, at index: Int) {
        switch imageRenderings.popLast() ?? hooks.image(node, in: document) {
        case .asWritten: writeImage(node, at: index, from: document.destinationBytes(of: node), [])
        case .to(let source, let attributes): writeImage(node, at: index, from: Array(source.utf8)[...], attributes)
        case .block(let fragment) where !node.isInHeading:
            startLine()
            output.append(contentsOf: fragment.bytes)
        case .block, .textOnly: writeAlternativeText(ofNode: index)
        }
    }

    private mutating func writeImage(
        _ node: MarkdownNode,
        at index: Int,
        from source: ArraySlice<UInt8>,
        _ attributes: [HTMLAttribute]
    ) {
        guard LinkSafety.allows(source) else { return writeAlternativeText(ofNode: index) }
        put("<img src=\"")
        PercentEncoding.append(source, to: &output)
        put("\" alt=\"")
        writeAlternativeText(ofNode: index)
        put("\"")
        writeTitle(of: node)
        write(attributes)
        put(" />")
    }

    private mutating func writeAlternativeText(ofNode index: Int) {
        output.appendEscaped(document.plainText(ofNode: index))
    }
}
