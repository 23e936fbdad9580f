import Diagnostics
import Listing
import TestSupport
import Testing

struct ScopeMentionTests {
    static let catalogue = """
        {"complete": true, "checked": "2026-11-01", "scopes": [
          {"id": "crm.read", "title": "A", "description": "B", "kind": "scope"},
          {"id": "crm.read.all", "title": "A", "description": "B", "kind": "scope"},
          {"id": "files:read", "title": "A", "description": "B", "kind": "scope"},
          {"id": "files:read.all", "title": "A", "description": "B", "kind": "scope"},
          {"id": "chat:write", "title": "A", "description": "B", "kind": "scope", "actors": ["bot", "user"]},
          {"id": "data", "title": "A", "description": "B", "kind": "scope"}
        ]}
        """

    static let manifest = """
        {"name": "Acme", "scopes": [{"id": "chat:write", "actor": "bot", "requirement": "required"}], "features": []}
        """

    private func mentions(in text: MarkedText) throws -> [ScopeMention] {
        let catalogue = try #require(parseCatalogue(Array(Self.catalogue.utf8)).catalogue)
        let folder = "integrations/acme"
        let tree = SourceTree(
            path: folder,
            contentPath: folder,
            texts: [
                SourceFile(path: "index.md", name: "index.md", bytes: text.bytes),
                SourceFile(path: "integration.json", name: "integration.json", bytes: Array(Self.manifest.utf8)),
            ]
        )
        let page = try #require(ListingParser(catalogue: catalogue).parseExcerpt(tree).pages.first)
        return page.scopeMentions.sorted { $0.range < $1.range }
    }

    static let named: [(String, [String])] = [
        ("Reads ⟦crm.read⟧ only.", ["crm.read"]),
        ("Reads ⟦crm.read⟧.", ["crm.read"]),
        ("Reads ⟦crm.read⟧, then (⟦crm.read.all⟧); “⟦files:read⟧”?", ["crm.read", "crm.read.all", "files:read"]),
        ("⟦crm.read.all⟧ is not the other.", ["crm.read.all"]),
        ("⟦files:read.all⟧: everything", ["files:read.all"]),
        ("⟦files:read⟧: some", ["files:read"]),
        ("Both ⟦`crm.read`⟧ and [the link](scope:crm.read.all).", ["crm.read", "crm.read.all"]),
        ("A *⟦crm.read⟧* and a **⟦files:read⟧**.", ["crm.read", "files:read"]),
        ("- ⟦crm.read⟧\n- ⟦files:read⟧\n", ["crm.read", "files:read"]),
        ("| Scope |\n| --- |\n| ⟦crm.read⟧ |\n", ["crm.read"]),
        ("⟦chat:write⟧ and ⟦chat:write@bot⟧ are named.", ["chat:write", "chat:write@bot"]),
        ("⟦chat:write@user⟧ is another's.", ["chat:write@user"]),
        ("Inline ⟦`data`⟧ counts as code.", ["data"]),
    ]

    @Test(arguments: named)
    func `a name counts as a whole token, in prose and in inline code`(marked: String, scopes: [String]) throws {
        let text = MarkedText(marked)
        let found = try mentions(in: text)
        #expect(found.map(\.scope) == scopes)
        let places = found.map(\.range.bytes).filter { text.ranges.contains($0) || !marked.contains("](scope") }
        // The place of a name in code may leave out the backticks.
        for (place, expected) in zip(places, text.ranges) {
            #expect(place == expected || place == ByteRange(expected.start + 1, expected.end - 1), "\(marked)")
        }
    }

    static let silent = [
        "Reads xcrm.read and crm.readx and crm.read.some and crm.read-only and /crm.read.",
        "Uses data in prose, which is a plain word.",
        "```\ncrm.read\n```\n",
        "    crm.read\n",
        "Text <!-- crm.read --> more",
        "<!-- crm.read -->\n",
        "[A link](https://a.example/crm.read)",
        "<https://a.example/crm.read>",
        "https://a.example/crm.read",
        "![crm.read](media/a.png)",
        "[reference]: https://a.example \"crm.read\"\n",
        "`let x = crm.read`",
        "crm. read and crm .read",
    ]

    @Test(arguments: silent)
    func `a name is not read into other names, code blocks, comments, addresses or pictures`(text: String) throws {
        #expect(try mentions(in: MarkedText(text)).map(\.scope) == [])
    }

    static let linked = [
        "[`crm.read`](scope:crm.read)", "[crm.read](scope:crm.read)", "[**crm.read**](scope:crm.read)",
        "[may crm.read it](scope:crm.read)",
    ]

    @Test(arguments: linked)
    func `a link whose text is the name counts once`(text: String) throws {
        #expect(try mentions(in: MarkedText(text)).map(\.scope) == ["crm.read"])
    }

    @Test func `the name after a link counts again`() throws {
        #expect(try mentions(in: MarkedText("[a](scope:crm.read) crm.read")).map(\.scope) == ["crm.read", "crm.read"])
    }
}

/// A sentence that names a scope to say that it is not needed documents nothing.
struct DeniedNeedTests {
    private func mentions(_ text: String, manifest: String? = nil) throws -> Set<String> {
        let catalogue = try #require(parseCatalogue(Array(ScopeMentionTests.catalogue.utf8)).catalogue)
        let page = "## [Sync](feature:sync)\n\n\(text)\n"
        let manifest = manifest ?? #"{"name": "Acme"}"#
        let tree = SourceTree(
            path: "a",
            contentPath: "integrations/a",
            texts: [
                SourceFile(path: "index.md", name: "index.md", bytes: Array(page.utf8)),
                SourceFile(path: "integration.json", name: "integration.json", bytes: Array(manifest.utf8)),
            ]
        )
        let parsed = try #require(ListingParser(catalogue: catalogue).parseExcerpt(tree).pages.first)
        return try #require(parsed.featureSections.first).mentions
    }

    @Test(arguments: [
        "The sync does not need files:read.", "It doesn't need `files:read` or `crm.read`.",
        "It never requires the scope `files:read`.", "No `files:read` is needed.", "no files:read is required",
        "It does *not* need [members](scope:files:read).", "This needs no `files:read`.", "`files:read` is not needed.",
        "files:read is not required.", "It does not use `files:read`.", "There is no need for `files:read`.",
        "Neither `crm.read` nor `files:read` is needed.", "Neither files:read nor crm.read is needed.",
        "| Scope | Needed |\n| --- | --- |\n| `files:read` | No |",
        "| Scope | Use |\n| --- | --- |\n| files:read | Not used |",
        "Permissions that are not used:\n\n- `files:read`\n- crm.read", "Not used: `files:read`.",
        "It needs neither files:read nor crm.read.", "The scope `files:read` isn't used.",
        "files:read is no longer needed.",
        "`files:read` and `crm.read` are not needed.", "`files:read` is unused.",
        "It does not need `crm.read`, nor files:read.", "`files:read`: not needed.", "files:read (not used)",
        "The sync does not need files:read at all.", "`files:read` is not used by this feature.",
        "Scopes not requested: `files:read`.", "Unused: `files:read` is not required.", "This needs no files:read.",
        "Acme does not use `files:read`.", "The Acme integration does not use files:read.",
        "It reads notes and does not need `files:read`.", "It needs data, but it never asks for `files:read`.",
        "It reads public data, so `files:read` is not needed.",
        "It does not use `files:read`, because notes are public.",
        "Why so little? Acme does not use `files:read`.", "There is no need for `files:read`.",
        "So it does not use `files:read`.", "The sync does not need:\n\n- `files:read`",
        "- Never asks for `files:read`", "It doesn’t use [the files](scope:files:read).",
        "`files:read` isn't used by Acme.",
    ])
    func `a denied need is no mention`(text: String) throws {
        let found = try mentions(text)
        #expect(!found.contains("files:read"), "\(found)")
        #expect(!found.contains("crm.read"))
    }

    @Test(arguments: [
        "Without `files:read` nothing is shown.", "It does not work without files:read.",
        "It does not need more than `files:read`.", "It needs `files:read`, not more.",
        "Nothing is stored. It needs files:read.", "It does not need a form; `files:read` is enough.",
        "Notes need `files:read`.", "No file is read before `files:read` is given.",
        "There is no other way: it needs `files:read`.", "It does not only need `crm.read` but `files:read`.",
        "It does not ask for `files:read` until you turn on holds.",
        "This feature does not only need `files:read`, it needs a person as well.",
        "It does not need files:read unless notes are on.",
        "It does not need `files:read`, without which nothing is written, twice.",
        "No, `files:read` is needed.", "With no notes, files:read is needed.",
        "It needs files:read, and `crm.write` is not needed.",
        "Consent for `files:read` is not needed.", "`files:read` is not required, but lets you write.",
        "It does not use `files:read` to change anything.", "It never fails, needs `files:read`.",
        "| Scope | Optional |\n| --- | --- |\n| `files:read` | No |", "What is not used is refused:\n\n- `files:read`",
        "Needs:\n\n- `files:read`", "| Scope | Needed |\n| --- | --- |\n| `files:read` | Yes |",
        "Not everything is used here. Permissions:\n\n- files:read",
        "files:read is not used for advertising.", "`files:read` is never used to write.",
        "`files:read` is not used in bulk; it shows names.", "files:read is no longer used after you disconnect.",
        "`files:read` is not needed for the weekly digest, and shows names in the daily one.",
        "`files:read` is not required to connect. It shows names.", "files:read was not requested in version 1.",
        "The sync does not need `files:read` for the set-up; the digest uses it.",
        "It never asks for files:read twice.",
        "We never use `files:read` outside the digest.", "You do not need to ask for `files:read`; the sync asks.",
        "`files:read` and `crm.read` are not used for anything else.",
        "A password is not needed: `files:read` is enough.",
        "Write access is not requested: files:read shows names.",
        "Admin approval is not needed for `files:read`, which shows names.",
        "Admin approval is not needed for:\n\n- `files:read`", "A card is not required:\n\n- files:read",
        "| Scope | Why | Needed |\n| --- | --- | --- |\n| `files:read` | Shows names | No |",
        "| Scope | Requires an admin |\n| --- | --- |\n| `files:read` | No |",
        "| Scope | Used for advertising |\n| --- | --- |\n| `files:read` | No |",
        "| Scope | Admin approval |\n| --- | --- |\n| `files:read` | Not needed |",
        // In front of the subject, or another subject
        "At night, Acme does not use `files:read`.", "At night Acme does not use `files:read`.",
        "Some customers do not use `files:read`.", "Customers never need files:read.",
        "In time, files:read is not used.",
        "On phones, `files:read` is not used.", "At night: Acme does not use `files:read`.",
        "For guests no `files:read` is needed.", "After consent, `files:read` is no longer requested.",
        "On weekends, not used: `files:read`.", "Customers do not need:\n\n- `files:read`",
        "At night and in the morning it does not use files:read.", "Acme at night does not use files:read.",
        "The password of `files:read` is not needed.", "For guests, `files:read`: not used.",
        // A question
        "Why does Acme not use `files:read`?", "Why is `files:read` not used?", "`files:read` is not used?",
        "It does not use files:read?", "Is `files:read` unused?",
        // Behind the denial
        "Acme does not use `files:read`, at night.", "Acme does not use `files:read` (at night).",
        "Acme does not use `files:read`: at night.", "`files:read` is not used, at night.",
        "Acme does not use `files:read`, but the digest does.", "`files:read` is not used here at night.",
        "`files:read` is not used by the feature of others.", "`files:read` is not used by customers.",
        "Acme does not use `files:read` ![at night](media/a.png)", "Acme does not use `files:read` ~~at all~~.",
    ])
    func `a need that is not denied is a mention`(text: String) throws {
        #expect(try mentions(text).contains("files:read"))
    }

    /// What customers may decline is not required, and is used all the same.
    @Test(arguments: [
        "files:read is not required.", "The sync does not need `files:read`.",
        "| Scope | Required |\n| --- | --- |\n| `files:read` | No |",
    ])
    func `that an optional scope is not required denies nothing`(text: String) throws {
        let manifest = #"{"scopes": [{"id": "files:read", "requirement": "optional"}], "features": []}"#
        #expect(try mentions(text, manifest: manifest).contains("files:read"))
        #expect(try !mentions("`files:read` is not used.", manifest: manifest).contains("files:read"))
    }

    /// A sentence is read once, and a long one not at all: each of these took minutes when it was read for every name.
    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            "It does not use " + String(repeating: "`files:read` ", count: 20_000),
            "It does not use " + String(repeating: "files:read, ", count: 20_000),
            String(repeating: "It does not use `files:read`. ", count: 8_000),
            String(
                repeating: "It does not use " + String(repeating: "`files:read`, ", count: 30) + "now. ",
                count: 600
            ),
            "Not used:\n\n" + String(repeating: "- `files:read`\n", count: 8_000),
        ]
    )
    func `the time that names take is in proportion to the page`(text: String) throws {
        _ = try mentions(text)
    }

    @Test func `what a long sentence says is not known`() throws {
        let names = String(repeating: "`crm.read`, ", count: 60)
        #expect(try mentions("It does not use \(names)`files:read`.") == ["crm.read", "files:read"])
    }
}
