import Diagnostics
import Listing

/// The rules as documentation, made from their own descriptions.
package enum RuleDocumentation {
    /// `docs/rules.md`.
    package static var page: String {
        let descriptions = RuleRegistry.descriptions
        let rows = descriptions.map { "| [`\($0.id)`](#\($0.id)) | \(level(of: $0)) | \($0.summary) |\n" }.joined()
        return """
            # Rules

            Made by `make docs` from the rules themselves; a test holds this page equal to them. In the examples, what stands
            between `⟦` and `⟧` is reported.

            | rule | severity | requirement |
            | --- | --- | --- |
            \(rows)
            A *core* rule is Candor's promise: no configuration can lower it, and only a suppression with a reason accepts
            what it finds (see [control.md](control.md)). A rule *in English* knows words, and is not run on pages and texts
            in other languages ([languages.md](languages.md)).

            \(descriptions.map { "#" + section(of: $0) }.joined(separator: "\n"))
            \(problems)
            """
    }

    /// What else a report may name.
    private static var problems: String {
        let rows = ProblemRegistry.descriptions.map { problem in
            "| <a id=\"\(problem.id)\"></a>`\(problem.id)` | \(problem.severity.rawValue) | \(problem.summary) "
                + "| \(problem.mending) |\n"
        }
        return """
            ## What no rule finds

            A file that cannot be read cannot be judged, and what a directory asks for must be there: such problems have no
            switch and no suppression. `candor explain` tells more of each.

            | problem | severity | requirement | how it is mended |
            | --- | --- | --- | --- |
            \(rows.joined())
            """
    }

    package static func section(of problem: ProblemDescription) -> String {
        """
        # \(problem.id)

        \(problem.summary) (\(problem.severity.rawValue); no rule, so it cannot be switched off)

        \(problem.rationale)

        \(problem.mending)

        """
    }

    /// What `candor explain` says.
    package static func section(of description: RuleDescription) -> String {
        """
        # \(description.id)

        \(description.summary) (\(level(of: description)))

        \(description.rationale)

        """
            + examples("Flagged", description.flagged) + examples("Allowed", description.allowed)
    }

    /// None for a rule on what stands outside the content.
    private static func examples(_ title: String, _ examples: [RuleExample]) -> String {
        examples.isEmpty ? "" : "\n\(title):\n\n" + examples.map(block).joined(separator: "\n")
    }

    /// Those that know words.
    private static let englishRules = Set(
        RuleRegistry.rules.filter(\.readsEnglish).map { type(of: $0).description.id }
    )

    private static func level(of description: RuleDescription) -> String {
        description.severity.rawValue + (description.isCore ? ", core" : "")
            + (englishRules.contains(description.id) ? ", in English" : "")
    }

    /// One code block an example, its files one after the other; no example has a fence of four tildes.
    private static func block(_ example: RuleExample) -> String {
        let manifest = example.manifest.map { [("integration.json", $0)] } ?? []
        let record = example.record.map { [(ReleaseRecord.fileName, $0)] } ?? []
        let pages = example.pages.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        let media = (example.files.map { ($0, "(a file)") } + example.media.map { ($0, "\($1)") })
            .sorted { $0.0 < $1.0 }
        let evidence = example.texts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        let texts = example.mediaTexts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        let pack = example.pack.map { [("packs/example.json", $0)] } ?? []
        let site = example.baseURL.map { [("site.json", "{\"baseURL\": \"\($0)\"}")] } ?? []
        let traffic = example.traffic.map { [("evidence/traffic.har", $0)] } ?? []
        let files = (manifest + record + traffic + pages + evidence + media + texts + pack + site).map { name, text in
            "== \(name) ==\n" + (text.hasSuffix("\n") ? String(text.dropLast()) : text)
        }
        return "~~~~ text\n\(files.joined(separator: "\n"))\n~~~~\n"
    }
}
