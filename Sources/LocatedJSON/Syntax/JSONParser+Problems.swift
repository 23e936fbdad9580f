import Diagnostics

extension JSONParser {
    mutating func report(
        _ message: String,
        at range: ByteRange,
        id: String = "json-syntax",
        notes: [Note] = [],
        fixes: [Fix] = []
    ) {
        guard !isHalted else { return }
        problems.error(id, message, at: place(range), notes: notes, fixes: fixes)
        lastProblemEnd = range.end
        guard problems.errorCount == Self.mostProblems else { return }
        let closing = "only the first \(Self.mostProblems) faults of this file are shown"
        problems.add(Diagnostic(id: id, severity: .note, message: closing, range: place(range)))
        isHalted = true
    }

    /// Reports a problem unless it begins where the one before ended.
    mutating func reportOnce(_ message: String, at range: ByteRange, notes: [Note] = [], fixes: [Fix] = []) {
        if range.start == lastProblemEnd {
            lastProblemEnd = range.end
        } else {
            report(message, at: range, notes: notes, fixes: fixes)
        }
    }

    /// Behind a fault on the same line the comma may well stand inside of what was not understood.
    mutating func reportMissingComma(at end: Int) {
        let isOnSameLine = !bytes[end..<position].contains(where: \.isLineEnd)
        let here = ByteRange(end, end)
        let fix = Fix("Add a comma", safety: .needsReview, edits: [edit(here, ",")])
        if end != lastProblemEnd || !isOnSameLine {
            report("a comma is missing after this value", at: here, fixes: [fix])
        }
        if isOnSameLine { lastProblemEnd = position }
    }

    mutating func reportMissingColon(after name: String, at end: Int) {
        let here = ByteRange(end, end)
        let fix = Fix("Add a colon", safety: .needsReview, edits: [edit(here, ":")])
        report("a colon is missing after the key \(quoted(name))", at: here, fixes: [fix])
        if byte == UInt8(ascii: "=") {
            position += 1
            skipSpace()
        }
        lastProblemEnd = position
    }

    mutating func reportTrailingComma(at comma: Int, in container: OpenContainer) {
        let range = ByteRange(comma, comma + 1)
        guard lastProblemEnd != range.end else { return }
        let fix = Fix("Remove the comma", safety: .safe, edits: [edit(range, "")])
        report("a comma after the last item of an \(container.name) is not allowed", at: range, fixes: [fix])
    }

    mutating func reportMismatch(of container: OpenContainer) {
        hasMismatchedBracket = true
        let opening = place(ByteRange(container.opening, container.opening + 1))
        report(
            "\(excerpt(of: ByteRange(position, position + 1))) cannot close an \(container.name)",
            at: ByteRange(position, position + 1),
            notes: [Note("the \(container.name) opens here", at: opening)]
        )
    }

    /// One problem, however many brackets are open: a single forgotten one may be behind them all.
    mutating func reportUnclosedBrackets() {
        defer { isHalted = true }
        guard !hasMismatchedBracket else { return }
        var end = bytes.count
        while end > 0, bytes[end - 1].isSpace { end -= 1 }
        let notes = openBrackets.suffix(3).reversed().map { opening in
            let name = bytes[opening] == Byte.openBrace ? "object" : "array"
            return Note("the \(name) that opens here is not closed", at: place(ByteRange(opening, opening + 1)))
        }
        let name = openBrackets.last.map { bytes[$0] } == Byte.openBrace ? "object" : "array"
        reportOnce("the file ends inside an \(name)", at: ByteRange(end, end), notes: notes)
    }

    mutating func reportTextAfterValue() {
        guard let byte, !hasMismatchedBracket else { return }
        let start = position
        guard !byte.isCloser else {
            let range = ByteRange(start, start + 1)
            reportOnce("\(excerpt(of: range)) closes nothing", at: range)
            return
        }
        let end = bytes[start...].firstIndex(where: \.isLineEnd) ?? bytes.count
        let range = ByteRange(start, end)
        guard !reportInvalidUTF8(in: range) else { return }
        reportOnce("\(excerpt(of: range)) comes after the end of the document's value", at: range)
    }

    /// Reports and skips a comment; false if none begins here.
    mutating func skipComment() -> Bool {
        guard !isHalted else { return false }
        let start = position
        let next = start + 1 < bytes.count ? bytes[start + 1] : nil
        let marker = bytes[start] == Byte.hash ? "#" : next == Byte.asterisk ? "/*" : "//"
        guard marker == "#" || next == Byte.asterisk || next == Byte.slash else { return false }
        let isClosed = marker == "/*" ? skipBlockComment() : skipToLineEnd()
        if isClosed {
            report("JSON has no comments such as this one with \"\(marker)\"", at: ByteRange(start, position))
        } else {
            report("a comment opens here, which JSON does not have, and never ends", at: ByteRange(start, start + 2))
            isHalted = true
        }
        return true
    }

    private mutating func skipToLineEnd() -> Bool {
        while let byte, !byte.isLineEnd { position += 1 }
        return true
    }

    private mutating func skipBlockComment() -> Bool {
        position += 2
        while position + 1 < bytes.count {
            if bytes[position] == Byte.asterisk, bytes[position + 1] == Byte.slash {
                position += 2
                return true
            }
            position += 1
        }
        return false
    }

    @discardableResult
    mutating func reportInvalidUTF8(in range: ByteRange) -> Bool {
        guard let fault = firstInvalidUTF8(in: bytes[range.start..<range.end]) else { return false }
        report("the byte \(hexadecimal(bytes[fault.start])) is not UTF-8", at: fault)
        return true
    }

    func place(_ range: ByteRange) -> SourceRange { SourceRange(path: path, bytes: range) }

    func edit(_ range: ByteRange, _ replacement: String) -> TextEdit {
        TextEdit(place(range), replacement: replacement)
    }

    func text(of range: ByteRange) -> String {
        String(decoding: bytes[range.start..<range.end], as: UTF8.self)
    }

    /// What stands there, quoted, for a message.
    func excerpt(of range: ByteRange) -> String {
        if range.count == 1, bytes[range.start].isControl {
            return "control character \(codePoint(bytes[range.start]))"
        }
        return quoted(text(of: range))
    }
}
