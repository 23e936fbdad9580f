import Diagnostics
import Listing
import LocatedJSON

/// Reports a text of the manifest that was to be replaced before anybody reads it.
struct ManifestTextPlaceholder: Rule {
    static let description = RuleDescription(
        id: "manifest-text-placeholder",
        summary: "The texts of the manifest hold nothing that was to be replaced.",
        rationale: """
            "TBD" under "what happens if I decline" tells a customer that nobody has thought about it. What is kept of \
            data, and for how long, may be "N/A" where nothing is kept; the reasons of scopes have a rule of their own.
            """,
        flagged: [
            RuleExample(manifest: #"{"unique": ⟦"TBD"⟧, "description": ⟦"Lorem ipsum dolor. And more."⟧}"#),
            RuleExample(manifest: #"{"scopes": [{"id": "users:read", "ifDeclined": ⟦"N/A"⟧, "when": ⟦"-"⟧}]}"#),
            RuleExample(
                manifest: """
                    {"scopes": [{"id": "a", "unusedGrants": [{"grant": "b", "statement": ⟦"TODO"⟧}]}],
                     "media": [{"id": "a", "alt": ⟦"TBC"⟧, "caption": ⟦"[Insert caption]"⟧}],
                     "data": [{"object": "users", "retention": ⟦"to be defined"⟧}]}
                    """
            ),
            RuleExample(manifest: #"{"tagline": ⟦"—"⟧, "data": [{"object": "users", "purpose": ⟦"xxx"⟧}]}"#),
        ],
        allowed: [
            RuleExample(manifest: #"{"name": "X", "unique": "A to-do list in every profile, not a <b>plain</b> one"}"#),
            RuleExample(
                manifest:
                    #"{"tagline": "Turns a TODO of Todoist into a task", "unique": "Finds texts such as \"TBD\"."}"#
            ),
            RuleExample(manifest: #"{"data": [{"object": "users", "retention": "N/A", "onDisconnect": "-"}]}"#),
            RuleExample(manifest: #"{"tagline": "Find \"lorem ipsum\" before your customers do"}"#),
        ]
    )

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        guard let manifest = listing.manifest else { return }
        manifest.visitTellingTexts { check($1, $0, needsWord: true, &findings) }
        // A dash may say that there is nothing to say.
        manifest.visitStatements { check($1, $0, needsWord: false, &findings) }
        check(manifest.name, "name", needsWord: false, &findings)
        check(manifest.builtBy, "builtBy", needsWord: false, &findings)
    }

    private func check(_ text: Located<String>?, _ key: String, needsWord: Bool, _ findings: inout RuleFindings) {
        guard let text else { return }
        let placeholder = PlaceholderText(text.value)
        if let mark = placeholder.mark, !isNone(mark, key) {
            findings.report("\"\(key)\" has '\(mark)', which was to be replaced", at: text.range)
        } else if needsWord ? placeholder.isWordless : placeholder.isFiller {
            findings.report("\"\(key)\" says nothing", at: text.range)
        }
    }

    /// Nothing is kept of what is not stored.
    private func isNone(_ mark: String, _ key: String) -> Bool {
        ["retention", "onDisconnect", "onUninstall"].contains(key)
            && ["n a", "not applicable"].contains { FoldedText(mark) == FoldedText($0) }
    }
}

extension IntegrationManifest {
    /// Visits those in which a word or more has to stand, each with its key.
    fileprivate func visitTellingTexts(_ visit: (String, Located<String>?) -> Void) {
        visit("tagline", tagline)
        visit("description", description)
        visit("unique", unique)
        for scope in scopes {
            visit("when", scope.when)
            visit("ifDeclined", scope.ifDeclined)
            for grant in scope.unusedGrants { visit("statement", grant.statement) }
        }
        for feature in features {
            visit("title", feature.title)
            visit("summary", feature.summary)
        }
        for medium in media {
            visit("caption", medium.caption)
            visit("alt", medium.alt)
        }
    }

    /// Visits what it says of data.
    fileprivate func visitStatements(_ visit: (String, Located<String>?) -> Void) {
        for statement in data {
            visit("purpose", statement.purpose)
            visit("retention", statement.retention)
            visit("onDisconnect", statement.onDisconnect)
            visit("onUninstall", statement.onUninstall)
        }
    }
}
