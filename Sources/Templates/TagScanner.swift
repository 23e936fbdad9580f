import Diagnostics

/// Finds the tags of a template one after the other and reports those that are not well formed.
struct TagScanner {
    let path: String
    let source: [UInt8]
    private var delimiters = TemplateDelimiters()
    private var position = 0

    init(path: String, source: [UInt8]) {
        self.path = path
        self.source = source
    }

    /// The next tag that is well formed.
    mutating func next(reporting report: inout DiagnosticReport) -> TemplateTag? {
        while report.errorCount < TemplateParser.mostErrors, let start = nextOpening() {
            if let tag = tag(from: start, reporting: &report) { return tag }
        }
        return nil
    }

    private mutating func nextOpening() -> Int? {
        let opening = delimiters.opening
        while position < source.count {
            if source[position] == opening[0], has(opening, at: position) { return position }
            position += 1
        }
        return nil
    }

    private mutating func tag(from start: Int, reporting report: inout DiagnosticReport) -> TemplateTag? {
        var inside = start + delimiters.opening.count
        while inside < source.count, source[inside].isWhitespace { inside += 1 }
        let kind = inside < source.count ? TemplateTag.Kind(sigil: source[inside]) : nil
        if kind != nil { inside += 1 }
        switch kind {
        case .comment: return comment(from: start, inside: inside, reporting: &report)
        case .delimiters: return newDelimiters(from: start, inside: inside, reporting: &report)
        default: return named(kind ?? .variable, from: start, inside: inside, reporting: &report)
        }
    }

    private mutating func comment(
        from start: Int,
        inside: Int,
        reporting report: inout DiagnosticReport
    ) -> TemplateTag? {
        var end = inside
        while end < source.count, !has(delimiters.closing, at: end) { end += 1 }
        guard end < source.count else {
            reportUnclosed(start, inside, "comment", expecting: delimiters.closing, &report)
            position = source.count
            return nil
        }
        position = end + delimiters.closing.count
        return TemplateTag(
            kind: .comment,
            range: ByteRange(start, position),
            name: "",
            nameRange: ByteRange(inside, end),
            isDynamic: false
        )
    }

    private mutating func named(
        _ kind: TemplateTag.Kind,
        from start: Int,
        inside: Int,
        reporting report: inout DiagnosticReport
    ) -> TemplateTag? {
        let hasThirdBrace = source[inside - 1] == UInt8(ascii: "{") && kind == .unescapedVariable
        let closing = hasThirdBrace ? [UInt8(ascii: "}")] + delimiters.closing : delimiters.closing
        let end = endOfContent(from: inside, closing: closing)
        let name = trimmed(inside, end)
        guard has(closing, at: end), !contains(UInt8(ascii: "\n"), in: name) else {
            reportUnclosed(start, inside, "tag", expecting: closing, &report)
            position = max(inside, endOfWord(from: inside, limit: end))
            return nil
        }
        position = end + closing.count
        let range = ByteRange(start, position)
        return tag(kind: kind, range: range, name: name, reporting: &report)
    }

    private func tag(
        kind: TemplateTag.Kind,
        range: ByteRange,
        name: ByteRange,
        reporting report: inout DiagnosticReport
    ) -> TemplateTag? {
        var name = name
        let isDynamic = kind.takesTemplateName && !name.isEmpty && source[name.start] == UInt8(ascii: "*")
        if isDynamic { name = trimmed(name.start + 1, name.end) }
        let kind = kind.ofText(isMarked: !name.isEmpty && source[name.start] == UInt8(ascii: "@"))
        if kind == .scriptText || kind == .textBlock { name = trimmed(name.start + 1, name.end) }
        if let problem = problem(withName: name, isPath: isDynamic || kind.takesPath) {
            report.error("template-syntax", problem, at: SourceRange(path: path, bytes: range))
            return nil
        }
        return TemplateTag(kind: kind, range: range, name: text(name), nameRange: name, isDynamic: isDynamic)
    }

    private func problem(withName name: ByteRange, isPath: Bool) -> String? {
        if name.isEmpty { return "the tag has no name" }
        let text = excerpt(name)
        if source[name.start..<name.end].contains(where: \.isWhitespace) { return "the name `\(text)` holds a space" }
        if isPath, text != ".", hasEmptyPart(name) {
            return "the dotted name `\(text)` has an empty part"
        }
        return nil
    }

    private func hasEmptyPart(_ name: ByteRange) -> Bool {
        let parts = source[name.start..<name.end].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return parts.contains(where: \.isEmpty)
    }
}

extension TagScanner {
    /// A tag such as `{{=<% %>=}}`.
    private mutating func newDelimiters(
        from start: Int,
        inside: Int,
        reporting report: inout DiagnosticReport
    ) -> TemplateTag? {
        let closing = [UInt8(ascii: "=")] + delimiters.closing
        let limit = min(source.count, inside + 8 * TemplateDelimiters.longest)
        var end = inside
        while end < limit, source[end] != UInt8(ascii: "\n"), !has(closing, at: end) { end += 1 }
        guard has(closing, at: end) else {
            reportUnclosed(start, inside, "tag", expecting: closing, &report)
            position = inside
            return nil
        }
        position = end + closing.count
        let range = ByteRange(start, position)
        let words = source[inside..<end].split(whereSeparator: \.isWhitespace)
        guard words.count == 2, words.allSatisfy(isDelimiter) else {
            let message =
                "`\(excerpt(range))` does not name two delimiters of at most \(TemplateDelimiters.longest) bytes without `=`"
            report.error("template-syntax", message, at: SourceRange(path: path, bytes: range))
            return nil
        }
        delimiters = TemplateDelimiters(opening: Array(words[0]), closing: Array(words[1]))
        let content = ByteRange(inside, end)
        return TemplateTag(kind: .delimiters, range: range, name: "", nameRange: content, isDynamic: false)
    }

    private func isDelimiter(_ word: ArraySlice<UInt8>) -> Bool {
        word.count <= TemplateDelimiters.longest && !word.contains(UInt8(ascii: "="))
    }

    /// The tag ends where its closing stands, but no tag holds another: at either delimiter it ends in any case.
    private func endOfContent(from inside: Int, closing: [UInt8]) -> Int {
        var end = inside
        while end < source.count {
            if has(closing, at: end) || has(delimiters.closing, at: end) || has(delimiters.opening, at: end) { break }
            end += 1
        }
        return end
    }

    private func endOfWord(from inside: Int, limit: Int) -> Int {
        var end = inside
        while end < limit, source[end].isWhitespace { end += 1 }
        while end < limit, !source[end].isWhitespace { end += 1 }
        return end
    }

    private func reportUnclosed(
        _ start: Int,
        _ inside: Int,
        _ what: String,
        expecting closing: [UInt8],
        _ report: inout DiagnosticReport
    ) {
        var end = inside
        while end < source.count, end < inside + 40, !source[end].isWhitespace,
            !has(delimiters.opening, at: end), !has(delimiters.closing, at: end)
        {
            end += 1
        }
        let range = ByteRange(start, max(inside, endOfCharacter(before: end)))
        let expected = String(decoding: closing, as: UTF8.self)
        report.error(
            "template-syntax",
            "the \(what) `\(excerpt(range))` is not closed by `\(expected)`",
            at: SourceRange(path: path, bytes: range)
        )
    }

    private func has(_ delimiter: [UInt8], at start: Int) -> Bool {
        guard start + delimiter.count <= source.count else { return false }
        for offset in delimiter.indices where source[start + offset] != delimiter[offset] { return false }
        return true
    }

    private func contains(_ byte: UInt8, in range: ByteRange) -> Bool {
        source[range.start..<range.end].contains(byte)
    }

    private func trimmed(_ start: Int, _ end: Int) -> ByteRange {
        var (start, end) = (start, end)
        while start < end, source[start].isWhitespace { start += 1 }
        while start < end, source[end - 1].isWhitespace { end -= 1 }
        return ByteRange(start, end)
    }

    private func text(_ range: ByteRange) -> String {
        String(decoding: source[range.start..<range.end], as: UTF8.self)
    }

    /// What an author wrote, on one line and cut to a length that a message can hold.
    func excerpt(_ range: ByteRange) -> String {
        let longest = 60
        let isCut = range.count > longest
        let end = isCut ? endOfCharacter(before: range.start + longest) : range.end
        let line = source[range.start..<end].map { $0.isLineEnd ? UInt8(ascii: " ") : $0 }
        return String(decoding: line, as: UTF8.self) + (isCut ? "…" : "")
    }

    /// No range in a diagnostic ends inside a character.
    private func endOfCharacter(before position: Int) -> Int {
        var end = position
        while end > 0, end < source.count, source[end] & 0b1100_0000 == 0b1000_0000 { end -= 1 }
        return end
    }
}

extension TemplateTag.Kind {
    /// The byte after the opening delimiter tells what a tag does; without one of these it is a variable.
    fileprivate init?(sigil: UInt8) {
        switch sigil {
        case UInt8(ascii: "{"), UInt8(ascii: "&"): self = .unescapedVariable
        case UInt8(ascii: "#"): self = .section
        case UInt8(ascii: "^"): self = .invertedSection
        case UInt8(ascii: ">"): self = .partial
        case UInt8(ascii: "<"): self = .parent
        case UInt8(ascii: "$"): self = .block
        case UInt8(ascii: "/"): self = .closing
        case UInt8(ascii: "!"): self = .comment
        case UInt8(ascii: "="): self = .delimiters
        case UInt8(ascii: "@"): self = .text
        default: return nil
        }
    }

    /// What the tag is where a `@` stands before its name.
    fileprivate func ofText(isMarked: Bool) -> TemplateTag.Kind {
        switch self {
        case .text where isMarked: .scriptText
        case .parent where isMarked: .textBlock
        default: self
        }
    }

    fileprivate var takesTemplateName: Bool { self == .partial || self == .parent || self == .closing }

    fileprivate var takesPath: Bool {
        [.variable, .unescapedVariable, .section, .invertedSection, .text, .scriptText, .textBlock].contains(self)
    }
}
