import Diagnostics
import TestSupport
import Testing

private func edit(_ start: Int, _ end: Int, _ text: String, in path: String = "a") -> TextEdit {
    TextEdit(SourceRange(path: path, bytes: ByteRange(start, end)), replacement: text)
}

private func fix(_ edits: TextEdit...) -> Fix {
    Fix("change", safety: .safe, edits: edits)
}

private func apply(_ fixes: [Fix], to text: String) -> (text: String, FixApplier.Outcome) {
    let outcome = FixApplier.apply(fixes) { $0 == "a" || $0 == "b" ? Array(text.utf8) : nil }
    return (outcome.texts["a"].map { String(decoding: $0, as: UTF8.self) } ?? text, outcome)
}

struct FixApplierTests {
    static let together: [([Fix], String)] = [
        ([], "0123456789"),
        ([fix(edit(0, 1, "x"))], "x123456789"),
        ([fix(edit(8, 10, "y")), fix(edit(0, 0, "x"))], "x01234567y"),
        ([fix(edit(2, 4, "")), fix(edit(4, 6, "ab"))], "01ab6789"),
        ([fix(edit(2, 4, "ab")), fix(edit(4, 4, "c"))], "01abc456789"),
        ([fix(edit(9, 10, "z"), edit(1, 2, "y"))], "0y2345678z"),
        ([fix(edit(1, 2, "y")), fix(edit(1, 2, "y"))], "0y23456789"),
    ]

    @Test(arguments: together)
    func `edits that do not touch are all made`(fixes: [Fix], expected: String) {
        let (text, outcome) = apply(fixes, to: "0123456789")
        #expect(text == expected)
        #expect(outcome.skipped.isEmpty)
    }

    static let apart: [([Fix], String)] = [
        ([fix(edit(1, 4, "x")), fix(edit(3, 5, "y"))], "0x456789"),
        ([fix(edit(1, 1, "x")), fix(edit(1, 1, "y"))], "0x123456789"),
        // Wholly or not at all: the second edit of the second fix would fit.
        ([fix(edit(1, 4, "x")), fix(edit(2, 3, "y"), edit(8, 9, "z"))], "0x456789"),
        ([fix(edit(5, 6, "x")), fix(edit(8, 11, "y"))], "01234x6789"),
        ([fix(edit(5, 6, "x")), fix(edit(0, 1, "y", in: "missing"))], "01234x6789"),
        ([fix(edit(1, 3, "x"), edit(2, 4, "y"))], "0123456789"),
    ]

    @Test(arguments: apart)
    func `of two that collide the first is made`(fixes: [Fix], expected: String) {
        // The same title for both would leave the order of equal places to chance.
        let named = fixes.enumerated().map { Fix("\($0)", safety: .safe, edits: $1.edits) }
        let (text, outcome) = apply(named, to: "0123456789")
        #expect(text == expected)
        #expect(outcome.skipped.count == 1)
    }

    @Test func `files that no fix touches are not named`() {
        let (_, outcome) = apply([fix(edit(0, 1, "x"))], to: "0")
        #expect(outcome.texts.keys.sorted() == ["a"])
    }

    @Test(arguments: 0..<20)
    func `any fixes in any order give one text, in which each was made or skipped`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<200 {
            let source = String((0..<40).map { _ in "abcdefghij".randomElement(using: &generator) ?? "a" })
            let fixes = (0..<Int.random(in: 0...8, using: &generator)).map { number in
                let edits = (0..<Int.random(in: 1...3, using: &generator)).map { _ in
                    let start = Int.random(in: 0...42, using: &generator)
                    return edit(start, start + Int.random(in: 0...5, using: &generator), "<\(number)>")
                }
                return Fix("\(number)", safety: .safe, edits: edits)
            }
            let (text, outcome) = apply(fixes, to: source)
            #expect(apply(fixes.shuffled(using: &generator), to: source).text == text)
            #expect(outcome.applied.count + outcome.skipped.count == Set(fixes).count)
            let edits = outcome.applied.flatMap(\.edits)
            let growth = edits.reduce(0) { $0 + $1.replacement.utf8.count - $1.range.bytes.count }
            #expect(text.utf8.count == source.utf8.count + growth)
            #expect(text.filter(\.isLetter).count == source.count - edits.reduce(0) { $0 + $1.range.bytes.count })
        }
    }
}
