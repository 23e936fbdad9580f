import Diagnostics

/// Collects the nodes and the literal text of one template.
struct NodeWriter {
    private(set) var nodes: [TemplateNode] = []
    private var places: [TagPlace] = []
    private var arguments: [Int: [String: Int]] = [:]
    private var text: [UInt8] = []
    private var names: [String] = []
    /// The blanks that every line loses, because the block around it is indented anew where it is rendered.
    var margin = ByteRange(0, 0)

    private let source: [UInt8]
    /// Where the literal text that is not yet written begins.
    private var textStart = 0
    /// A literal before this node may not grow: it is inside another node, or its text may yet be moved.
    private var firstGrowingNode = 0

    init(source: [UInt8]) {
        self.source = source
    }

    mutating func addText(upTo end: Int) {
        guard textStart < end else { return }
        let written = text.count
        appendWithoutMargin(ByteRange(textStart, end))
        textStart = end
        guard text.count > written else { return }
        if nodes.count > firstGrowingNode, let last = nodes.last, last.kind == .literal {
            nodes[nodes.count - 1].text = last.text.lowerBound..<text.count
        } else {
            nodes.append(.literal(written..<text.count, at: nodes.count))
        }
    }

    /// Adds a literal that stays apart from its neighbours, even when it is empty.
    mutating func addSeparateText(upTo end: Int) -> Int {
        let written = text.count
        appendWithoutMargin(ByteRange(textStart, end))
        textStart = end
        nodes.append(.literal(written..<text.count, at: nodes.count))
        firstGrowingNode = nodes.count
        return nodes.count - 1
    }

    mutating func skipText(to start: Int) {
        textStart = start
    }

    @discardableResult
    mutating func add(_ kind: TemplateNode.Kind, _ tag: TemplateTag) -> Int {
        // The name of a text is looked up as a whole.
        let isPath = tag.isDynamic || [.variable, .unescapedVariable, .section, .invertedSection].contains(kind)
        let firstName = names.count
        if !isPath {
            names.append(tag.name)
        } else if tag.name != "." {
            names.append(contentsOf: tag.name.split(separator: ".").map(String.init))
        }
        nodes.append(
            TemplateNode(
                kind: kind,
                place: places.count,
                names: firstName..<names.count,
                isDynamic: tag.isDynamic,
                text: 0..<0,
                end: nodes.count + 1
            )
        )
        places.append(TagPlace(tag: tag.range, name: tag.nameRange))
        firstGrowingNode = nodes.count
        return nodes.count - 1
    }

    mutating func close(_ node: Int) {
        nodes[node].end = nodes.count
        firstGrowingNode = nodes.count
    }

    mutating func indent(_ node: Int, like blanks: ByteRange, opensLine: Bool) {
        let written = text.count
        appendWithoutMargin(blanks)
        nodes[node].text = written..<text.count
        nodes[node].opensLine = opensLine
    }

    mutating func moveText(of literal: Int, toIndent node: Int) {
        nodes[node].text = nodes[literal].text
        nodes[node].opensLine = true
        nodes[literal].text = 0..<0
    }

    func template(name: String, path: String) -> Template {
        Template(
            name: name,
            path: path,
            nodes: nodes,
            places: places,
            arguments: arguments,
            text: text,
            names: names
        )
    }

    func isEmpty(_ node: Int) -> Bool {
        nodes.count == node + 1
    }

    /// Keeps the block for rendering; the block of the same name that was there before, if any.
    mutating func setArgument(_ argument: Int, named name: String, of parent: Int) -> Int? {
        arguments[parent, default: [:]].updateValue(argument, forKey: name)
    }

    func tag(of node: Int) -> ByteRange {
        places[nodes[node].place].tag
    }

    private mutating func appendWithoutMargin(_ range: ByteRange) {
        guard !margin.isEmpty else { return text.append(contentsOf: source[range.start..<range.end]) }
        var lineStart = range.start
        while lineStart < range.end {
            let lineEnd = endOfLine(from: lineStart, limit: range.end)
            let start = isLineStart(lineStart) ? min(lineEnd, endOfMargin(from: lineStart)) : lineStart
            text.append(contentsOf: source[start..<lineEnd])
            lineStart = lineEnd
        }
    }

    private func endOfMargin(from lineStart: Int) -> Int {
        var count = 0
        while count < margin.count, lineStart + count < source.count,
            source[lineStart + count] == source[margin.start + count]
        {
            count += 1
        }
        return lineStart + count
    }

    private func endOfLine(from start: Int, limit: Int) -> Int {
        var end = start
        while end < limit, source[end] != UInt8(ascii: "\n") { end += 1 }
        return min(end + 1, limit)
    }
}

/// The line of a tag that shares it with blanks only, its end included.
struct StandaloneLine {
    let start: Int
    let end: Int
}

extension NodeWriter {
    func standaloneLine(around tag: ByteRange) -> StandaloneLine? {
        guard let start = blankLineStart(before: tag.start), let end = blankLineEnd(after: tag.end) else { return nil }
        return StandaloneLine(start: start, end: end)
    }

    /// Where the line begins, when only blanks stand before `position`.
    func blankLineStart(before position: Int) -> Int? {
        var start = position
        while start > textStart, source[start - 1].isBlank { start -= 1 }
        return isLineStart(start) ? start : nil
    }

    /// Where the next line begins, when only blanks follow on this one.
    func blankLineEnd(after position: Int) -> Int? {
        var end = position
        while end < source.count, source[end].isBlank { end += 1 }
        if end + 1 < source.count, source[end] == UInt8(ascii: "\r"), source[end + 1] == UInt8(ascii: "\n") { end += 1 }
        guard end < source.count else { return end }
        return source[end] == UInt8(ascii: "\n") ? end + 1 : nil
    }

    private func isLineStart(_ position: Int) -> Bool {
        position == 0 || source[position - 1] == UInt8(ascii: "\n")
    }

    /// The blanks before the first line with anything on it.
    func margin(ofLinesFrom start: Int) -> ByteRange {
        var lineStart = start
        while let next = blankLineEnd(after: lineStart), next > lineStart { lineStart = next }
        var end = lineStart
        while end < source.count, source[end].isBlank { end += 1 }
        return ByteRange(lineStart, end)
    }

    /// The text not yet written, from its first word to its last; nil when there is none.
    func wordsOfText(upTo end: Int) -> ByteRange? {
        guard textStart < end else { return nil }
        var (start, end) = (textStart, end)
        while start < end, source[start].isWhitespace { start += 1 }
        while start < end, source[end - 1].isWhitespace { end -= 1 }
        return start < end ? ByteRange(start, end) : nil
    }
}

extension TemplateNode {
    fileprivate static func literal(_ text: Range<Int>, at index: Int) -> TemplateNode {
        TemplateNode(kind: .literal, place: 0, names: 0..<0, text: text, end: index + 1)
    }
}
