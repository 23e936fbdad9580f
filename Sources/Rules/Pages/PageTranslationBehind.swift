import Diagnostics
import Listing
import LocatedJSON

/// Warns of a translation that is older than its original, or says another thing of what page it is.
struct PageTranslationBehind: Rule {
    static let description = RuleDescription(
        id: "page-translation-behind",
        severity: .warning,
        summary: "A translated page is no older than its original, and of the same kind and place.",
        rationale: """
            A translation that was left behind says what no longer holds, to readers who cannot see that the original says \
            otherwise. 'kind' and 'order' are read from each page by itself.
            """,
        flagged: [
            RuleExample(
                manifest: "{}",
                pages: [
                    "index.md": "---\ntitle: Overview\nupdated: 2026-03-02\n---\n\nText.\n",
                    "index.fr.md": "---\ntitle: Aperçu\nupdated: ⟦2026-03-01⟧\n---\n\nTexte.\n",
                ],
                languages: ["fr"]
            ),
            RuleExample(
                manifest: "{}",
                pages: [
                    "setup.md": "---\ntitle: Set-up\nkind: setup\norder: 2\n---\n\nText.\n",
                    "setup.fr.md": "⟦⟧---\ntitle: Connexion\norder: 2\n---\n\nTexte.\n",
                ],
                languages: ["fr"]
            ),
        ],
        allowed: [
            RuleExample(
                manifest: "{}",
                pages: [
                    "index.md": "---\ntitle: Overview\nupdated: 2026-03-02\n---\n\nText.\n",
                    "index.fr.md": "---\ntitle: Aperçu\nupdated: 2026-03-02\n---\n\nTexte.\n",
                ],
                languages: ["fr"]
            ),
            RuleExample(
                manifest: "{}",
                pages: [
                    "setup.md": "---\ntitle: Set-up\nkind: setup\n---\n\nText.\n",
                    "setup.fr.md": "---\ntitle: Connexion\nkind: setup\nupdated: 2026-03-02\n---\n\nTexte.\n",
                ],
                languages: ["fr"]
            ),
        ]
    )

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        for page in listing.translations.flatMap(\.pages) {
            guard let original = listing.page(at: page.contentPath) else { continue }
            check(page, against: original, &findings)
        }
    }

    private func check(_ page: Page, against original: Page, _ findings: inout RuleFindings) {
        if let updated = page.frontMatter.updated, let newer = original.frontMatter.updated, updated.value < newer.value
        {
            findings.report(
                "the page is of \(updated.value), and '\(original.name)' was changed on \(newer.value)",
                at: updated.range,
                notes: [Note("the original says so here", at: newer.range)]
            )
        }
        let (kind, order) = (original.frontMatter.kind, original.frontMatter.order)
        if page.frontMatter.kind?.value != kind?.value {
            report("kind", kind?.value.rawValue, of: original, at: page.frontMatter.kind?.range, in: page, &findings)
        }
        if page.frontMatter.order?.value != order?.value {
            let value = order.map { String($0.value) }
            report("order", value, of: original, at: page.frontMatter.order?.range, in: page, &findings)
        }
    }

    private func report(
        _ key: String,
        _ value: String?,
        of original: Page,
        at range: SourceRange?,
        in page: Page,
        _ findings: inout RuleFindings
    ) {
        findings.report(
            "'\(original.name)' has \(value.map { "the '\(key)' \($0)" } ?? "no '\(key)'"), and its translation another",
            at: range ?? SourceRange(startOf: page.path)
        )
    }
}
