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
        guard let last = lastItem else {
            let outer = indentation(of: range.start, in: bytes)
            let inner = outer + "  "
            let text = items.map { "\n" + inner + indented($0, by: inner) }.joined(separator: ",") + "\n" + outer
            return (ByteRange(range.start + 1, closing), text)
        }
        guard let indent = indentationOfLine(at: last.start, in: bytes) else {
            return (ByteRange(last.end, last.end), items.map { ", " + $0 }.joined())
        }
        return (ByteRange(last.end, last.end), items.map { ",\n" + indent + indented($0, by: indent) }.joined())
    }

    private var lastItem: ByteRange? {
        if let element = elements?.last { return element.range }
        return members?.last.map { ByteRange($0.nameRange.start, $0.value.range.end) }
    }
}

/// The lines of an item below one another at the place where it is written; text in JSON has no line breaks.
private func indented(_ item: String, by indent: String) -> String {
    var lines = item.split(separator: "\n", omittingEmptySubsequences: true)
    guard !lines.isEmpty else { return item }
    let first = lines.removeFirst()
    return lines.reduce(String(first)) { $0 + "\n" + indent + $1 }
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
