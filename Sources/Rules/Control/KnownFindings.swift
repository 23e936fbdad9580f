import Diagnostics
import Listing
import LocatedJSON

/// What was found in a listing already: its translations share much with it, and nothing is reported twice.
struct KnownFindings {
    private struct Key: Hashable {
        let id: String
        let message: String
        let range: SourceRange?
    }

    private let isNeeded: Bool
    private var keys: Set<Key> = []

    /// - Parameter isNeeded: false for a listing in one language.
    init(isNeeded: Bool) {
        self.isNeeded = isNeeded
    }

    /// Those that were not found in another language; where they do not stand in a page or text of their language, they
    /// name it.
    mutating func new(_ findings: [Diagnostic], in listing: ParsedListing) -> [Diagnostic] {
        guard isNeeded, !findings.isEmpty else { return findings }
        return findings.filter { finding in
            keys.insert(Key(id: finding.id, message: finding.message, range: finding.range)).inserted
        }
        .map { finding in
            guard !listing.language.isMain, !Self.isInPage(finding, of: listing) else { return finding }
            return finding.prefixed("in \"\(listing.language.wanted)\", ")
        }
    }

    private static func isInPage(_ finding: Diagnostic, of listing: ParsedListing) -> Bool {
        finding.range?.path.hasSuffix(".\(listing.language.wanted).md") ?? false
    }
}
