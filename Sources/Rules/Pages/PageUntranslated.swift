import Diagnostics
import Listing
import LocatedJSON

/// Warns of a page that a listing lacks in a language that it is offered in.
struct PageUntranslated: Rule {
    static let description = RuleDescription(
        id: "page-untranslated",
        severity: .warning,
        summary: "A listing that is offered in a language has every page in that language.",
        rationale: """
            Readers of that language get the page in the language of the directory, with a line that says so; and what \
            only that page documents is not documented for them.
            """,
        flagged: [
            RuleExample(
                manifest: #"{"name": "Acme"}"#,
                pages: ["index.md": "Reads.\n", "index.fr.md": "Lit.\n", "setup.md": "⟦⟧Set up.\n"],
                languages: ["fr"]
            ),
            RuleExample(
                manifest: #"{"name": "Acme", "tagline": {"en": "Points", "pt-BR": "Pontos"}}"#,
                pages: ["index.md": "⟦⟧Reads.\n"],
                languages: ["pt-BR"]
            ),
        ],
        allowed: [
            RuleExample(
                manifest: #"{"name": "Acme"}"#,
                pages: ["index.md": "Reads.\n", "index.fr.md": "Lit.\n"],
                languages: ["fr"]
            ),
            // Offered in English alone, which readers of French see at its top.
            RuleExample(manifest: #"{"name": "Acme"}"#, pages: ["index.md": "Reads.\n"], languages: ["fr"]),
        ]
    )

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        let language = listing.language.wanted
        for page in listing.originalPages {
            let name = "\(page.slug).\(language).md"
            findings.report(
                "'\(page.name)' is not translated: there is no '\(name)'",
                at: SourceRange(startOf: page.path)
            )
        }
    }
}
