/// The quotes and list items around a place, and what they claim at the beginning of each line.
struct ContainerStack {
    private enum Claim {
        case quote
        /// The columns from the enclosing container's text to the item's text.
        case item(columns: Int)
    }

    private var containers: [(claim: Claim, line: Int)] = []

    /// What stands before the text of a line.
    struct Prefix {
        /// The offset of the first byte that is neither marker nor white space.
        let textStart: Int
        /// The columns of white space after the last marker.
        let indentation: Int
        /// Whether a container's marker is missing, so that the line only continues a paragraph.
        let isLazy: Bool
    }

    mutating func openQuote(onLine line: Int) {
        containers.append((.quote, line))
    }

    mutating func openItem(onLine line: Int, of lines: SourceLines, in source: [UInt8]) {
        var cursor = claimed(onLine: line, of: lines, in: source).cursor
        let markerOffset = cursor.skipIndentation(in: source)
        let marker = cursor.offset
        while cursor.offset < cursor.end, source[cursor.offset].isDigit { cursor.advance(columns: 1, in: source) }
        cursor.advance(columns: 1, in: source)
        let width = cursor.offset - marker
        let padding = cursor.skipIndentation(in: source)
        let isBlank = cursor.offset >= cursor.end
        let columns = markerOffset + width + (isBlank || padding < 1 || padding > 4 ? 1 : padding)
        containers.append((.item(columns: columns), line))
    }

    mutating func close() {
        _ = containers.popLast()
    }

    func prefix(ofLine line: Int, of lines: SourceLines, in source: [UInt8]) -> Prefix {
        var (cursor, isLazy) = claimed(onLine: line, of: lines, in: source)
        let indentation = cursor.skipIndentation(in: source)
        return Prefix(textStart: cursor.offset, indentation: indentation, isLazy: isLazy)
    }

    private func claimed(
        onLine line: Int,
        of lines: SourceLines,
        in source: [UInt8]
    ) -> (cursor: LineCursor, isLazy: Bool) {
        var cursor = LineCursor(from: lines.start(of: line), to: lines.textEnd(of: line))
        for container in containers {
            var probe = cursor
            let indentation = probe.skipIndentation(in: source)
            switch container.claim {
            case .quote:
                guard indentation < 4, source.byte(at: probe.offset) == UInt8(ascii: ">"), probe.offset < probe.end
                else { return (cursor, true) }
                cursor = probe
                cursor.advance(columns: 1, in: source)
                if cursor.offset < cursor.end, source[cursor.offset].isSpaceOrTab {
                    cursor.advance(columns: 1, in: source)
                }
            case .item(let columns):
                guard container.line == line || indentation >= columns else { return (cursor, true) }
                cursor.advance(columns: columns, in: source)
            }
        }
        return (cursor, false)
    }
}
