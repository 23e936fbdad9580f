import Markup

extension HTMLWriter {
    // Paragraphs

    /// A paragraph that is one block image is that block; one with a block image among other things is a division.
    mutating func openParagraph(_ node: MarkdownNode, at index: Int) {
        let hasBlock = askForImages(of: node, at: index)
        let isOneImage =
            index + 1 < node.subtreeEnd && document.nodes[index + 1].kind == .image
            && document.nodes[index + 1].subtreeEnd == node.subtreeEnd
        guard !node.isTight, !(hasBlock && isOneImage) else { return push(node, at: index, form: .bare) }
        startLine()
        put(hasBlock ? "<div>" : "<p>")
        push(node, at: index, form: hasBlock ? .division : .usual)
    }

    /// Returns whether one of the paragraph's images is a block.
    private mutating func askForImages(of node: MarkdownNode, at index: Int) -> Bool {
        imageRenderings.removeAll(keepingCapacity: true)
        var hasBlock = false
        var child = index + 1
        while child < node.subtreeEnd {
            let image = document.nodes[child]
            child = image.kind == .image ? image.subtreeEnd : child + 1
            guard image.kind == .image else { continue }
            let rendering = hooks.image(image, in: document)
            if case .block = rendering { hasBlock = true }
            imageRenderings.append(rendering)
        }
        imageRenderings.reverse()
        return hasBlock
    }

    mutating func closeParagraph(_ form: OpenElement.Form) {
        switch form {
        case .usual: put("</p>\n")
        case .division: put("</div>\n")
        case .bare: break
        }
    }

    // Headings

    mutating func openHeading(_ node: MarkdownNode, at index: Int) {
        startLine()
        put("<h")
        output.append(level(of: node))
        if nextHeading < document.headings.count {
            put(" id=\"")
            output.appendEscaped(document.headings[nextHeading].anchor)
            put("\"")
        }
        put(">")
        push(node, at: index)
    }

    mutating func closeHeading(_ node: MarkdownNode) {
        guard nextHeading < document.headings.count else { return }
        let heading = document.headings[nextHeading]
        nextHeading += 1
        put("<a class=\"anchor\" href=\"#")
        PercentEncoding.append(Array(heading.anchor.utf8)[...], to: &output)
        put("\" aria-label=\"Link to this section\"><span aria-hidden=\"true\">#</span></a></h")
        output.append(level(of: node))
        put(">\n")
        if let fragment = hooks.afterHeading(heading) { output.append(contentsOf: fragment.bytes) }
    }

    private func level(of heading: MarkdownNode) -> UInt8 {
        UInt8(ascii: "0") + UInt8(clamping: min(max(heading.number, 1), 6))
    }

    // Quotes and lists

    mutating func openAlert(_ node: MarkdownNode, at index: Int) {
        let alert = MarkdownAlert(rawValue: node.number) ?? .note
        put("<aside class=\"alert alert-\(alert.name)\" aria-label=\"\(alert.title)\">\n")
        element("<p class=\"alert-title\">\(alert.title)</p>\n", node, at: index)
    }

    mutating func openOrderedList(_ node: MarkdownNode, at index: Int) {
        element(node.number == 1 ? "<ol>\n" : "<ol start=\"\(node.number)\">\n", node, at: index)
    }

    mutating func openTask(_ node: MarkdownNode, at index: Int) {
        put("<li class=\"task\"><input type=\"checkbox\" disabled=\"\" ")
        let state = node.isChecked ? "checked=\"\" aria-label=\"Done\" /> " : "aria-label=\"Not done\" /> "
        element(state, node, at: index)
    }

    // Code

    mutating func writeCodeBlock(_ node: MarkdownNode) {
        let language = document.language(of: node)
        if language.isEmpty {
            put("<pre><code>")
        } else {
            put("<pre><code class=\"language-")
            output.appendEscaped(language)
            put("\">")
        }
        output.appendEscaped(document.literalBytes(of: node))
        put("</code></pre>\n")
    }

    // Tables

    mutating func openTable(_ node: MarkdownNode, at index: Int) {
        put("<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"Table\">\n")
        element("<table>\n", node, at: index)
    }

    mutating func openRow(_ node: MarkdownNode, at index: Int) {
        let isHeader = isHeaderRow(index)
        if isHeader {
            put("<thead>\n")
        } else if let table = open.last, document.nodes[table.node + 1].subtreeEnd == index {
            put("<tbody>\n")
        }
        element("<tr>\n", node, at: index)
    }

    mutating func closeRow(_ row: OpenElement) {
        put("</tr>\n")
        if isHeaderRow(row.node) {
            put("</thead>\n")
        } else if let table = open.last, table.end == row.end {
            put("</tbody>\n")
        }
    }

    private func isHeaderRow(_ index: Int) -> Bool {
        index + 1 < document.nodes.count && document.nodes[index + 1].kind == .tableHeader
    }

    mutating func openCell(_ node: MarkdownNode, at index: Int) {
        put(node.kind == .tableHeader ? "<th scope=\"col\"" : "<td")
        switch node.alignment {
        case .left: put(" class=\"align-left\"")
        case .center: put(" class=\"align-center\"")
        case .right: put(" class=\"align-right\"")
        case .none: break
        }
        element(">", node, at: index)
    }
}
