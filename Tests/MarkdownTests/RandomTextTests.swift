import Diagnostics
import Markdown
import Testing

/// What must hold for any text, tried on texts from a seeded generator.
struct RandomTextTests {
    private static let pieces = [
        "a", "b c", " ", "  ", "    ", "\t", "\n", "\n", "\n\n", "\r\n", "\r", "*", "**", "_", "`", "```\n", "~", "~~",
        "> ", "- ", "1. ", "# ", "[", "](", "](x.md)", "[r]",
        "![", ")", "<", ">", "<b>", "<!-- c -->", "<http://d.e>", "&amp;", "&copy;", "&NotEqualTilde;", "\\", "\\*",
        "\\|", "|", "| a | b |\n", "| - | - |\n", "---\n", "===\n",
        "[r]: u.md\n", "\n\n[r]: v\n", "www.f.g", "https://h.i/_j_", "k@l.m", "é", "日本", "[!NOTE]\n", "[x] ",
        "(feature:n)", "“", "😀",
    ]

    static func text(seed: UInt64) -> String {
        var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
        func next(_ bound: Int) -> Int {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Int(state >> 33) % bound
        }
        return (0..<5 + next(60)).map { _ in pieces[next(pieces.count)] }.joined()
    }

    @Test func `every range lies in its file and in its parent's, and nodes nest`() {
        for seed in 1...3000 as ClosedRange<UInt64> {
            let text = Self.text(seed: seed)
            let document = parse(text)
            var open: [Int] = []
            for (index, node) in document.nodes.enumerated() {
                while let last = open.last, document.nodes[last].subtreeEnd <= index { open.removeLast() }
                #expect(Int(node.depth) == open.count, "\(text.debugDescription)")
                #expect(node.range.end <= text.utf8.count, "\(text.debugDescription)")
                if let parent = open.last {
                    #expect(document.nodes[parent].range.contains(node.range), "\(text.debugDescription)")
                    #expect(node.subtreeEnd <= document.nodes[parent].subtreeEnd, "\(text.debugDescription)")
                }
                open.append(index)
            }
        }
    }

    @Test func `text is found where its node says`() {
        for seed in 1...3000 as ClosedRange<UInt64> {
            let text = Self.text(seed: seed)
            let bytes = Array(text.utf8)
            let document = parse(text)
            for node in document.nodes where node.kind == .text && node.isRangeExact {
                let source = bytes[node.range.start..<node.range.end]
                guard !source.contains(UInt8(ascii: "&")), !source.contains(UInt8(ascii: "\\")) else { continue }
                #expect(document.literalBytes(of: node).elementsEqual(source), "\(text.debugDescription)")
            }
        }
    }

    @Test func `the HTML is UTF-8 and balanced`() {
        for seed in 1...3000 as ClosedRange<UInt64> {
            let text = Self.text(seed: seed)
            var output: [UInt8] = []
            HTMLWriter.write(parse(text), into: &output, with: PlainPageHooks())
            #expect(String(validating: output, as: UTF8.self) != nil, "\(text.debugDescription)")
            #expect(Self.isBalanced(output), "\(text.debugDescription)")
        }
    }

    private static func isBalanced(_ html: [UInt8]) -> Bool {
        var open: [ArraySlice<UInt8>] = []
        for part in html.split(separator: UInt8(ascii: "<"), omittingEmptySubsequences: false).dropFirst() {
            let tag = part.prefix { $0 != UInt8(ascii: ">") }
            let name = tag.prefix { $0 != UInt8(ascii: " ") }
            if tag.last == UInt8(ascii: "/") { continue }
            if name.first == UInt8(ascii: "/") {
                guard let last = open.popLast(), last.elementsEqual(name.dropFirst()) else { return false }
            } else {
                open.append(name)
            }
        }
        return open.isEmpty
    }
}
