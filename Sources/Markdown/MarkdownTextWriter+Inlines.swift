extension MarkdownTextWriter {
    /// Returns the index of the next node to write.
    mutating func writeInline(_ node: MarkdownNode, at index: Int) -> Int {
        switch node.kind {
        case .text: writeText(document.literalBytes(of: node))
        case .code:
            MarkdownText.appendCode(document.literalBytes(of: node), isInCell: isInCell, to: &output)
            isAtLineStart = false
        case .softBreak: breakLine(with: "")
        case .lineBreak: breakLine(with: "\\")
        case .emphasis: mark("*", node, at: index)
        case .strong: mark("**", node, at: index)
        case .strikethrough: mark("~~", node, at: index)
        case .link: return openLink(node, at: index)
        case .image:
            writePicture(node, at: index)
            return node.subtreeEnd
        default: break
        }
        return index + 1
    }

    private var isInCell: Bool { open.contains { document.nodes[$0.node].kind.isCell } }
    private var isInHeading: Bool { open.contains { document.nodes[$0.node].kind == .heading } }

    private mutating func writeText(_ text: ArraySlice<UInt8>) {
        guard !text.isEmpty else { return }
        MarkdownText.append(text, isAtLineStart: isAtLineStart, to: &output)
        isAtLineStart = false
    }

    private mutating func breakLine(with mark: String) {
        guard !isInHeading, !isInCell else { return output.append(.space) }
        output += mark.utf8
        output.append(.lineFeed)
        writeLinePrefix()
    }

    private mutating func mark(_ mark: String, _ node: MarkdownNode, at index: Int) {
        output += mark.utf8
        isAtLineStart = false
        push(node, at: index, closing: mark)
    }

    // Links

    private mutating func openLink(_ node: MarkdownNode, at index: Int) -> Int {
        guard let destination = hooks.destination(ofLink: node, in: document) else {
            push(node, at: index)
            return index + 1
        }
        let isItsOwnText =
            destination == document.plainText(ofNode: index) && destination.contains(":")
            && destination.utf8.allSatisfy { $0 > .space && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">") }
        isAtLineStart = false
        if isItsOwnText, node.isAddress {
            output += "<\(destination)>".utf8
            return node.subtreeEnd
        }
        output.append(UInt8(ascii: "["))
        push(node, at: index)
        open[open.count - 1].closing = ending(to: destination, node)
        return index + 1
    }

    private func ending(to destination: String, _ node: MarkdownNode) -> [UInt8] {
        var bytes = Array("](".utf8)
        MarkdownText.appendDestination(destination.utf8, to: &bytes)
        let title = document.titleBytes(of: node)
        if !title.isEmpty {
            bytes += " \"".utf8
            for byte in title {
                let isMark = byte == UInt8(ascii: "\"") || byte == .backslash || byte == UInt8(ascii: "&")
                if isMark || byte == UInt8(ascii: "|") { bytes.append(.backslash) }
                bytes.append(byte.isLineEnd ? .space : byte)
            }
            bytes.append(UInt8(ascii: "\""))
        }
        bytes.append(UInt8(ascii: ")"))
        return bytes
    }

    private mutating func writePicture(_ node: MarkdownNode, at index: Int) {
        let words = document.plainText(ofNode: index)
        let picture = hooks.picture(node, in: document)
        let text = MarkdownText.escaped(words, isAtStart: isAtLineStart && picture == .textOnly)
        isAtLineStart = false
        switch picture {
        case .image(let source): output += "![\(text)".utf8 + ending(to: source, node)
        case .link(let target): output += "[\(text)".utf8 + ending(to: target, node)
        case .textOnly: output += text.utf8
        }
    }
}
