/// Shows what fixes change: for each edit the line as it is and as it becomes.
package struct FixRenderer: Sendable {
    package init() {}

    package func render(_ fixes: [Fix], sources: SourceLookup) -> String {
        withoutActuallyEscaping(sources) { sources in
            var reader = ExcerptReader(sources)
            return fixes.map { fix in fix.edits.map { text(of: $0, fix.title, reader: &reader) }.joined() }.joined()
        }
    }

    private func text(of edit: TextEdit, _ title: String, reader: inout ExcerptReader) -> String {
        let path = TerminalText.safe(edit.range.path)
        guard let bytes = reader.bytes(at: edit.range.path), let (start, end) = reader.positions(of: edit.range),
            edit.range.bytes.end <= bytes.count
        else { return "\(path): \(TerminalText.safe(title))\n" }
        let index = LineIndex(bytes)
        let line = index.range(ofLine: start.line - 1)
        let lastLine = index.range(ofLine: end.line - 1)
        let (before, after) = (bytes[line.start..<edit.range.bytes.start], bytes[edit.range.bytes.end..<lastLine.end])
        let old = shown(before, bytes[edit.range.bytes.start..<edit.range.bytes.end], after)
        let new = shown(before, ArraySlice(edit.replacement.utf8), after)
        return "\(path):\(start.line):\(start.column): \(TerminalText.safe(title))\n- \(old)\n+ \(new)\n"
    }

    /// The first line of what an edit touches.
    private func shown(_ before: ArraySlice<UInt8>, _ edited: ArraySlice<UInt8>, _ after: ArraySlice<UInt8>) -> String {
        let line = concealingSecrets(in: Array(before + edited + after))
        let range = ByteRange(before.count, before.count + edited.count)
        return SourceExcerpt(of: range, in: line, index: LineIndex(line)).text
    }
}
