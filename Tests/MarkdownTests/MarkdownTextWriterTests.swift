import Foundation
import Markdown
import TestSupport
import Testing

struct MarkdownTextWriterTests {
    private func rewritten(_ text: String) -> String {
        var output: [UInt8] = []
        MarkdownTextWriter.write(parse(text), into: &output, with: PlainTextHooks())
        return String(decoding: output, as: UTF8.self)
    }

    /// What a page looks like does not depend on where its lines are broken.
    private func look(_ text: String) -> String {
        html(text).replacing("\n", with: " ")
    }

    @Test(arguments: [
        "One *two* **three** ~~four~~ `five` ***six***.\n\nNext\\\nline.\n",
        "# A\n\n## B `c` *d*\n\nText\n",
        "- a\n- b\n  - c\n    1. d\n    2. e\n- f\n",
        "- a\n\n  more\n\n- b\n",
        "3. a\n4. b\n",
        "- [x] done\n- [ ] not\n",
        "> a\n>\n> b\n>\n> > c\n",
        "> [!WARNING]\n> Mind the *gap*.\n>\n> - a\n> - b\n",
        "```swift\nlet a = 1\n\n    b\n```\n",
        "- a\n\n  ```\n  code\n\n  more\n  ```\n",
        "````\n```\n````\n",
        "| a | b | c |\n| :-- | --: | :-: |\n| `x\\|y` | *e* | 1 \\| 2 |\n| | | |\n",
        "[a](b.md \"the \\\"title\\\"\") ![p](q.png) <https://a.example/?b=c&d=e> [l](<a b(c).md>)\n",
        "[r][s] and [s]\n\n[s]: https://a.example/x \"t\"\n",
        "1\\. no list\n\n\\- none\n\n\\# none\n\n\\> none\n\n\\=== \n\na\\*b\\*c snake_case _x_\n",
        "a &amp;copy; &lt;b> 1 < 2 !\\[x](y) x!\n",
        "- a\n\n<!-- -->\n\n- b\n", "1. a\n\n<!-- -->\n\n1. b\n", "***\n\na\n", "`` a`b `` ` `` `\n",
        "-\n- a\n", "> \n", "a\n: b\n\n\\| a |\n\\| - |\n", "## C# and F #\n",
        "https://a.example/x_y_z and www.b.example and c@d.example\n",
        "* a\n\n      code in item\n", "Setext\n===\n\ntext\n",
    ])
    func `what is read again looks the same`(text: String) {
        #expect(look(rewritten(text)) == look(text), "\(rewritten(text))")
    }

    @Test func `what authors note for themselves is left out`() {
        #expect(rewritten("<!-- TODO -->\n\na <!-- hidden --> b <b>c</b>\n") == "a  b c\n")
    }

    @Test func `names with underscores stay as they are written`() {
        #expect(rewritten("a_b users:read 1.5 (x) c-d\n") == "a_b users:read 1.5 (x) c-d\n")
    }

    @Test func `every page of this project looks the same`() throws {
        let pages = try ["Content", "docs", "Tests/Fixtures"].flatMap {
            try PackageFolder.files(below: $0, ending: ".md")
        }
        #expect(pages.count > 30)
        for page in pages {
            let text = try PackageFolder.text(page)
            let body =
                text.hasPrefix("---\n") ? String(text.split(separator: "\n---\n", maxSplits: 1).last ?? "") : text
            #expect(look(rewritten(body)) == look(body), "\(page)")
        }
    }

    @Test func `any text is written in time and read again without harm`() {
        for seed in 1...2000 as ClosedRange<UInt64> {
            let text = RandomTextTests.text(seed: seed)
            let once = rewritten(text)
            #expect(String(validating: once.utf8, as: UTF8.self) != nil)
            #expect(!look(once).contains("<script"))
        }
        let deep = String(repeating: "> ", count: 500) + "a\n" + String(repeating: "- ", count: 500) + "b\n"
        #expect(rewritten(deep).utf8.count < 200_000)
    }
}
