/// What can happen to Markdown and its front matter: constructs in one another, left open, referring to themselves.
enum MarkdownMutation {
    static func apply(to bytes: inout [UInt8], _ source: inout MutationSource) {
        switch source.number(below: 8) {
        case 0...2: TextMutation.insert(Array(source.element(of: fragments).utf8), into: &bytes, &source)
        case 3: atLineStart(Array(source.element(of: fragments).utf8), in: &bytes, &source)
        case 4: nest(&bytes, &source)
        case 5: atLineStart(Array(source.element(of: prefixes).utf8), in: &bytes, &source)
        case 6: moveLine(&bytes, &source)
        default: changeFrontMatter(&bytes, &source)
        }
    }

    private static func lineStarts(of bytes: [UInt8]) -> [Int] {
        [0] + bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
    }

    private static func atLineStart(_ fragment: [UInt8], in bytes: inout [UInt8], _ source: inout MutationSource) {
        bytes.insert(contentsOf: fragment, at: source.element(of: lineStarts(of: bytes)))
    }

    private static func nest(_ bytes: inout [UInt8], _ source: inout MutationSource) {
        let opener = source.element(of: [
            "> ", "- ", "1. ", "[", "![", "*", "**", "_", "~~", "`", "(", "<", "> - ", "\t",
        ])
        let opening = Array(String(repeating: opener, count: source.element(of: [2, 7, 40, 150])).utf8)
        atLineStart(opening, in: &bytes, &source)
        if source.chance(1, in: 2) {
            let closer = source.element(of: ["]", "](a)", "*", "**", "_", "~~", "`", ")", ">"])
            TextMutation.insert(Array(String(repeating: closer, count: 40).utf8), into: &bytes, &source)
        }
    }

    private static func moveLine(_ bytes: inout [UInt8], _ source: inout MutationSource) {
        let starts = lineStarts(of: bytes)
        let index = source.number(below: starts.count)
        let end = index + 1 < starts.count ? starts[index + 1] : bytes.count
        let line = Array(bytes[starts[index]..<end])
        if source.chance(1, in: 2) { bytes.removeSubrange(starts[index]..<end) }
        atLineStart(line, in: &bytes, &source)
    }

    private static func changeFrontMatter(_ bytes: inout [UInt8], _ source: inout MutationSource) {
        switch source.number(below: 4) {
        case 0: bytes.insert(contentsOf: "---\n".utf8, at: 0)
        case 1: bytes.removeFirst(min(4, bytes.count))
        default:
            let fence = bytes.starts(with: "---\n".utf8) ? 4 : 0
            bytes.insert(contentsOf: source.element(of: frontMatter).utf8, at: fence)
        }
    }

    private static let frontMatter = [
        "title: \n", "title\n", ": a\n", "order: 99999999999999999999\n", "order: -1\n", "kind: nothing\n",
        "updated: x\n",
        "title: \"a\\\n", "title: 'a''b'\n", "title: [a, b]\n", "title: |\n  a\n", "- a\n", "# a\n", "---\n", "...\n",
        "kind: changelog\n", "kind: faq\n", "title: a: b\n", "\ttitle: a\n", "TITLE: a\n", "updated: 2026-02-30\n",
    ]

    private static let prefixes = [
        "> ", "> > ", "- ", "1) ", "    ", "# ", "###### ", "| ", "- [x] ", "\\", "<!-- ", "```\n",
    ]

    private static let fragments = [
        "[a]: a\n", "[a][a]", "[a]: <\n", "[](feature:points-sync)", "## [x](feature:points-sync)\n",
        "![](screenshot:points)",
        "[x](scope:users:write)", "[x](scope:)", "![x](video:points 'a')", "![x](screenshot:points#a?b)", "[a](<b",
        "[a](b \"",
        "| a | b |\n| - | - |\n| c |\n", "|\n|-|\n", "| a\\|b | `c|d` |\n|:-:|-:|\n", "| :- |\n", "> [!NOTE]\n> a\n",
        "> [!TIP]",
        "- [ ] a\n- [x] b\n", "~~a~~", "~~~~", "```\nusers:read\n", "```a b\n```\n", "<b>x</b>", "<script>", "<!--",
        "-->", "<?a?>",
        "&amp;&#0;&#x110000;&nosuch;", "https://a.example/(b)(c", "www.a.b.", "a@b.c", "<mailto:a@@b>", "<https://a b>",
        "# a\n# a\n# a\n", "###\n", "#\n", "===\n", "---\n", "***\n", "\\\n", "  \n", "1. a\n   1. b\n      - c\n",
        "Acme deletes users and never writes profiles.\n", "It is read-only, but it doesn't not change users!?...\n",
        "Acme (e.g. v1.2.3) reads users; sends events, deletes users.", "<your-key>", "TODO:", "[TBD]",
        "[setup](setup.md#)",
        "[a](../acme/setup.md)", "[a](/%2e%2e/)", "[a](SETUP.md)", "[a](https://x/%)", "[a](#connect)",
        "![a](media/points.png)",
        "## FAQ\n", "## Why\u{301}?\n", "### 1. Step\n", "## 1.1.1\n\nNow users:read.\n", "[a b]: /c\n[a\nb]",
        "`` ` ``", "*a_b*c_",
    ]
}
