package import Diagnostics

/// A diagnostic with its place as people look it up.
package struct FindingReview: Sendable {
    package let id: String
    package let severity: Severity
    package let message: String
    package let place: ReviewPlace?
    package let notes: [Note]

    package struct Note: Sendable {
        package let message: String
        package let place: ReviewPlace?
    }

    init(_ diagnostic: Diagnostic, place: (SourceRange) -> ReviewPlace) {
        id = diagnostic.id
        severity = diagnostic.severity
        message = diagnostic.message
        self.place = diagnostic.range.map(place)
        notes = diagnostic.notes.map { Note(message: $0.message, place: $0.range.map(place)) }
    }

    init(_ diagnostic: Diagnostic, places: PlaceFinder) {
        self.init(diagnostic, place: places.place)
    }

    /// A finding outside of all listings.
    ///
    /// - Parameter sources: gives the bytes of the file that it names.
    package init(_ diagnostic: Diagnostic, sources: SourceLookup) {
        self.init(diagnostic) { range in
            let position = sources(range.path).map { LineIndex($0).position(of: range.bytes.start, in: $0) }
            return ReviewPlace(
                path: range.path,
                name: range.path,
                line: position?.line,
                column: position?.column,
                url: nil
            )
        }
    }
}

/// A finding that does not count, and why.
package struct SuppressedReview: Sendable {
    package enum Ground: Sendable {
        case entry(reason: String, until: String)
        case baseline
    }

    package let finding: FindingReview
    package let ground: Ground

    init(_ suppressed: SuppressedDiagnostic, places: PlaceFinder) {
        finding = FindingReview(suppressed.diagnostic, places: places)
        switch suppressed.ground {
        case .entry(_, let reason, let until): ground = .entry(reason: reason, until: until)
        case .baseline: ground = .baseline
        }
    }
}
