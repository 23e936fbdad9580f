import Diagnostics
import Listing
import LocatedJSON
import Markdown

/// Reports a version that asks for other scopes than the recorded release when no changelog entry names them.
struct FreshnessChangelogSilent: Rule {
    static let description = RuleDescription(
        id: "freshness-changelog-silent",
        summary: "The changelog's section of a version names every scope that was added or removed.",
        rationale: """
            Who has connected an integration learns from the changelog that it asks for more, or that a key can be \
            narrowed. The section is the one whose heading holds the version; the page is one of the kind 'changelog'.
            """,
        flagged: [
            RuleExample(manifest: manifest(), record: record, page: changelog("## ⟦1.1, May⟧\n\nFaster.\n")),
            RuleExample(
                manifest: manifest(),
                record: record,
                page: changelog("## ⟦1.1⟧\n\nNow `events:send`.\n\n## 1.0\n\nWith `users:read`.\n")
            ),
            RuleExample(manifest: manifest(version: #"⟦"1.1"⟧"#), record: record, page: "No changelog.\n"),
            RuleExample(
                manifest: manifest(version: #"⟦"1.1"⟧"#),
                record: record,
                page: changelog("## 1.1.1\n\n`events:send`, `users:read`\n")
            ),
        ],
        allowed: [
            RuleExample(
                manifest: manifest(),
                record: record,
                page: changelog("## v1.1 (May)\n\nAsks for [events](scope:events:send), and no more for users:read.\n")
            ),
            RuleExample(
                manifest: #"{"version": "1.1", "scopes": [{"id": "users:read"}]}"#,
                record: record,
                page: "No changelog.\n"
            ),
            RuleExample(manifest: manifest(), page: "No changelog, and no recorded release.\n"),
        ]
    )

    private static let record = #"{"releases": [{"version": "1.0", "scopes": [{"id": "users:read"}]}]}"#

    private static func manifest(version: String = #""1.1""#) -> String {
        #"{"version": \#(version), "scopes": [{"id": "events:send"}]}"#
    }

    private static func changelog(_ body: String) -> String { "---\ntitle: Changes\nkind: changelog\n---\n\n\(body)" }

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        // While the version is the same there is no section to look for; another rule asks for a new version.
        guard let newest = listing.record?.newest, let current = Release(of: listing),
            current.version.value != newest.version.value
        else { return }
        let change = PermissionChange(from: newest.scopes, to: current.scopes, in: listing.catalogue)
        let toName = change.added + change.removed
        guard !toName.isEmpty else { return }

        let ambiguous = Self.idsOfSeveralActors(newest.scopes + current.scopes)
        let sections = listing.pages.flatMap { Self.sections(of: current.version.value, in: $0) }
        let mentions = Set(sections.flatMap(\.mentions))
        let silent = toName.filter { scope in
            !mentions.contains(scope.reference) && (ambiguous.contains(scope.id) || !mentions.contains(scope.id))
        }
        guard !silent.isEmpty else { return }
        let hasChangelog = listing.pages.contains { $0.frontMatter.kind?.value == .changelog }
        findings.report(
            "version '\(current.version.value)' \(Self.account(of: silent, added: change.added)), and "
                + (!sections.isEmpty
                    ? "its section of the changelog does not name \(silent.count == 1 ? "it" : "them")"
                    : hasChangelog
                        ? "no heading of the changelog holds that version"
                        : "there is no page of the kind 'changelog'"),
            at: sections.first?.heading ?? current.version.range,
            notes: [Note("compared with the release recorded here", at: newest.version.range)]
        )
    }

    /// `asks for 'a', 'b' and no more for 'c'`.
    private static func account(of scopes: [RecordedScope], added: [RecordedScope]) -> String {
        let added = Set(added.map(\.reference))
        func names(_ scopes: [RecordedScope]) -> String { scopes.map { "'\($0.reference)'" }.joined(separator: ", ") }
        let new = scopes.filter { added.contains($0.reference) }
        let gone = scopes.filter { !added.contains($0.reference) }
        let parts = [new.isEmpty ? nil : "newly for \(names(new))", gone.isEmpty ? nil : "no more for \(names(gone))"]
        return "asks " + parts.compactMap(\.self).joined(separator: " and ")
    }

    /// Where the id alone would not tell whose scope is meant.
    private static func idsOfSeveralActors(_ scopes: [RecordedScope]) -> Set<String> {
        let references = Dictionary(grouping: scopes, by: \.id).mapValues { Set($0.map(\.reference)).count }
        return Set(references.filter { $0.value > 1 }.keys)
    }

    private struct Section {
        let heading: SourceRange
        /// The scopes that it names where readers can see it.
        let mentions: [String]
    }

    private static func sections(of version: String, in page: Page) -> [Section] {
        guard page.frontMatter.kind?.value == .changelog else { return [] }
        let headings = page.document.headings
        return headings.indices.filter { headings[$0].isTopLevel && holds(version, in: headings[$0].title) }.map {
            index in
            let nodes = page.document.section(ofHeading: index)
            let mentions = page.scopeMentions.filter { $0.isVisible && nodes.contains($0.node) }
            return Section(
                heading: page.place(page.document.textRange(of: headings[index])),
                mentions: mentions.map(\.scope)
            )
        }
    }

    /// Whether a heading holds a version as a token of its own: `1.1` stands in `v1.1, May`, and not in `1.1.1`.
    private static func holds(_ version: String, in heading: String) -> Bool {
        heading.utf8.split(whereSeparator: isSeparator).contains { word in
            var token = word
            while let last = token.last, last == UInt8(ascii: ".") || last == UInt8(ascii: ":") { token.removeLast() }
            return token.elementsEqual(version.utf8)
                || (token.first == UInt8(ascii: "v") && token.dropFirst().elementsEqual(version.utf8))
        }
    }

    private static func isSeparator(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...UInt8(ascii: " "), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "("), UInt8(ascii: ")"),
            UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "/"):
            true
        default: false
        }
    }
}
