import Markdown
import Templates

extension MarkdownWords {
    init(_ texts: Texts) {
        self.init(
            alerts: [
                .note: texts.string(of: Phrase("alert.note")),
                .tip: texts.string(of: Phrase("alert.tip")),
                .important: texts.string(of: Phrase("alert.important")),
                .warning: texts.string(of: Phrase("alert.warning")),
                .caution: texts.string(of: Phrase("alert.caution")),
            ],
            done: texts.string(of: Phrase("task.done")),
            notDone: texts.string(of: Phrase("task.notDone")),
            headingLink: Self.frame(texts) { Phrase("heading.link", ["heading": .text($0)]) },
            table: texts.string(of: Phrase("table.title")),
            tableNamed: Self.frame(texts) { Phrase("table.named", ["heading": .text($0)]) }
        )
    }

    /// What stands before and after a heading's title, taken apart once and not for each heading.
    private static func frame(_ texts: Texts, _ phrase: (String) -> Phrase) -> Frame {
        let mark = "\u{FFFC}"
        let parts = texts.string(of: phrase(mark)).split(
            separator: mark,
            maxSplits: 1,
            omittingEmptySubsequences: false
        )
        return Frame(before: String(parts[0]), after: parts.count > 1 ? String(parts[1]) : "")
    }
}
