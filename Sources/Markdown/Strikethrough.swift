/// Finds `~text~` and `~~text~~` in the text of a block.
enum Strikethrough {
    private struct Run {
        let token: Int
        let range: Range<Int>
        let canOpen: Bool
        let canClose: Bool
    }

    private struct Cut {
        let token: Int
        let range: Range<Int>
        let isOpening: Bool
    }

    static func mark(in tokens: inout [InlineToken], content: [UInt8]) {
        let cuts = pairs(in: tokens, content: content)
        guard !cuts.isEmpty else { return }
        tokens = split(tokens, at: cuts.sorted { $0.range.lowerBound < $1.range.lowerBound })
    }

    /// Both ends of a pair lie in the same element and are equally long.
    private static func pairs(in tokens: [InlineToken], content: [UInt8]) -> [Cut] {
        var cuts: [Cut] = []
        /// Open runs of one tilde and of two.
        var openers: [[Run]] = [[], []]
        /// How many of them stood before each open element.
        var bases: [[Int]] = [[0, 0]]
        for index in tokens.indices {
            switch tokens[index].kind {
            case .open: bases.append(openers.map(\.count))
            case .close:
                guard let base = bases.popLast() else { continue }
                for length in 0...1 { openers[length].removeSubrange(min(base[length], openers[length].count)...) }
            case .text:
                forEachRun(in: tokens[index], at: index, content: content) { run in
                    match(run, &openers, base: bases.last ?? [0, 0], &cuts)
                }
            default: continue
            }
        }
        return cuts
    }

    private static func match(_ run: Run, _ openers: inout [[Run]], base: [Int], _ cuts: inout [Cut]) {
        let length = run.range.count - 1
        if run.canClose, openers[length].count > base[length], let opener = openers[length].popLast() {
            cuts.append(Cut(token: opener.token, range: opener.range, isOpening: true))
            cuts.append(Cut(token: run.token, range: run.range, isOpening: false))
            while let last = openers[1 - length].last, last.range.lowerBound > opener.range.lowerBound {
                openers[1 - length].removeLast()
            }
        } else if run.canOpen {
            openers[length].append(run)
        }
    }

    private static func forEachRun(in token: InlineToken, at index: Int, content: [UInt8], _ body: (Run) -> Void) {
        var offset = token.start
        while offset < token.end {
            guard content[offset] == UInt8(ascii: "~") else {
                offset += 1
                continue
            }
            let start = offset
            while offset < token.end, content[offset] == UInt8(ascii: "~") { offset += 1 }
            guard offset - start <= 2 else { continue }
            let flanks = Flanking(of: start..<offset, in: content)
            body(Run(token: index, range: start..<offset, canOpen: flanks.isLeft, canClose: flanks.isRight))
        }
    }

    private static func split(_ tokens: [InlineToken], at cuts: [Cut]) -> [InlineToken] {
        var result: [InlineToken] = []
        result.reserveCapacity(tokens.count + 2 * cuts.count)
        var next = 0
        for index in tokens.indices {
            var rest = tokens[index]
            while next < cuts.count, cuts[next].token == index {
                let cut = cuts[next]
                let (before, after) = rest.split(around: cut.range)
                if before.start < before.end { result.append(before) }
                let kind: InlineToken.Kind = cut.isOpening ? .open : .close
                var mark = InlineToken(
                    kind: kind,
                    node: .strikethrough,
                    start: cut.range.lowerBound,
                    end: cut.range.upperBound
                )
                if !cut.isOpening { mark.literal = InlineToken.unknownDestination }
                result.append(mark)
                rest = after
                next += 1
            }
            if !rest.isText || rest.start < rest.end { result.append(rest) }
        }
        return result
    }
}

extension InlineToken {
    /// The parts of a text before and after a range of the content inside it; only of text that stands as it is.
    func split(around range: Range<Int>) -> (before: InlineToken, after: InlineToken) {
        var before = self
        before.end = range.lowerBound
        before.literal.end = literal.start + Int32(range.lowerBound - start)
        var after = self
        after.start = range.upperBound
        after.literal.start = literal.start + Int32(range.upperBound - start)
        return (before, after)
    }
}
