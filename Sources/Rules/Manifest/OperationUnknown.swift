import Diagnostics
import Evidence
import Listing
import LocatedJSON

/// Reports an operation that the platform's catalogue does not know.
struct OperationUnknown: Rule {
    static let description = RuleDescription(
        id: "operation-unknown",
        summary: "An operation that a feature or a peak names is one of the catalogue.",
        rationale: """
            What a call needs and how often it may be made can be told only of calls that exist. A call that is named by \
            method and path is named as the catalogue writes it, the names of parameters too. Nothing is said while a \
            document that the catalogue points at cannot be read.
            """,
        flagged: [
            RuleExample(manifest: #"{"features": [{"id": "sync", "operations": ["get-user", ⟦"get-usr"⟧]}]}"#),
            RuleExample(manifest: #"{"features": [{"id": "sync", "operations": [⟦"get users/{userId}/"⟧]}]}"#),
            RuleExample(manifest: #"{"usage": [{"operation": ⟦"fly"⟧, "peak": {"count": 1, "per": "minute"}}]}"#),
        ],
        allowed: [
            RuleExample(manifest: #"{"features": [{"id": "sync", "operations": ["get-user"]}]}"#),
            RuleExample(manifest: #"{"usage": [{"operation": "put-user", "peak": {"count": 1, "per": "minute"}}]}"#),
        ]
    )

    /// Each is held against every operation of the platform.
    private static let mostGuesses = 50

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        guard let manifest = listing.manifest, !listing.catalogue.lacksDocument else { return }
        let unknown = (manifest.features.flatMap(\.operations) + manifest.usage.map(\.operation))
            .filter { listing.catalogue.operation($0.value) == nil }
        guard !unknown.isEmpty else { return }
        let known = KnownCalls(of: listing.catalogue)
        for (number, name) in unknown.enumerated() {
            let guess = known.guess(name.value, byLetters: number < Self.mostGuesses)
            findings.report(
                "the catalogue has no operation '\(name.value)'" + didYouMean(guess),
                at: name.range,
                fixes: renameFix(guess, at: name.range)
            )
        }
    }
}

/// What a name can have been meant for.
private struct KnownCalls {
    private let ids: [String]
    private let paths: [String]
    private let pathByCall: [NamedCall: String]

    init(of catalogue: Catalogue) {
        ids = catalogue.operations.map(\.id.value)
        paths = catalogue.operations.map(\.methodAndPath)
        pathByCall = Dictionary(
            paths.compactMap { path in NamedCall(path).map { ($0, path) } },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// - Parameter byLetters: whether to look for a name that is spelt alike as well, which takes a while.
    func guess(_ name: String, byLetters: Bool) -> String? {
        let call = NamedCall(name)
        if let path = call.flatMap({ pathByCall[$0] }) { return path }
        return byLetters ? closestMatch(to: name, among: call == nil ? ids : paths) : nil
    }
}

/// A method and a path, however they are written.
private struct NamedCall: Hashable {
    private let method: String
    private let shape: String

    init?(_ name: String) {
        let parts = name.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[1].contains("/") else { return nil }
        method = parts[0].uppercased()
        shape = PathTemplate(String(parts[1])).shape
    }
}
