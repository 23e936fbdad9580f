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

    /// The link to a heading stands beside it, so that it is no part of the heading's name.
    mutating func openHeading(_ node: MarkdownNode, at index: Int) {
        startLine()
        if nextHeading < document.headings.count {
            put("<div class=\"heading\">\n<h")
            output.append(level(of: node))
            put(" id=\"")
            output.appendEscaped(document.headings[nextHeading].anchor)
            put("\">")
        } else {
            put("<h")
            output.append(level(of: node))
            put(">")
        }
        push(node, at: index)
    }

    mutating func closeHeading(_ node: MarkdownNode) {
        put("</h")
        output.append(level(of: node))
        put(">\n")
        guard nextHeading < document.headings.count else { return }
        let heading = document.headings[nextHeading]
        nextHeading += 1
        put("<a class=\"anchor\" href=\"#")
        PercentEncoding.append(Array(heading.anchor.utf8)[...], to: &output)
        put("\" aria-label=\"")
        put(heading.title, in: words.headingLink)
        put("\"><span aria-hidden=\"true\">#</span></a>\n</div>\n")
        if let fragment = hooks.afterHeading(heading) { output.append(contentsOf: fragment.bytes) }
    }

    private mutating func put(_ title: String, in frame: MarkdownWords.Frame) {
        output.appendEscaped(frame.before)
        output.appendEscaped(title)
        output.appendEscaped(frame.after)
    }

    private func level(of heading: MarkdownNode) -> UInt8 {
        UInt8(ascii: "0") + UInt8(clamping: min(max(heading.number, 1), 6))
    }

    // Quotes and lists

    mutating func openAlert(_ node: MarkdownNode, at index: Int) {
        let alert = MarkdownAlert(rawValue: node.number) ?? .note
        let title = words.alerts[alert] ?? ""
        put("<div class=\"alert alert-\(alert.name)\" role=\"note\" aria-label=\"")
        output.appendEscaped(title)
        put("\">\n<p class=\"alert-title\">")
        output.appendEscaped(title)
        element("</p>\n", node, at: index)
    }

    mutating func openOrderedList(_ node: MarkdownNode, at index: Int) {
        let heading = nextHeading > 0 ? document.headings[nextHeading - 1] : nil
        // A list of another list's item, of a quote or of an alert is no row of steps of the page.
        let isSteps = open.isEmpty && hooks.isSteps(list: index, under: heading)
        put(isSteps ? "<ol class=\"steps\" role=\"list\"" : "<ol")
        element(node.number == 1 ? ">\n" : " start=\"\(node.number)\">\n", node, at: index)
    }

    mutating func openTask(_ node: MarkdownNode, at index: Int) {
        put("<li class=\"task\"><input type=\"checkbox\" disabled=\"\" ")
        put(node.isChecked ? "checked=\"\" aria-label=\"" : "aria-label=\"")
        output.appendEscaped(node.isChecked ? words.done : words.notDone)
        element("\" /> ", node, at: index)
    }

    // Code

    mutating func writeCodeBlock(_ node: MarkdownNode) {
        let language = document.language(of: node)
        let code = document.literalBytes(of: node)
        if language.isEmpty {
            put("<pre><code>")
            output.appendEscaped(code)
        } else {
            put("<pre><code class=\"language-")
            output.appendEscaped(language)
            put("\">")
            if let marked = hooks.code(code, in: String(decoding: language, as: UTF8.self)) {
                output.append(contentsOf: marked.bytes)
            } else {
                output.appendEscaped(code)
            }
        }
        put("</code></pre>\n")
    }

    // Tables

    /// A table that may be wider than a phone scrolls in a box of its own, which the keyboard can reach.
    mutating func openTable(_ node: MarkdownNode, at index: Int) {
        if columnCount(ofTable: index) > Self.mostColumnsOfNarrowTable {
            put("<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"")
            if nextHeading > 0 {
                put(document.headings[nextHeading - 1].title, in: words.tableNamed)
            } else {
                output.appendEscaped(words.table)
            }
            put("\">\n")
        } else {
            put("<div class=\"table-narrow\">\n")
        }
        element("<table>\n", node, at: index)
    }

    private static let mostColumnsOfNarrowTable = 2

    private func columnCount(ofTable index: Int) -> Int {
        guard index + 1 < document.nodes.count, document.nodes[index + 1].kind == .tableRow else { return 0 }
        return document.nodes[index + 1..<document.nodes[index + 1].subtreeEnd].count(where: \.kind.isCell)
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

    /// One of a header is no heading: there is nothing to be read out.
    func isEmptyCell(_ index: Int) -> Bool { document.nodes[index].subtreeEnd == index + 1 }

    mutating func openCell(_ node: MarkdownNode, at index: Int) {
        put(node.kind == .tableHeader && !isEmptyCell(index) ? "<th scope=\"col\"" : "<td")
        switch node.alignment {
        case .left: put(" class=\"align-left\"")
        case .center: put(" class=\"align-center\"")
        case .right: put(" class=\"align-right\"")
        case .none: break
        }
        element(">", node, at: index)
    }
}
