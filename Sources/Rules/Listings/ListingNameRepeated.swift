import Diagnostics

/// Reports two listings of the directory that bear one name.
package struct ListingNameRepeated: DirectoryRule {
    package static let description = RuleDescription(
        id: "listing-name-repeated",
        summary: "No two listings of the directory bear one name.",
        rationale: """
            Whoever searches for an integration by its name has to find one. Names are compared by their words: capitals \
            and punctuation make no difference.
            """,
        flagged: [
            pair(#"{"name": "Acme Points"}"#, #"{"name": ⟦"Acme Points"⟧}"#),
            pair(#"{"name": "Acme Points"}"#, #"{"name": ⟦"ACME points!"⟧}"#),
        ],
        allowed: [
            pair(#"{"name": "Acme Points"}"#, #"{"name": "Acme"}"#),
            pair(#"{"name": "Acme Points"}"#, #"{"name": "Acme Parcels"}"#),
        ]
    )

    /// Two listings in their folders.
    private static func pair(_ first: String, _ second: String) -> RuleExample {
        RuleExample(pages: ["acme/integration.json": first, "bolt/integration.json": second])
    }

    /// What two names have in common that count as one.
    package struct Key: Hashable {
        private let words: FoldedText

        package init(_ name: String) {
            words = FoldedText(name)
        }
    }
}
