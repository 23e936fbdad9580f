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

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        guard let manifest = listing.manifest, !listing.catalogue.lacksDocument else { return }
        for name in manifest.features.flatMap(\.operations) + manifest.usage.map(\.operation)
        where listing.catalogue.operation(name.value) == nil {
            let guess = guess(name.value, in: listing.catalogue)
            findings.report(
                "the catalogue has no operation '\(name.value)'" + didYouMean(guess),
                at: name.range,
                fixes: renameFix(guess, at: name.range)
            )
        }
    }

    private func guess(_ name: String, in catalogue: Catalogue) -> String? {
        guard let call = NamedCall(name) else {
            return closestMatch(to: name, among: catalogue.operations.map(\.id.value))
        }
        return catalogue.operations.map(\.methodAndPath).first { NamedCall($0) == call }
            ?? closestMatch(to: name, among: catalogue.operations.map(\.methodAndPath))
    }
}

/// A method and a path, however they are written.
private struct NamedCall: Equatable {
    private let method: String
    private let shape: String

    init?(_ name: String) {
        let parts = name.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[1].contains("/") else { return nil }
        method = parts[0].uppercased()
        shape = PathTemplate(String(parts[1])).shape
    }
}
