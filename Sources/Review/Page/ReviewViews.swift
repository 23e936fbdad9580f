import Diagnostics
import Listing
import Templates

/// How templates see a cell of the matrix.
enum CellView {
    static let view = View<ReviewCell>(
        "cell",
        [
            .text("mark", "The mark as a word of the style sheet: present, missing, not-applicable or not-checked.") {
                $0.mark.rawValue
            },
            .text("symbol", "The mark as a sign.") { $0.mark.symbol },
            .text("word", "The mark in words.") { $0.mark.words },
            .text("note", "What else there is to say.") { $0.note },
            .list("places", "Where it can be seen.", PlaceView.view) { $0.places },
        ]
    )
}

extension ReviewMark {
    fileprivate var symbol: String {
        switch self {
        case .present: "✓"
        case .missing: "✗"
        case .notApplicable: "–"
        case .notChecked: "?"
        }
    }

    fileprivate var words: String {
        switch self {
        case .present: "there"
        case .missing: "missing"
        case .notApplicable: "not applicable"
        case .notChecked: "not checked"
        }
    }
}

enum PlaceView {
    static let view = View<ReviewPlace>(
        "place",
        [
            .text("text", "The file below its listing, and the line.") { $0.text },
            .text("path", "The file, as diagnostics show it.") { $0.path },
            .text("url", "Where it can be looked at; absent where the site does not say.") { $0.url },
        ]
    )
}

enum FindingView {
    static let view = View<FindingReview>(
        "finding",
        [
            .text("id", "The rule.") { $0.id },
            .text("severity", "error, warning or note.") { $0.severity.rawValue },
            .text("message", "What is wrong.") { $0.message },
            .object("place", "Where.", PlaceView.view) { $0.place },
            .list("notes", "What explains it.", noteView) { $0.notes },
        ]
    )

    private static let noteView = View<FindingReview.Note>(
        "note",
        [
            .text("message", "The note.") { $0.message },
            .object("place", "The place that it is about.", PlaceView.view) { $0.place },
        ]
    )
}

enum SuppressedView {
    static let view = View<SuppressedReview>(
        "suppressed finding",
        [
            .object("finding", "What was found.", FindingView.view) { $0.finding },
            .text("reason", "Why it does not count.") {
                if case .entry(let reason, _) = $0.ground { reason } else { "in the baseline" }
            },
            .text("until", "The last day on which it does not; absent for the baseline.") {
                if case .entry(_, let until) = $0.ground { until } else { nil }
            },
        ]
    )
}
