import Diagnostics
import Listing
import LocatedJSON

/// Warns of a text of the manifest that a listing lacks in a language that it is offered in.
struct ManifestTextUntranslated: Rule {
    static let description = RuleDescription(
        id: "manifest-text-untranslated",
        severity: .warning,
        summary: "A listing that is offered in a language has all texts of its manifest in it.",
        rationale: """
            A reason for a permission that the reader cannot read is none. The text is shown in the language of the \
            directory and marked as such.
            """,
        flagged: [
            RuleExample(
                manifest: #"{"name": "Acme", "tagline": ⟦"Points"⟧}"#,
                pages: ["index.md": "Reads.\n", "index.fr.md": "Lit.\n"],
                languages: ["fr"]
            ),
            RuleExample(
                manifest: """
                    {"tagline": {"en": "Points", "fr": "Des points"}, "unique": {"en": ⟦"New"⟧, "de": "Neu"},
                     "description": "Points for members."}
                    """,
                languages: ["fr"]
            ),
        ],
        allowed: [
            RuleExample(manifest: #"{"name": "Acme", "tagline": "Points"}"#, page: "Reads.\n", languages: ["fr"]),
            RuleExample(
                manifest: #"{"name": "Acme", "builtBy": "Acme", "tagline": {"en": "Points", "fr": "Des points"}}"#,
                languages: ["fr"]
            ),
        ]
    )

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        // A listing has dozens of texts, and one that begins to be translated should not drown in warnings.
        guard let first = listing.untranslatedTexts.first else { return }
        let others = listing.untranslatedTexts.count - 1
        let rest = others == 0 ? "" : others == 1 ? " and one further text" : " and \(others) further texts"
        findings.report(
            "\"\(first.value)\"\(rest) of the manifest \(others == 0 ? "is" : "are") not translated",
            at: first.range
        )
    }
}
