import LocatedJSON
import Rules

/// What several parts of the report write alike.
extension JSONWriter {
    mutating func list<Element>(
        _ name: String,
        _ elements: [Element],
        _ write: (inout JSONWriter, Element) -> Void
    ) {
        key(name)
        array { json in
            for element in elements { write(&json, element) }
        }
    }

    mutating func optional(_ name: String, _ text: String?) {
        if let text { member(name, text) }
    }

    mutating func coverage(_ parts: [Coverage.Part]) {
        key("coverage")
        object { json in
            for part in parts {
                json.key(part.key)
                json.object { json in
                    json.member("total", part.count.total)
                    json.member("proved", part.count.proved)
                    json.member("refuted", part.count.refuted)
                    json.member("notChecked", part.count.notChecked)
                }
            }
        }
    }

    /// What could not be looked at since the content does not say what would be needed.
    mutating func notChecked(_ coverage: Coverage) {
        key("notChecked")
        object { json in
            json.member("integrations", coverage.uncheckedListings)
            for gap in CoverageGap.allCases {
                if let count = coverage.gaps[gap] { json.member(gap.rawValue, count) }
            }
        }
    }

    mutating func cell(_ name: String, _ cell: ReviewCell) {
        key(name)
        object { json in
            json.member("mark", cell.mark.rawValue)
            json.optional("note", cell.note)
            json.list("places", cell.places) { $0.place($1) }
        }
    }

    mutating func place(_ place: ReviewPlace?) {
        guard let place else { return null() }
        object { json in
            json.member("path", place.path)
            if let line = place.line, let column = place.column {
                json.member("line", line)
                json.member("column", column)
            }
        }
    }
}
