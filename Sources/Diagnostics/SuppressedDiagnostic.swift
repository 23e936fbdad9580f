/// A finding that does not count in a run, and why it does not.
package struct SuppressedDiagnostic: Sendable, Hashable {
    package enum Ground: Sendable, Hashable {
        /// An entry of the configuration, by its place there.
        case entry(SourceRange, reason: String, until: String)
        /// The finding was there when the baseline was written.
        case baseline(Fingerprint)
    }

    package let diagnostic: Diagnostic
    package let ground: Ground

    package init(_ diagnostic: Diagnostic, on ground: Ground) {
        self.diagnostic = diagnostic
        self.ground = ground
    }

    /// For people, as a clause.
    package var justification: String {
        switch ground {
        case .entry(_, let reason, let until): "\(reason) (until \(until))"
        case .baseline: "in the baseline"
        }
    }
}
