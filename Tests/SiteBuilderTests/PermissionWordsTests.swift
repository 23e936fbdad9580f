import Diagnostics
import Listing
import Templates
import TestSupport
import Testing

@testable import SiteBuilder

/// A scope of a catalogue made for a test: one letter, what it may do, and what it brings along.
private func scope(_ id: String, _ actions: [String], resource: String? = nil, _ more: String = "") -> String {
    let list = actions.map { "\"\($0)\"" }.joined(separator: ", ")
    let on = resource.map { "\"resource\": \"\($0)\", \"actions\": [\(list)], " } ?? ""
    return "{\"id\": \"\(id)\", \"title\": \"T\", \"description\": \"D\", \(on)\"kind\": \"scope\"\(more)}"
}

private let scopes = [
    scope("users:read", ["read"], resource: "users"), scope("users:delete", ["delete"], resource: "users"),
    scope("events:write", ["write"], resource: "events"), scope("notes:manage", ["manage"], resource: "notes"),
    scope("users:all", ["write"], resource: "users", ", \"implies\": [\"users:read\", \"users:delete\"]"),
    scope("chat:write", ["write"], resource: "chats", ", \"actors\": [\"bot\"]"),
    scope("chat:write", ["write", "delete"], resource: "chats", ", \"actors\": [\"user\"]"),
    scope("untold", []), scope("e:a", ["delete"], resource: "a"), scope("e:b", ["delete"], resource: "b"),
    scope("e:c", ["delete"], resource: "c"), scope("e:d", ["delete"], resource: "d"),
    scope("w:a", ["write"], resource: "a"), scope("w:b", ["write"], resource: "b"),
    scope("w:c", ["write"], resource: "c"),
    scope("writes", []).replacing("\"scope\"}", with: "\"bundle\", \"members\": [\"w:a\", \"w:b\", \"w:c\"]}"),
    scope("everything", []).replacing(
        "\"scope\"}",
        with: "\"bundle\", \"members\": [\"e:a\", \"e:b\", \"e:c\", \"e:d\"]}"
    ),
    scope("key", []).replacing(
        "\"scope\"}",
        with: "\"bundle\", \"members\": [\"users:read\", \"users:delete\", \"events:write\"]}"
    ),
]

/// What readers of English read.
private struct EnglishWords {
    let sentences: [String]
    let line: String
}

private func words(_ requests: [String], _ features: [String]) -> EnglishWords {
    let words = PermissionWords(of: listing(requests, features))
    let english = ThemeTexts.builtIn.texts(in: "en")
    return EnglishWords(sentences: words.sentences.map(english.string), line: english.string(of: words.line))
}

private func listing(_ requests: [String], _ features: [String]) -> ParsedListing {
    func file(_ name: String, _ text: String) -> SourceFile {
        SourceFile(path: "Content/\(name)", name: name, bytes: Array(text.utf8))
    }
    var report = DiagnosticReport()
    let catalogue = SiteParser.parseCatalogue(
        file(
            "platform.json",
            """
            {"complete": true, "checked": "2026-11-01", "scopes": [\(scopes.joined(separator: ", "))], "operations": [
              {"id": "send", "method": "POST", "path": "/events", "scopes": [["events:write"]]},
              {"id": "find", "method": "GET", "path": "/users", "scopes": [["users:read"], ["users:all"]]}]}
            """
        ),
        reporting: &report
    )
    let manifest =
        "{\"scopes\": [\(requests.joined(separator: ", "))], \"features\": [\(features.joined(separator: ", "))]}"
    let tree = SourceTree(path: "Content", contentPath: "integrations/a", texts: [file("integration.json", manifest)])
    return ListingParser(catalogue: catalogue ?? Catalogue(path: "")).parseExcerpt(tree)
}

private func request(_ id: String, _ requirement: String = "required", _ more: String = "") -> String {
    "{\"id\": \"\(id)\", \"requirement\": \"\(requirement)\"\(more)}"
}

private func feature(_ scopes: String..., operations: String = "", status: String = "available") -> String {
    let names = scopes.map { "\"\($0)\"" }.joined(separator: ", ")
    return "{\"id\": \"f\", \"status\": \"\(status)\", \"scopes\": [\(names)], \"operations\": [\(operations)]}"
}

struct PermissionWordsTests {
    @Test func `what is only read can be neither changed nor deleted`() {
        #expect(
            words([request("users:read")], [feature("users:read")]).sentences
                == ["Can read users.", "Cannot change or delete anything."]
        )
    }

    @Test func `what is written cannot be deleted unless something else allows it`() {
        let both = [request("users:read"), request("events:write")]
        #expect(
            words(both, [feature("users:read", "events:write")]).sentences
                == ["Can write events.", "Can read users.", "Cannot delete anything."]
        )
        #expect(
            words([request("users:delete")], [feature("users:delete")]).sentences == ["Can delete users."]
        )
        // Whoever manages notes may be able to delete them.
        #expect(words([request("notes:manage")], [feature("notes:manage")]).sentences == ["Can manage notes."])
    }

    @Test func `what a scope implies is granted with it`() {
        #expect(
            words([request("users:all")], [feature("users:all")]).sentences == ["Can read, write and delete users."]
        )
        #expect(
            words([request("users:all")], [feature("users:read")]).sentences == [
                "Can read users.", "Could also delete users, which no feature does.",
                "Could also write users, which no feature does.",
            ]
        )
    }

    @Test func `a condition is said with what stands under it`() {
        #expect(
            words(
                [request("users:read"), request("events:write", "optional"), request("users:delete", "conditional")],
                [feature("users:read", "events:write", "users:delete")]
            ).sentences == [
                "Can read users.", "Can delete users, in some cases only.", "Can write events, if you allow it.",
            ]
        )
        #expect(
            words([request("users:delete", "optional")], [feature()]).sentences
                == ["Could also delete users, if you allow it, which no feature does."]
        )
        // Whoever declines the one still grants the other.
        #expect(
            words([request("users:all"), request("users:read", "optional")], [feature("users:all", "users:read")])
                .sentences == ["Can read, write and delete users."]
        )
    }

    @Test func `a planned feature does nothing yet`() {
        #expect(
            words([request("users:delete")], [feature("users:delete", status: "planned")]).sentences
                == ["Could also delete users, which only a planned feature will do."]
        )
        #expect(
            words([request("users:delete")], [feature("users:delete", status: "planned"), feature("users:delete")])
                .sentences == ["Can delete users."]
        )
        #expect(
            words([request("users:delete")], [feature("users:delete", status: "beta")]).sentences == [
                "Can delete users."
            ]
        )
    }

    @Test func `of a bundle, its features' operations tell what is used`() {
        #expect(
            words([request("key")], [feature("key", operations: "\"send\"")]).sentences == [
                "Can write events.", "Could also delete users, which no feature does.",
                "Could also read users, which no feature does.",
            ]
        )
        #expect(
            words([request("key")], [feature("users:read")]).sentences.first == "Can read users."
        )
    }

    @Test func `of a bundle whose use is not told, all may be used but what the manifest rules out`() {
        #expect(
            words([request("key")], [feature("key")]).sentences == ["Can write events.", "Can read and delete users."]
        )
        let grants = ", \"unusedGrants\": [{\"grant\": \"users:delete\", \"statement\": \"Never called.\"}]"
        #expect(
            words([request("key", "required", grants)], [feature("key")]).sentences == [
                "Can write events.", "Can read users.", "Could also delete users, which no feature does.",
            ]
        )
    }

    @Test func `a scope that is named with its actor is used`() {
        let bot = request("chat:write", "required", ", \"actor\": \"bot\"")
        let user = request("chat:write", "required", ", \"actor\": \"user\"")
        #expect(words([bot], [feature("chat:write@bot")]).sentences == ["Can write chats.", "Cannot delete anything."])
        #expect(words([user], [feature("chat:write@user")]).sentences == ["Can write and delete chats."])
    }

    @Test func `what the catalogue does not tell is neither allowed nor ruled out`() {
        #expect(
            words([request("untold"), request("users:read")], [feature("untold", "users:read")]).sentences
                == ["Can read users.", "The platform's catalogue does not say what untold would allow."]
        )
        #expect(
            words([request("nowhere")], [feature("nowhere")]).sentences
                == ["The platform's catalogue does not say what nowhere would allow."]
        )
        #expect(words([request("nowhere")], []).line == "The platform's catalogue does not say what it may do.")
    }

    @Test func `nothing asked for is nothing granted`() {
        #expect(words([], []).sentences == ["Asks for no permission."])
        #expect(words([], []).line == "Asks for no permission.")
        #expect(words([request("users:read")], []).line == "Uses none of what it is granted. Could also read users.")
        #expect(words([request("users:read")], [feature("users:read")]).line == "Reads users.")
    }

    // MARK: The line of a card

    @Test func `a card tells what could be done beyond what is done`() {
        #expect(
            words([request("users:all")], [feature("users:read")]).line
                == "Reads users. Could also delete and write users."
        )
        #expect(
            words([request("users:delete"), request("events:write")], [feature("events:write")]).line
                == "Writes events. Could also delete users."
        )
        #expect(
            words([request("users:delete")], [feature("users:delete", status: "planned")]).line
                == "Uses none of what it is granted. Could also delete users."
        )
    }

    @Test func `a card tells what is done only if it is allowed`() {
        let requests = [
            request("users:read"), request("events:write", "optional"), request("notes:manage", "conditional"),
        ]
        #expect(
            words(requests, [feature("users:read", "events:write", "notes:manage")]).line
                == "Reads users. Can manage notes, in some cases only. Can write events, if you allow it."
        )
        #expect(
            words(requests, [feature("users:read")]).line
                == "Reads users. Could also manage notes, in some cases only. "
                + "Could also write events, if you allow it."
        )
    }

    @Test func `a card names a few resources of each action`() {
        let told = words([request("everything")], []).line
        #expect(told == "Uses none of what it is granted. Could also delete a, b, c and more.")
        // Of what does less harm, a long list tells a reader nothing.
        #expect(
            words([request("writes"), request("users:delete")], []).line
                == "Uses none of what it is granted. Could also delete users, write other data."
        )
    }

    /// Held against the catalogue itself, whatever is asked for and used.
    @Test func `every deed that is granted is said once, and nothing else`() {
        let ids = ["users:read", "users:delete", "events:write", "notes:manage", "users:all", "key", "untold"]
        let direct = [
            "users:read": ["read users"], "users:delete": ["delete users"], "events:write": ["write events"],
            "notes:manage": ["manage notes"], "users:all": ["write users", "read users", "delete users"],
            "key": ["read users", "delete users", "write events"], "untold": [],
        ]
        var random = SeededGenerator(seed: 5)
        for round in 0..<400 {
            let asked = ids.filter { _ in Bool.random(using: &random) }
            let requests = asked.map {
                request($0, ["required", "conditional", "optional"].randomElement(using: &random) ?? "")
            }
            let features = (0..<3).map { _ in
                feature(
                    ids.randomElement(using: &random) ?? "",
                    ids.randomElement(using: &random) ?? "",
                    operations: ["", "\"send\"", "\"find\""].randomElement(using: &random) ?? "",
                    status: ["available", "beta", "planned"].randomElement(using: &random) ?? ""
                )
            }
            let sentences = words(requests, features).sentences
            let granted = Set(asked.flatMap { direct[$0] ?? [] })
            let said = sentences.filter { $0.hasPrefix("Can ") || $0.hasPrefix("Could ") }.flatMap(deeds)
            #expect(
                said.count == Set(said).count && Set(said) == granted,
                "\(round): \(requests) \(features) \(sentences)"
            )
            let line = words(requests, features).line
            #expect(Set(shortDeeds(of: line)) == granted, "\(round): \(requests) \(features) \(line)")
            let mayDelete = granted.contains { $0.hasPrefix("delete") || $0.hasPrefix("manage") }
            let ruledOut = sentences.contains { $0.hasPrefix("Cannot") }
            #expect(ruledOut == (!asked.isEmpty && !mayDelete && !asked.contains("untold")), "\(round): \(sentences)")
            #expect(
                !sentences.contains("Cannot change or delete anything.") || !granted.contains { $0.hasPrefix("write") }
            )
        }
    }

    /// `Reads users. Could also delete notes and users, if you allow it.` says "read users", "delete notes" and so on.
    private func shortDeeds(of line: String) -> [String] {
        let verbs = [
            "Reads": "read", "Writes": "write", "Deletes": "delete", "Manages": "manage", "read": "read",
            "write": "write", "delete": "delete", "manage": "manage",
        ]
        let things: Set = ["users", "events", "notes"]
        var found: [String] = []
        var current: [String] = []
        var isComplete = true
        for word in line.split(whereSeparator: { !$0.isLetter }).map(String.init) {
            if let verb = verbs[word] {
                current = isComplete ? [verb] : current + [verb]
                isComplete = false
            } else if things.contains(word) {
                found += current.map { "\($0) \(word)" }
                isComplete = true
            }
        }
        return found
    }

    /// `Can read and delete users, in some cases only.` says "read users" and "delete users".
    private func deeds(of sentence: String) -> [String] {
        let verbs: Set = ["read", "write", "delete", "manage"]
        let things: Set = ["users", "events", "notes"]
        let core = sentence.split(separator: ", in some").first?.split(separator: ", if you").first?.split(
            separator: ", which"
        ).first
        let words = (core ?? "").split { !$0.isLetter }.map(String.init)
        return words.filter(verbs.contains).flatMap { verb in words.filter(things.contains).map { "\(verb) \($0)" } }
    }
}
