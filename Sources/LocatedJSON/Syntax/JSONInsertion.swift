package import Diagnostics

extension JSONValue {
    /// What has to be written where, so that an array or object has further items at its end, laid out as the others are.
    ///
    /// - Parameters:
    ///   - items: values of an array, or keys with their values, each as ``JSONWriter`` lays it out.
    ///   - bytes: the document that the value stands in.
    package func appending(_ items: [String], in bytes: [UInt8]) -> (range: ByteRange, text: String)? {
        guard !items.isEmpty, isContainer, range.end <= bytes.count, range.count >= 2 else { return nil }
        let closing = range.end - 1
        var layout = DocumentLayout(of: bytes)
        guard let last = lastItem else {
            let outer = indentation(of: range.start, in: bytes)
            layout.follow(outer)
            let inner = outer + layout.indent
            let text = items.map { layout.lineEnd + inner + layout.lines(of: $0, indentedBy: inner) }
            return (ByteRange(range.start + 1, closing), text.joined(separator: ",") + layout.lineEnd + outer)
        }
        // Where objects are written on a line each, further ones are as well.
        let isOnOneLine = members == nil && !bytes[last.start..<last.end].contains(where: \.isLineEnd)
        let place = ByteRange(last.end, last.end)
        guard let indent = indentationOfLine(at: last.start, in: bytes) else {
            return (place, items.map { ", " + onOneLine($0) }.joined())
        }
        layout.follow(indent)
        let text = items.map { item in
            let lines = isOnOneLine ? onOneLine(item) : layout.lines(of: item, indentedBy: indent)
            return "," + layout.lineEnd + indent + lines
        }
        return (place, text.joined())
    }

    private var lastItem: ByteRange? {
        if let element = elements?.last { return element.range }
        return members?.last.map { ByteRange($0.nameRange.start, $0.value.range.end) }
    }
}

/// How a document breaks and indents its lines.
private struct DocumentLayout {
    let lineEnd: String
    /// What a level is indented by.
    private(set) var indent: String

    init(of bytes: [UInt8]) {
        let firstEnd = bytes.firstIndex(where: \.isLineEnd)
        switch firstEnd.map({ bytes[$0...].prefix(2) }) {
        case [Byte.carriageReturn, Byte.lineFeed]: lineEnd = "\r\n"
        case let end? where end.first == Byte.carriageReturn: lineEnd = "\r"
        default: lineEnd = "\n"
        }
        indent = Self.firstIndent(in: bytes[(firstEnd ?? bytes.endIndex)...]) ?? "  "
    }

    /// Tabs and spaces are not mixed, whatever other lines of the document do: one tab is a level.
    mutating func follow(_ outer: String) {
        let isTabbed = outer.isEmpty ? indent.utf8.first == Byte.tab : outer.utf8.allSatisfy { $0 == Byte.tab }
        if isTabbed {
            indent = "\t"
        } else if !outer.isEmpty, indent.utf8.contains(Byte.tab), !outer.utf8.contains(Byte.tab) {
            indent = "  "
        }
    }

    /// The first line that is indented is so by one level.
    private static func firstIndent(in bytes: ArraySlice<UInt8>) -> String? {
        var rest = bytes
        while let end = rest.firstIndex(where: \.isLineEnd) {
            rest = rest[(end + 1)...]
            let space = rest.prefix { $0 == Byte.space || $0 == Byte.tab }
            if !space.isEmpty, space.count <= 8, space.endIndex < bytes.endIndex, !bytes[space.endIndex].isLineEnd {
                return String(decoding: space, as: UTF8.self)
            }
        }
        return nil
    }

    /// The lines of an item below one another at the place where it is written; text in JSON has no line breaks.
    func lines(of item: String, indentedBy outer: String) -> String {
        let lines = item.split(separator: "\n", omittingEmptySubsequences: true)
        guard let first = lines.first else { return item }
        return lines.dropFirst().reduce(String(first)) { text, line in
            let inner = line.prefix { $0 == " " }
            let levels = String(repeating: indent, count: inner.utf8.count / 2)
            return text + lineEnd + outer + levels + line.dropFirst(inner.count)
        }
    }
}

/// An item of several lines on a single one: `{"id": "a", "actor": "bot"}`.
private func onOneLine(_ item: String) -> String {
    let lines = item.split(separator: "\n").map { $0.drop { $0 == " " } }
    return lines.indices.dropFirst().reduce(String(lines.first ?? "")) { text, place in
        let isTight = text.last == "{" || text.last == "[" || lines[place].first == "}" || lines[place].first == "]"
        return text + (isTight ? "" : " ") + lines[place]
    }
}

/// The white space at the beginning of the line on which a byte stands.
private func indentation(of place: Int, in bytes: [UInt8]) -> String {
    var start = place
    while start > 0, !bytes[start - 1].isLineEnd { start -= 1 }
    return String(decoding: bytes[start...].prefix { $0 == Byte.space || $0 == Byte.tab }, as: UTF8.self)
}

/// The same where nothing else stands before the byte on its line.
private func indentationOfLine(at place: Int, in bytes: [UInt8]) -> String? {
    let indent = indentation(of: place, in: bytes)
    let start = place - indent.utf8.count
    guard start == 0 || (start > 0 && bytes[start - 1].isLineEnd) else { return nil }
    return indent
}
