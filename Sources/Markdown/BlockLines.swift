/// The lines of one leaf block.
struct BlockLines {
    let first: Int
    /// cmark counts the line after an underlined heading in.
    let last: Int
    /// Where the text of the first line begins.
    let textStart: Int

    /// The line that makes a paragraph a heading: of `=` or `-` alone.
    func underline(of lines: SourceLines, in source: [UInt8], _ containers: ContainerStack) -> Int? {
        guard last > first else { return nil }
        return (first + 1...last).first { line in
            let prefix = containers.prefix(ofLine: line, of: lines, in: source)
            let mark = source.byte(at: prefix.textStart)
            guard !prefix.isLazy, prefix.indentation < 4, mark == UInt8(ascii: "=") || mark == UInt8(ascii: "-")
            else { return false }
            let end = lines.trimmedEnd(of: line, from: prefix.textStart)
            return source[prefix.textStart..<end].allSatisfy { $0 == mark }
        }
    }
}
