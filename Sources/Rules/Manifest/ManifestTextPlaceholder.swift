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
        ],
        allowed: [
            RuleExample(manifest: #"{"name": "X", "unique": "A to-do list in every profile, not a <b>plain</b> one"}"#),
            RuleExample(
                manifest:
                    #"{"tagline": "Turns a TODO of Todoist into a task", "unique": "Finds texts such as \"TBD\"."}"#
            ),
            RuleExample(manifest: #"{"data": [{"object": "users", "retention": "N/A", "onDisconnect": "-"}]}"#),
        ]
    )

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        guard let manifest = listing.manifest else { return }
        for (key, text) in manifest.tellingTexts { check(text, key, needsWord: true, &findings) }
        for (key, text) in manifest.otherTexts { check(text, key, needsWord: false, &findings) }
    }

    private func check(_ text: Located<String>?, _ key: String, needsWord: Bool, _ findings: inout RuleFindings) {
        guard let text else { return }
        let placeholder = PlaceholderText(text.value)
        if let mark = placeholder.mark, !isNone(mark, key) {
            findings.report("\"\(key)\" has '\(mark)', which was to be replaced", at: text.range)
        } else if needsWord, placeholder.isWordless {
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
    fileprivate typealias Text = (key: String, text: Located<String>?)

    /// Those in which a word or more has to stand.
    fileprivate var tellingTexts: [Text] {
        var texts: [Text] = [("tagline", tagline), ("description", description), ("unique", unique)]
        for scope in scopes {
            texts += [("when", scope.when), ("ifDeclined", scope.ifDeclined)]
            texts += scope.unusedGrants.map { ("statement", $0.statement) }
        }
        for feature in features { texts += [("title", feature.title), ("summary", feature.summary)] }
        for medium in media { texts += [("caption", medium.caption), ("alt", medium.alt)] }
        return texts
    }

    fileprivate var otherTexts: [Text] {
        [("name", name), ("builtBy", builtBy)]
            + data.flatMap { statement -> [Text] in
                [
                    ("purpose", statement.purpose), ("retention", statement.retention),
                    ("onDisconnect", statement.onDisconnect), ("onUninstall", statement.onUninstall),
                ]
            }
    }
}
