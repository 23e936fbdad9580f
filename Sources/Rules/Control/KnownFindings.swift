import Diagnostics
import Listing
import LocatedJSON

/// What a rule found in a listing in its main language: translations share much with it, and nothing is reported twice.
struct KnownFindings {
    private struct Key: Hashable {
        let id: String
        let message: String
        let range: SourceRange?

        init(_ finding: Diagnostic) {
            id = finding.id
            message = finding.message
            range = finding.range
        }
    }

    private let keys: Set<Key>

    init(_ findings: [Diagnostic]) {
        keys = Set(findings.map(Key.init))
    }

    /// Those that were not found in the main language; where they do not stand in a page of theirs, they name theirs.
    func new(_ findings: [Diagnostic], in translation: ParsedListing) -> [Diagnostic] {
        findings.filter { !keys.contains(Key($0)) }.map { finding in
            Self.isInPage(finding, of: translation)
                ? finding : finding.prefixed("in \"\(translation.language.wanted)\", ")
        }
    }

    private static func isInPage(_ finding: Diagnostic, of listing: ParsedListing) -> Bool {
        finding.range?.path.hasSuffix(".\(listing.language.wanted).md") ?? false
    }
}
