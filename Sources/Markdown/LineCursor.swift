/// A place in a line that knows its column, because tabs reach to the next multiple of four.
struct LineCursor {
    /// Stays at a tab as long as some of the tab's columns are left.
    var offset: Int
    var column: Int
    let end: Int

    init(from start: Int, to end: Int) {
        offset = start
        column = 0
        self.end = end
    }

    mutating func advance(columns: Int, in source: [UInt8]) {
        var left = columns
        while left > 0, offset < end {
            guard source[offset] == .tab else {
                column += 1
                left -= 1
                offset += 1
                continue
            }
            let width = 4 - column % 4
            column += min(width, left)
            guard width <= left else { return }
            left -= width
            offset += 1
        }
    }

    /// Skips spaces and tabs and returns how many columns they took.
    @discardableResult
    mutating func skipIndentation(in source: [UInt8]) -> Int {
        let before = column
        while offset < end, source[offset].isSpaceOrTab {
            column += source[offset] == .tab ? 4 - column % 4 : 1
            offset += 1
        }
        return column - before
    }
}
