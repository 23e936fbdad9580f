import LocatedJSON
import Markdown

/// Rows of an export, before it is known in which form they are written.
struct ExportTable {
    struct Column {
        /// Of a member in JSON.
        let key: String
        let heading: String
    }

    enum Cell {
        /// nil where there is nothing to be said.
        case text(String?)
        case names([String])

        var plain: String {
            switch self {
            case .text(let text): text ?? ""
            case .names(let names): names.joined(separator: ", ")
            }
        }
    }

    let columns: [Column]
    let rows: [[Cell]]

    /// - Parameters:
    ///   - id: of the listing.
    ///   - name: of the member that holds the rows in JSON.
    func written(as format: ExportFormat, _ id: String, _ name: String) -> [UInt8] {
        switch format {
        case .csv: CSVText.bytes([columns.map(\.heading)] + rows.map { $0.map(\.plain) })
        case .json: json(id, name)
        case .markdown: markdown
        }
    }

    private func json(_ id: String, _ name: String) -> [UInt8] {
        var json = JSONWriter(.pretty)
        json.object { json in
            json.member("listing", id)
            json.key(name)
            json.array { json in
                for row in rows {
                    json.object { json in
                        for (column, cell) in zip(columns, row) { write(cell, as: column.key, to: &json) }
                    }
                }
            }
        }
        return Array(json.text.utf8)
    }

    private func write(_ cell: Cell, as key: String, to json: inout JSONWriter) {
        switch cell {
        case .text(let text?): json.member(key, text)
        case .text(nil): break
        case .names(let names): json.member(key, names)
        }
    }

    private var markdown: [UInt8] {
        var lines = MarkdownLines()
        lines.table(columns.map(\.heading), rows.map { $0.map { MarkdownText.escaped($0.plain) } })
        return lines.bytes
    }
}
