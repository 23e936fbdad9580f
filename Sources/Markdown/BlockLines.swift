/// The lines of one leaf block.
struct BlockLines {
    let first: Int
    /// cmark counts the line after an underlined heading in.
    let last: Int
    /// Where the text of the first line begins.
    let textStart: Int

    /// The line that makes a paragraph a heading: of `=` or `-` alone.
    func underline(
        of lines: SourceLines,
        in source: [UInt8],
        _ containers: ContainerStack,
        level: Int32
    ) -> Int? {
        guard last > first else { return nil }
        let mark = UInt8(ascii: level == 1 ? "=" : "-")
        return (first + 1...last).first { line in
            let prefix = containers.prefix(ofLine: line, of: lines, in: source)
            guard !prefix.isLazy, prefix.indentation < 4, source.byte(at: prefix.textStart) == mark
            else { return false }
            let end = lines.trimmedEnd(of: line, from: prefix.textStart)
            return source[prefix.textStart..<end].allSatisfy { $0 == mark }
        }
    }
}
