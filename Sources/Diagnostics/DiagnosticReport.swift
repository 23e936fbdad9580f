/// The diagnostics of a run: every stage adds to one, none ever takes away.
package struct DiagnosticReport: Sendable {
    package private(set) var diagnostics: [Diagnostic] = []
    /// What was found and does not count.
    package private(set) var suppressed: [SuppressedDiagnostic] = []
    package private(set) var errorCount = 0
    package private(set) var warningCount = 0

    package init() {}

    package var hasErrors: Bool { errorCount > 0 }
    package var isEmpty: Bool { diagnostics.isEmpty }

    package mutating func add(_ diagnostic: Diagnostic) {
        switch diagnostic.severity {
        case .error: errorCount += 1
        case .warning: warningCount += 1
        case .note: break
        }
        diagnostics.append(diagnostic)
    }

    package mutating func add(_ diagnostic: SuppressedDiagnostic) {
        suppressed.append(diagnostic)
    }

    package mutating func add(contentsOf other: DiagnosticReport) {
        diagnostics.append(contentsOf: other.diagnostics)
        suppressed.append(contentsOf: other.suppressed)
        errorCount += other.errorCount
        warningCount += other.warningCount
    }

    package mutating func error(
        _ id: String,
        _ message: String,
        at range: SourceRange,
        notes: [Note] = [],
        fixes: [Fix] = []
    ) {
        add(Diagnostic(id: id, severity: .error, message: message, range: range, notes: notes, fixes: fixes))
    }

    /// For what no file can be blamed for; `reason` says why.
    package mutating func error(_ id: String, _ message: String, withoutPlace reason: String, notes: [Note] = []) {
        add(Diagnostic(id: id, severity: .error, message: message, withoutPlace: reason, notes: notes))
    }

    package mutating func warning(
        _ id: String,
        _ message: String,
        at range: SourceRange,
        notes: [Note] = [],
        fixes: [Fix] = []
    ) {
        add(Diagnostic(id: id, severity: .warning, message: message, range: range, notes: notes, fixes: fixes))
    }

    /// Makes every warning an error, for a run that must not end with either.
    package mutating func raiseWarnings() {
        for index in diagnostics.indices where diagnostics[index].severity == .warning {
            diagnostics[index].severity = .error
        }
        errorCount += warningCount
        warningCount = 0
    }

    /// Ordered by path, position and id, so that the order never tells which thread was faster.
    package var sorted: [Diagnostic] {
        diagnostics.sorted(by: Diagnostic.standsBefore)
    }

    package var sortedSuppressed: [SuppressedDiagnostic] {
        suppressed.sorted { Diagnostic.standsBefore($0.diagnostic, $1.diagnostic) }
    }
}

extension Diagnostic {
    fileprivate static func standsBefore(_ left: Diagnostic, _ right: Diagnostic) -> Bool {
        switch (left.range, right.range) {
        case (nil, nil): (left.id, left.message) < (right.id, right.message)
        case (nil, _): true
        case (_, nil): false
        case (let leftRange?, let rightRange?):
            leftRange != rightRange
                ? leftRange < rightRange : (left.id, left.message) < (right.id, right.message)
        }
    }
}
