extension MarkdownTextWriter {
    // Headings

    mutating func openHeading(_ node: MarkdownNode, at index: Int) {
        startBlock()
        output += [UInt8](repeating: UInt8(ascii: "#"), count: Int(min(max(node.number, 1), 6)))
        output.append(.space)
        isAtLineStart = false
        push(node, at: index)
    }

    mutating func closeHeading() {
        endLine()
        guard nextHeading < document.headings.count else { return }
        let heading = document.headings[nextHeading]
        nextHeading += 1
        guard let text = hooks.afterHeading(heading) else { return }
        startBlock()
        output += text.utf8
        output.append(.lineFeed)
    }

    // Code

    /// A fence that is longer than any in the code.
    mutating func writeCodeBlock(_ node: MarkdownNode) {
        let code = document.literalBytes(of: node)
        let info = document.language(of: node)
        let mark = UInt8(ascii: info.contains(UInt8(ascii: "`")) ? "~" : "`")
        let fence = [UInt8](repeating: mark, count: max(3, MarkdownText.longestRun(of: mark, in: code) + 1))
        startBlock()
        output += fence + info + [.lineFeed]
        var lines = code.split(separator: .lineFeed, omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        for line in lines {
            writeLinePrefix()
            output += line
            if line.isEmpty { endLine() } else { output.append(.lineFeed) }
        }
        writeLinePrefix()
        output += fence + [.lineFeed]
    }

    // Tables

    mutating func openRow(_ node: MarkdownNode, at index: Int) {
        // The first row stands where the table was begun.
        if index > (open.last?.node ?? 0) + 1 { writeLinePrefix() }
        output.append(UInt8(ascii: "|"))
        push(node, at: index)
    }

    mutating func openCell(_ node: MarkdownNode, at index: Int) {
        output.append(.space)
        isAtLineStart = false
        if node.kind == .tableHeader { columns.append(node.alignment) }
        push(node, at: index, closing: " |")
    }

    mutating func closeRow(_ row: OpenBlock) {
        output.append(.lineFeed)
        guard row.node + 1 < document.nodes.count, document.nodes[row.node + 1].kind == .tableHeader else { return }
        writeLinePrefix()
        output.append(UInt8(ascii: "|"))
        for alignment in columns {
            let mark =
                switch alignment {
                case .none: " --- |"
                case .left: " :-- |"
                case .center: " :-: |"
                case .right: " --: |"
                }
            output += mark.utf8
        }
        output.append(.lineFeed)
    }
}
