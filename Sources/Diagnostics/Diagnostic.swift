/// One problem in what an author wrote, at the place where it is to be mended.
package struct Diagnostic: Sendable, Hashable {
    /// Stable, in kebab-case, never used again for another problem: `scope-undocumented`.
    package let id: String
    package var severity: Severity
    /// One sentence that says what is wrong here: it names the value at hand and ends without a full stop.
    ///
    /// Whatever address it quotes, the secrets in it are written over.
    package let message: String
    /// Absent only when no file can be blamed; then the first note says why.
    package let range: SourceRange?
    package var notes: [Note]
    package var fixes: [Fix]

    package init(
        id: String,
        severity: Severity,
        message: String,
        range: SourceRange,
        notes: [Note] = [],
        fixes: [Fix] = []
    ) {
        self.id = id
        self.severity = severity
        self.message = concealingSecrets(in: message)
        self.range = range
        self.notes = notes
        self.fixes = fixes
    }

    /// A problem that no file can be blamed for.
    ///
    /// - Parameter reason: why there is no place to show, as a note says it.
    package init(
        id: String,
        severity: Severity,
        message: String,
        withoutPlace reason: String,
        notes: [Note] = []
    ) {
        self.id = id
        self.severity = severity
        self.message = concealingSecrets(in: message)
        range = nil
        self.notes = [Note(reason)] + notes
        fixes = []
    }
}

extension Diagnostic {
    /// The same with something said before the message.
    package func prefixed(_ text: String) -> Diagnostic {
        guard let range else { return self }
        return Diagnostic(id: id, severity: severity, message: text + message, range: range, notes: notes, fixes: fixes)
    }
}

/// Another place that explains a diagnostic, or advice without a place.
package struct Note: Sendable, Hashable {
    package let message: String
    package let range: SourceRange?

    package init(_ message: String, at range: SourceRange? = nil) {
        self.message = concealingSecrets(in: message)
        self.range = range
    }
}

/// A change that mends the problem.
package struct Fix: Sendable, Hashable {
    package enum Safety: String, Sendable, Hashable {
        /// May be applied without looking: the meaning is certain.
        case safe
        /// Probably what the author wants; a person decides.
        case needsReview = "needs-review"
    }

    package let title: String
    package let safety: Safety
    package let edits: [TextEdit]

    package init(_ title: String, safety: Safety, edits: [TextEdit]) {
        self.title = concealingSecrets(in: title)
        self.safety = safety
        self.edits = edits
    }

    /// Whether what it writes can be shown: it is the whole text, with whatever secret stands in the addresses of that.
    var canBeShown: Bool { edits.allSatisfy { concealingSecrets(in: $0.replacement) == $0.replacement } }
}

/// Replaces a range of a file; an empty range inserts, an empty text deletes.
package struct TextEdit: Sendable, Hashable {
    package let range: SourceRange
    package let replacement: String

    package init(_ range: SourceRange, replacement: String) {
        self.range = range
        self.replacement = replacement
    }
}
