import Markdown
import TestSupport
import Testing

struct AlertTests {
    @Test(arguments: MarkdownAlert.allCases)
    func `a mark alone on the first line of a quote makes an alert`(alert: MarkdownAlert) throws {
        for mark in [alert.name.uppercased(), alert.name] {
            let document = parse("> [!\(mark)]\n> Text\n")
            let node = try #require(document.first(.alert))
            #expect(node.number == alert.rawValue)
            #expect(document.plainText(ofNode: 0) == "Text")
        }
    }

    @Test(arguments: [
        "> [!NOTE] a\n", "> a\n> [!NOTE]\n", "[!NOTE]\na\n", "> [!OTHER]\n> a\n", "> *[!NOTE]*\n> a\n",
        "> \\[!NOTE]\n> a\n", "> - [!NOTE]\n>   a\n",
    ])
    func `no other mark does`(text: String) {
        #expect(!parse(text).kinds.contains(.alert))
    }

    @Test func `an alert is a labelled note with any blocks`() {
        #expect(
            html("> [!WARNING]\n> a\n>\n> - b\n") == """
                <div class="alert alert-warning" role="note" aria-label="Warning">
                <p class="alert-title">Warning</p>
                <p>a</p>
                <ul>
                <li>b</li>
                </ul>
                </div>

                """
        )
        #expect(html("> [!TIP]\n>\n> b\n").contains("<p class=\"alert-title\">Tip</p>\n<p>b</p>"))
    }
}
