import Diagnostics

/// What is doubtful in a document, one of perhaps many of its kind.
struct DescriptionWarning {
    let message: String
    let place: SourceRange
    let notes: [Note]

    init(_ message: String, at place: SourceRange, _ notes: [Note] = []) {
        self.message = message
        self.place = place
        self.notes = notes
    }
}

extension DiagnosticReport {
    /// Warns of the first of one kind: more of them tell nothing new of a document that somebody else wrote.
    mutating func warning<Subject>(
        _ id: String,
        ofMany subjects: [Subject],
        _ describe: (Subject) -> DescriptionWarning
    ) {
        let shown = subjects.prefix(mostDescriptionWarnings).map(describe)
        let more = subjects.count - shown.count
        for (place, warning) in shown.enumerated() {
            let isLast = place == shown.count - 1 && more > 0
            let rest = isLast ? [Note("and \(more) more of this kind in the document")] : []
            self.warning(id, warning.message, at: warning.place, notes: warning.notes + rest)
        }
    }
}

private let mostDescriptionWarnings = 10
