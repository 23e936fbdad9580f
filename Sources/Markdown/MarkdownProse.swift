/// The words of a page that speak to its reader.
extension MarkdownDocument {
    /// Text and inline code among the nodes of `range`, headings included.
    ///
    /// Comments, HTML, code blocks, alternative texts and the text of addresses are none.
    package func proseNodes(in range: Range<Int>) -> LazyFilterSequence<ArraySlice<MarkdownNode>> {
        nodes[range.clamped(to: nodes.indices)].lazy.filter { $0.isProse }
    }

    /// Whether something of a node's text can be seen: not white space, and not marks without a width.
    package func hasVisibleText(inNode index: Int) -> Bool {
        nodes[index..<nodes[index].subtreeEnd].contains { node in
            guard node.kind == .text || node.kind == .code else { return false }
            return text(of: node).unicodeScalars.contains { scalar in
                !scalar.properties.isWhitespace && !scalar.properties.isDefaultIgnorableCodePoint
                    && scalar.properties.generalCategory != .control
            }
        }
    }

    /// The number of words in text outside headings; code is no word.
    package func wordCount(in range: Range<Int>) -> Int {
        var counter = WordCounter()
        for node in nodes[range.clamped(to: nodes.indices)] where !node.isInHeading {
            switch node.kind {
            case .text: if node.isProse { counter.read(literalBytes(of: node)) }
            case .emphasis, .strong, .strikethrough, .link: break
            default: counter.endWord()
            }
        }
        counter.endWord()
        return counter.count
    }
}

/// Counts runs between white space that hold a letter or digit; an ideograph is a word by itself.
struct WordCounter {
    private(set) var count = 0
    private var isInWord = false

    mutating func read(_ bytes: ArraySlice<UInt8>) {
        var offset = bytes.startIndex
        while offset < bytes.endIndex {
            let byte = bytes[offset]
            switch byte {
            case _ where byte.isWhitespace: endWord()
            case _ where byte.isLetterOrDigit: isInWord = true
            case 0xE3...0xE9 where offset + 1 < bytes.endIndex && (byte > 0xE3 || bytes[offset + 1] >= 0x81):
                endWord()
                count += 1
            case 0xC2 where offset + 1 < bytes.endIndex && bytes[offset + 1] == 0xA0: endWord()
            case 0xE2 where offset + 1 < bytes.endIndex && bytes[offset + 1] <= 0x81: break
            case 0xC3...: isInWord = true
            default: break
            }
            offset += 1
        }
    }

    mutating func endWord() {
        if isInWord { count += 1 }
        isInWord = false
    }
}
