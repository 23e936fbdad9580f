import Diagnostics
import Listing
import Markdown
import TestSupport
import Testing

@testable import Rules

struct SentenceTests {
    private let vocabulary = Vocabulary(of: Catalogue(path: ""))

    private func prose(_ text: String) -> Prose {
        var report = DiagnosticReport()
        return Prose(of: MarkdownDocument.parse(Array(text.utf8), path: "a.md", reporting: &report), vocabulary)
    }

    @Test(arguments: [
        "⟦One.⟧ ⟦Two!⟧ ⟦Three?⟧ ⟦Four⟧",
        "⟦Since version 1.4.0 it reads 1,000 rows.⟧ ⟦Then it waits.⟧",
        "⟦Names, e.g. Anna, i.e. people, etc. are read vs. written.⟧",
        "⟦It starts at 6 p.m. and ends at 7.⟧ ⟦Always.⟧",
        "⟦See No. 5 and fig. 2.⟧",
        "⟦A “quoted” word – and a dash…⟧",
        "⟦Two lines\nof one sentence.⟧ ⟦And\nanother.⟧",
        "⟦It reads `users.list()` and [a link](b.md).⟧ *⟦Then* it stops.⟧",
        "# ⟦A heading.⟧ ⟦Another.⟧\n\n⟦Text.⟧\n",
        "- ⟦One⟧\n- ⟦Two.⟧ ⟦Three.⟧\n",
        "| ⟦A⟧ | ⟦B. b⟧ |\n| --- | --- |\n| ⟦C.⟧ ⟦D⟧ | ⟦E⟧ |\n",
        "```\nCode. No sentence.\n```\n\n![⟦One.⟧ ⟦Two.⟧](a.png)\n",
        "⟦Go to⟧ https://example.com/a.b\n",
        "⟦Wait ..........................................................⟧",
        "",
    ])
    func `sentences are found with their places`(text: String) {
        let marked = MarkedText(text)
        let prose = prose(marked.text)
        #expect(prose.sentences.map { prose.range(of: $0).bytes } == marked.ranges)
    }

    @Test func `headings and alternative texts are asked for claims alone`() {
        let prose = prose("# It deletes users, only\n\n![It deletes users, only](a.png)\n\nIt deletes users, only.\n")
        #expect(prose.sentences.map(\.marks.isEmpty) == [true, false, true])
    }

    @Test(arguments: [
        ("Doesn’t don't re-sent e-mail", ["doesn't", "don't", "re-sent", "e-mail"]),
        ("1.4.0, 1,000 and 50 %", ["1.4.0", "and"]),
        ("größe über", ["größe", "über"]),
        ("a\u{A0}b £c €d", ["a", "b", "c", "d"]),
    ])
    func `words are in lower case, whole, and free of marks`(text: String, words: [String]) {
        let keys = prose(text).tokens.filter { $0.kind == .word }.map(\.key)
        let expected = words.filter { $0.first?.isNumber != true }.map { WordKey($0) }
        #expect(keys == expected)
    }

    @Test func `any bytes are read without a crash, and every range lies in the text`() {
        var random = SeededGenerator(seed: 7)
        let pieces = [
            "a", ".", "?", " ", "’", "–", "\u{A0}", "é", "`", "1", ",", "'", "-", "\n", "$", "€", "日", "x.y", "🙂",
        ]
        for _ in 0..<2000 {
            let text = (0..<Int.random(in: 0...30, using: &random)).compactMap { _ in
                pieces.randomElement(using: &random)
            }
            .joined()
            let prose = prose(text)
            for sentence in prose.sentences {
                let range = prose.range(of: sentence).bytes
                #expect(range.end <= text.utf8.count)
                #expect(!prose.words(of: sentence).isEmpty)
            }
        }
    }
}
