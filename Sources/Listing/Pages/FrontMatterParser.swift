import Diagnostics
import LocatedJSON

/// Reads `key: value` lines; anything beyond them is a diagnostic, never a guess.
struct FrontMatterParser {
    private let path: String
    private let bytes: [UInt8]
    private var result: FrontMatter
    private var seen: [String: SourceRange] = [:]
    private var unknown: [(key: String, place: SourceRange)] = []
    private var report: DiagnosticReport

    static let keys = ["title", "description", "kind", "order", "updated"]

    static func parse(_ file: SourceFile, reporting report: inout DiagnosticReport) -> FrontMatter {
        var parser = FrontMatterParser(file)
        parser.parse()
        report.add(contentsOf: parser.report)
        return parser.result
    }

    private init(_ file: SourceFile) {
        path = file.path
        bytes = file.bytes
        report = DiagnosticReport()
        let start = TextCheck.byteOrderMarkLength(file.bytes)
        result = FrontMatter(opening: file.start, bodyStart: start)
    }

    private mutating func parse() {
        let opening = line(from: result.bodyStart)
        guard isFence(opening.text) else {
            report.error(
                "front-matter-missing",
                "the page has no front matter: it begins with '---', 'title: …' and '---', each on its own line",
                at: result.opening
            )
            return
        }
        result.opening = place(opening.text)
        guard let closing = closingFence(from: opening.next) else {
            report.error("front-matter-unclosed", "the front matter is not closed by a line '---'", at: result.opening)
            result.bodyStart = opening.next
            return
        }
        var next = opening.next
        while next < closing.text.start {
            let current = line(from: next)
            read(current.text)
            next = current.next
        }
        result.bodyStart = closing.next
        reportUnknown()
        reportMissingTitle()
    }

    private func closingFence(from start: Int) -> (text: ByteRange, next: Int)? {
        var next = start
        while next < bytes.count {
            let current = line(from: next)
            if isFence(current.text) { return current }
            next = current.next
        }
        return nil
    }

    private mutating func reportMissingTitle() {
        guard seen["title"] == nil else { return }
        report.error("front-matter-key-missing", "the front matter has no 'title'", at: result.opening)
    }

    private mutating func read(_ line: ByteRange) {
        let trimmed = trim(line)
        guard !trimmed.isEmpty else { return }
        guard trimmed.start == line.start, let colon = bytes[line.start..<line.end].firstIndex(of: UInt8(ascii: ":")),
            colon + 1 == line.end || isSpace(bytes[colon + 1])
        else {
            report.error(
                "front-matter-syntax",
                "a line of front matter is 'key: value'; lists, nesting and comments are not read",
                at: place(trimmed)
            )
            return
        }
        let key = text(ByteRange(line.start, colon))
        let keyPlace = place(ByteRange(line.start, colon))
        if let first = seen[key] {
            report.error(
                "front-matter-key-duplicated",
                "'\(key)' is given twice",
                at: keyPlace,
                notes: [Note("first given here", at: first)]
            )
            return
        }
        seen[key] = keyPlace
        guard Self.keys.contains(key) else {
            unknown.append((key, keyPlace))
            return
        }
        if let value = value(in: trim(ByteRange(colon + 1, line.end)), key: key, keyPlace: keyPlace) {
            store(value, for: key)
        }
    }

    /// Only a key that the page lacks can be what an unknown one was meant to be.
    private mutating func reportUnknown() {
        let absent = Self.keys.filter { seen[$0] == nil }
        let guesses = unknown.map { closestMatch(to: $0.key, among: absent) }
        let rivals = guesses.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        for (key, guess) in zip(unknown, guesses) {
            let isCertain = rivals[guess] == 1 && guess.map { isOneSlip(from: key.key, to: $0) } == true
            reportUnknown(key.key, meaning: guess, isCertain: isCertain, at: key.place)
        }
    }

    private mutating func reportUnknown(_ key: String, meaning guess: String?, isCertain: Bool, at range: SourceRange) {
        report.error(
            "front-matter-key-unknown",
            "'\(key)' is no key of front matter" + (guess.map { "; did you mean '\($0)'?" } ?? ""),
            at: range,
            notes: [Note("the keys are \(Self.keys.joined(separator: ", "))")],
            fixes: guess.map { guess in
                let edit = TextEdit(range, replacement: guess)
                return [Fix("write '\(guess)'", safety: isCertain ? .safe : .needsReview, edits: [edit])]
            } ?? []
        )
    }

    private mutating func value(in range: ByteRange, key: String, keyPlace: SourceRange) -> Located<String>? {
        guard !range.isEmpty else {
            report.error("front-matter-value-invalid", "'\(key)' has no value", at: keyPlace)
            return nil
        }
        let first = bytes[range.start]
        if first == UInt8(ascii: "\"") { return quotedValue(in: range) }
        if "'[]{}|>&*!%@`#,?".utf8.contains(first) {
            let mark = Unicode.Scalar(first)
            reportBeyondSubset(range, "a value cannot begin with '\(mark)' unless it stands in double quotes")
            return nil
        }
        guard isPlain(range) else {
            reportBeyondSubset(range, "a value with ': ' or ' #' stands in double quotes")
            return nil
        }
        return Located(text(range), at: place(range))
    }

    private mutating func quotedValue(in range: ByteRange) -> Located<String>? {
        let quote = UInt8(ascii: "\"")
        let inner = bytes[range.start..<range.end].dropFirst().dropLast()
        guard range.count >= 3, bytes[range.end - 1] == quote, !inner.contains(quote),
            !inner.contains(UInt8(ascii: "\\"))
        else {
            reportBeyondSubset(range, "a quoted value ends in a quote and holds neither quotes nor backslashes")
            return nil
        }
        let innerRange = ByteRange(range.start + 1, range.end - 1)
        return Located(text(innerRange), at: place(innerRange))
    }

    /// Whether YAML too would read it as nothing but this text: no `: ` or ` #` within, no `- ` before, no `:` behind.
    private func isPlain(_ range: ByteRange) -> Bool {
        let (colon, space) = (UInt8(ascii: ":"), UInt8(ascii: " "))
        if bytes[range.end - 1] == colon { return false }
        if range.count > 1, bytes[range.start] == UInt8(ascii: "-"), bytes[range.start + 1] == space { return false }
        return !(range.start..<(range.end - 1)).contains { index in
            (bytes[index] == colon && bytes[index + 1] == space)
                || (bytes[index] == space && bytes[index + 1] == UInt8(ascii: "#"))
        }
    }

    private mutating func reportBeyondSubset(_ range: ByteRange, _ message: String) {
        report.error("front-matter-syntax", message, at: place(range))
    }

    private mutating func store(_ value: Located<String>, for key: String) {
        switch key {
        case "title": result.title = value
        case "description": result.description = value
        case "kind": result.kind = pageKind(value)
        case "order": result.order = convert(value, "a whole number from 0 to 9999") { orderNumber($0) }
        default: result.updated = convert(value, "a date such as 2026-01-31") { CalendarDate($0) }
        }
    }

    private mutating func pageKind(_ value: Located<String>) -> Located<PageKind>? {
        if let kind = PageKind(rawValue: value.value) { return Located(kind, at: value.range) }
        let kinds = PageKind.allCases.map(\.rawValue)
        let guess = closestMatch(to: value.value, among: kinds)
        report.error(
            "front-matter-value-invalid",
            "'\(value.value)' is not one of \(kinds.joined(separator: ", "))"
                + (guess.map { "; did you mean '\($0)'?" } ?? ""),
            at: value.range,
            fixes: guess.map { guess in
                let safety: Fix.Safety = isSpelling(value.value, of: guess) ? .safe : .needsReview
                return [Fix("write '\(guess)'", safety: safety, edits: [TextEdit(value.range, replacement: guess)])]
            } ?? []
        )
        return nil
    }

    private mutating func convert<Value: Sendable>(
        _ value: Located<String>,
        _ wanted: String,
        by conversion: (String) -> Value?
    ) -> Located<Value>? {
        if let converted = conversion(value.value) { return Located(converted, at: value.range) }
        report.error("front-matter-value-invalid", "'\(value.value)' is not \(wanted)", at: value.range)
        return nil
    }
}

extension FrontMatterParser {
    /// The line that begins at an offset, without its end, and where the next one begins.
    private func line(from start: Int) -> (text: ByteRange, next: Int) {
        var end = start
        while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
        var next = end
        if next < bytes.count, bytes[next] == 0x0D { next += 1 }
        if next < bytes.count, bytes[next] == 0x0A, next == end || bytes[next - 1] == 0x0D { next += 1 }
        return (ByteRange(start, end), next)
    }

    private func isFence(_ line: ByteRange) -> Bool {
        let trimmed = trim(line)
        return trimmed.start == line.start && trimmed.count == 3
            && bytes[trimmed.start..<trimmed.end].allSatisfy { $0 == UInt8(ascii: "-") }
    }

    private func trim(_ range: ByteRange) -> ByteRange {
        var (start, end) = (range.start, range.end)
        while start < end, isSpace(bytes[start]) { start += 1 }
        while end > start, isSpace(bytes[end - 1]) { end -= 1 }
        return ByteRange(start, end)
    }

    private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    private func text(_ range: ByteRange) -> String {
        String(decoding: bytes[range.start..<range.end], as: UTF8.self)
    }

    private func place(_ range: ByteRange) -> SourceRange {
        SourceRange(path: path, bytes: range)
    }
}

private func orderNumber(_ text: String) -> Int? {
    guard let number = Int(text), (0...9999).contains(number) else { return nil }
    return number
}
