import Markdown

/// What a paragraph, a heading or a cell says, with every name in code or in a link of its own as a word `name`.
///
/// It is made once for all the names that stand in it.
struct BlockText {
    let bytes: [UInt8]
    private let firstNode: Int
    /// Where the text of each node begins.
    private let starts: [Int]
    /// Where each sentence ends.
    private let ends: [Int]
    private let firstWord: Int

    /// - Parameter names: the links that name a scope, whatever their text.
    init(of block: Int, in document: MarkdownDocument, names: Set<Int>) {
        var bytes: [UInt8] = []
        var starts: [Int] = []
        var hiddenEnd = 0
        for index in (block + 1)..<max(block + 1, document.nodes[block].subtreeEnd) {
            starts.append(bytes.count)
            guard index >= hiddenEnd else { continue }
            let node = document.nodes[index]
            switch node.kind {
            case .text: bytes += document.literalBytes(of: node)
            case .code: bytes += Self.name
            case .softBreak, .lineBreak: bytes.append(UInt8(ascii: " "))
            case .link where names.contains(index):
                bytes += Self.name
                hiddenEnd = node.subtreeEnd
            case .emphasis, .strong, .link: break
            default:
                bytes += Self.unknown
                hiddenEnd = node.subtreeEnd
            }
        }
        self.bytes = bytes
        self.starts = starts
        firstNode = block + 1
        ends = Self.ends(ofSentencesIn: bytes)
        firstWord = bytes.firstIndex { $0 != UInt8(ascii: " ") } ?? bytes.count
    }

    /// Where a name stands in the text; nil where its node is not in it.
    ///
    /// - Parameter offset: from the start of the node's text; nil where the whole node is the name.
    func offset(of node: Int, _ offset: Int?) -> Int? {
        guard starts.indices.contains(node - firstNode) else { return nil }
        // A space stands before the word of a whole node.
        return starts[node - firstNode] + (offset ?? 1)
    }

    /// Whether nothing stands before a place.
    func isStart(_ offset: Int) -> Bool { offset <= firstWord }

    func sentence(at offset: Int) -> Range<Int> {
        var (low, high) = (0, ends.count)
        while low < high {
            let middle = low + (high - low) / 2
            if ends[middle] <= offset { low = middle + 1 } else { high = middle }
        }
        return (low > 0 ? ends[low - 1] : 0)..<(low < ends.count ? ends[low] : bytes.count)
    }

    private static let name = Array(" `name` ".utf8)
    /// A picture, or what is struck out, is no word that says or denies anything.
    private static let unknown = Array(" \u{FFFC} ".utf8)
}

extension BlockText {
    /// A mark ends a sentence where a space follows; it may be the end of an abbreviation.
    private static func ends(ofSentencesIn text: [UInt8]) -> [Int] {
        var ends: [Int] = []
        var index = 0
        while index < text.count {
            let length = lengthOfStop(text, at: index)
            index += max(length, 1)
            if length > 0, index < text.count, isSpace(text[index]) { ends.append(index) }
        }
        return ends
    }

    /// In bytes; 0 where no sentence ends.
    private static func lengthOfStop(_ text: [UInt8], at index: Int) -> Int {
        switch text[index] {
        case UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: "?"), UInt8(ascii: "!"): 1
        // The Arabic marks.
        case 0xD8 where index + 1 < text.count && (text[index + 1] == 0x9B || text[index + 1] == 0x9F): 2
        default: 0
        }
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") }
}
