/// What a page says beside the text of its author: titles of alerts, and names for those who cannot see the page.
package struct MarkdownWords: Sendable, Hashable {
    /// Words around the title of a heading.
    package struct Frame: Sendable, Hashable {
        package let before: String
        package let after: String

        package init(before: String, after: String) {
            self.before = before
            self.after = after
        }
    }

    package let alerts: [MarkdownAlert: String]
    package let done: String
    package let notDone: String
    package let headingLink: Frame
    /// Of a table without a heading above it.
    package let table: String
    package let tableNamed: Frame

    package init(
        alerts: [MarkdownAlert: String],
        done: String,
        notDone: String,
        headingLink: Frame,
        table: String,
        tableNamed: Frame
    ) {
        self.alerts = alerts
        self.done = done
        self.notDone = notDone
        self.headingLink = headingLink
        self.table = table
        self.tableNamed = tableNamed
    }

    package static let english = MarkdownWords(
        alerts: [.note: "Note", .tip: "Tip", .important: "Important", .warning: "Warning", .caution: "Caution"],
        done: "Done",
        notDone: "Not done",
        headingLink: Frame(before: "Link to ", after: ""),
        table: "Table",
        tableNamed: Frame(before: "Table: ", after: "")
    )
}
