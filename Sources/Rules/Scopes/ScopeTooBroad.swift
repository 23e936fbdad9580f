import Diagnostics
import Listing
import LocatedJSON

/// Reports a requested scope in whose stead a narrower one would do.
struct ScopeTooBroad: Rule {
    static let description = RuleDescription(
        id: "scope-too-broad",
        summary: "No scope is requested where a narrower one allows every operation that features name.",
        rationale: """
            A customer gives what is asked for, not what is needed, and reviewers ask for the least. A scope is narrower \
            when the wider one grants it, when it allows fewer actions on the same resource, or when the catalogue names \
            it as the "least" of an operation, and never when it is the more sensitive of the two; the members of a bundle \
            are not, for they cannot be granted apart. What the catalogue names as the least is never too broad for its \
            operation. The rule looks only where every feature that needs the scope names its "operations"; it fails \
            against a catalogue that is complete and was checked within a year before the listing's last update, and warns \
            against any other. It warns as well where a scope seems to be narrower: an alternative to the wider one that \
            documents name for only some of its operations. That proves nothing, for a scope may be enough for a call and \
            give only a part of what the other gives; "implies", "actions" or "least" in the catalogue decide it.
            """,
        flagged: [
            RuleExample(
                manifest: """
                    {"scopes": [{"id": ⟦"users:write"⟧}],
                     "features": [{"id": "match", "scopes": ["users:write"], "operations": ["get-user"]}]}
                    """
            ),
            RuleExample(
                manifest: """
                    {"scopes": [{"id": ⟦"mail"⟧}],
                     "features": [{"id": "label", "scopes": ["mail"], "operations": ["list-labels", "add-label"]},
                                  {"id": "send", "scopes": ["mail"], "operations": ["send"], "status": "planned"}]}
                    """,
                catalogue: mail
            ),
            RuleExample(
                manifest: """
                    {"scopes": [{"id": ⟦"mail"⟧}],
                     "features": [{"id": "all", "scopes": ["mail"], "operations": ["add-label", "send"]}]}
                    """,
                catalogue: mail
            ),
            RuleExample(
                manifest: """
                    {"scopes": [{"id": ⟦"mail"⟧}],
                     "features": [{"id": "label", "scopes": ["mail"], "operations": ["list"]}]}
                    """,
                catalogue: documented
            ),
            RuleExample(
                manifest: """
                    {"scopes": [{"id": ⟦"key:all"⟧}],
                     "features": [{"id": "send", "scopes": ["key:all"], "operations": ["send"]}]}
                    """,
                catalogue: keys
            ),
        ],
        allowed: [
            RuleExample(
                manifest: """
                    {"scopes": [{"id": "mail"}],
                     "features": [{"id": "label", "scopes": ["mail"], "operations": ["list"]}]}
                    """,
                catalogue: sensitiveReading
            ),
            RuleExample(
                manifest: """
                    {"scopes": [{"id": "mail"}, {"id": "files"}],
                     "features": [{"id": "label", "scopes": ["mail", "files"], "operations": ["append", "create"]}]}
                    """,
                catalogue: heldBeside
            ),
            RuleExample(
                manifest: """
                    {"scopes": [{"id": "mail.read"}],
                     "features": [{"id": "label", "scopes": ["mail.read"], "operations": ["list"]}]}
                    """,
                catalogue: namedLeast
            ),
            RuleExample(
                manifest: """
                    {"scopes": [{"id": "users:write"}],
                     "features": [{"id": "match", "scopes": ["users:write"], "operations": ["get-user"]},
                                  {"id": "sync", "scopes": ["users:write"], "operations": ["put-user"]}]}
                    """
            ),
            RuleExample(
                manifest: #"""
                    {"scopes": [{"id": "users:write"}], "features": [{"id": "match", "scopes": ["users:write"]}]}
                    """#
            ),
            RuleExample(
                manifest: """
                    {"scopes": [{"id": "tile:data"}],
                     "features": [{"id": "track", "scopes": ["tile:data"], "operations": ["send-event"]}]}
                    """
            ),
            RuleExample(
                manifest: """
                    {"scopes": [{"id": "key:mail"}],
                     "features": [{"id": "send", "scopes": ["key:mail"], "operations": ["send"]}]}
                    """,
                catalogue: keys
            ),
        ]
    )

    /// As documents tell of scopes, without any word on which grants which.
    private static let documented = """
        {"complete": true, "checked": "2026-01-01",
         "scopes": [
           {"id": "mail", "title": "Mail", "description": "Do everything.", "kind": "scope"},
           {"id": "mail.read", "title": "Read", "description": "Read messages.", "kind": "scope"}],
         "operations": [
           {"id": "list", "method": "GET", "path": "/messages", "scopes": [["mail"], ["mail.read"]]},
           {"id": "send", "method": "POST", "path": "/messages", "scopes": [["mail"]]}]}
        """

    /// What "mail" is good for, "files" allows as well.
    private static let heldBeside = """
        {"complete": true, "checked": "2026-01-01",
         "scopes": [
           {"id": "mail", "title": "Mail", "description": "Do everything.", "kind": "scope"},
           {"id": "mail.read", "title": "Read", "description": "Read messages.", "kind": "scope"},
           {"id": "files", "title": "Files", "description": "Write files.", "kind": "scope"}],
         "operations": [
           {"id": "append", "method": "POST", "path": "/rows", "scopes": [["mail"], ["files"]]},
           {"id": "read", "method": "GET", "path": "/rows", "scopes": [["mail"], ["mail.read"]]},
           {"id": "create", "method": "POST", "path": "/files", "scopes": [["files"]]}]}
        """

    /// Whoever runs the platform knows better than what can be counted.
    private static let namedLeast = """
        {"complete": true, "checked": "2026-01-01",
         "scopes": [
           {"id": "mail.read", "title": "Read", "description": "Read messages.", "kind": "scope",
            "implies": ["mail.readBasic"]},
           {"id": "mail.readBasic", "title": "Basic", "description": "Read who wrote.", "kind": "scope"}],
         "operations": [
           {"id": "list", "method": "GET", "path": "/messages", "scopes": [["mail.read"], ["mail.readBasic"]],
            "least": ["mail.read"]}]}
        """

    private static let sensitiveReading = """
        {"complete": true, "checked": "2026-01-01",
         "scopes": [
           {"id": "mail", "title": "Mail", "description": "Send and list.", "kind": "scope"},
           {"id": "mail.read", "title": "Read", "description": "Read messages.", "kind": "scope",
            "sensitivity": "restricted"}],
         "operations": [
           {"id": "list", "method": "GET", "path": "/messages", "scopes": [["mail"], ["mail.read"]]},
           {"id": "send", "method": "POST", "path": "/messages", "scopes": [["mail"]]}]}
        """

    private static let mail = """
        {"complete": true, "checked": "2026-01-01",
         "scopes": [
           {"id": "mail", "title": "Mail", "description": "Do everything.", "kind": "scope",
            "implies": ["mail.labels", "mail.send", "mail.delete"]},
           {"id": "mail.labels", "title": "Labels", "description": "Manage labels.", "kind": "scope"},
           {"id": "mail.send", "title": "Send", "description": "Send messages.", "kind": "scope"},
           {"id": "mail.delete", "title": "Delete", "description": "Delete messages.", "kind": "scope"}],
         "operations": [
           {"id": "list-labels", "method": "GET", "path": "/labels", "scopes": [["mail"], ["mail.labels"]],
            "least": ["mail.labels"]},
           {"id": "add-label", "method": "POST", "path": "/labels", "scopes": [["mail"], ["mail.labels"]]},
           {"id": "send", "method": "POST", "path": "/messages", "scopes": [["mail"], ["mail.send"]]}]}
        """

    private static let keys = """
        {"complete": true, "checked": "2026-01-01",
         "scopes": [
           {"id": "key:all", "title": "All", "description": "A key.", "kind": "bundle", "members": ["send", "delete"]},
           {"id": "key:mail", "title": "Mail", "description": "A key.", "kind": "bundle", "members": ["send"]},
           {"id": "send", "title": "Send", "description": "Send messages.", "kind": "key-permission"},
           {"id": "delete", "title": "Delete", "description": "Delete messages.", "kind": "key-permission"}],
         "operations": [{"id": "send", "method": "POST", "path": "/messages", "scopes": [["send"]]}]}
        """

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        let catalogue = listing.catalogue
        for request in listing.manifest?.scopes ?? [] {
            let name = request.id.value
            let seeming = catalogue.scopes(seeminglyNarrowerThan: name).filter { canHold($0, request, catalogue) }
            guard !seeming.isEmpty, let use = OperationalUse(of: request, in: listing) else { continue }
            let granted = catalogue.scopesGranted(by: name)
            let held = heldBeside(request, granting: granted, in: listing)
            let operations = use.operations(needing: granted, beside: held)
            // What another scope allows anyhow says nothing of how broad this one is.
            guard !operations.isEmpty,
                !operations.contains(where: { $0.operation.least.contains { $0.value == name } })
            else { continue }
            let needs = OperationNeeds(of: operations.map(\.operation), in: catalogue)
            let told = Set(catalogue.scopes(narrowerThan: name))
            if let least = needs.leastScopes(among: seeming.filter(told.contains), beside: held), !least.isEmpty,
                isLess(least, than: name, in: catalogue)
            {
                report(request, least, operations, in: listing, to: &findings)
                continue
            }
            let enough = seeming.filter { needs.areMet(by: held.union(catalogue.scopesGranted(by: $0))) }
            if !enough.isEmpty { reportDoubt(of: request, enough, to: &findings) }
        }
    }

    /// What is granted for as certain as the request; what it would grant itself is no reason to keep it.
    private func heldBeside(
        _ request: ScopeRequest,
        granting granted: Set<String>,
        in listing: ParsedListing
    ) -> Set<String> {
        (listing.manifest?.scopes ?? []).reduce(into: []) { held, other in
            guard other.reference != request.reference,
                !granted.contains(other.id.value) || other.id.value == request.id.value,
                other.requirement == .required || other.requirement == request.requirement
            else { return }
            held.formUnion(listing.catalogue.scopesGranted(by: other.id.value))
        }
    }

    private func canHold(_ scope: String, _ request: ScopeRequest, _ catalogue: Catalogue) -> Bool {
        guard let actor = request.actor?.value, let found = catalogue.scope(scope, heldBy: actor) else { return true }
        return found.actors.isEmpty || found.actors.contains(actor)
    }

    /// Several that together open all that the one does are no less than it.
    private func isLess(_ least: [String], than scope: String, in catalogue: Catalogue) -> Bool {
        guard least.count > 1 else { return true }
        let together = least.reduce(into: Set([scope])) { $0.formUnion(catalogue.scopesGranted(by: $1)) }
        return !catalogue.scopesGranted(by: scope).isSubset(of: together)
    }

    private func report(
        _ request: ScopeRequest,
        _ least: [String],
        _ operations: [OperationalUse.NamedOperation],
        in listing: ParsedListing,
        to findings: inout RuleFindings
    ) {
        let isCertain = listing.catalogue.canDisprove(scopesOf: listing.manifest?.updated?.value)
        let doubt = isCertain ? [] : [Note("the catalogue is not complete, or was checked too long ago to be sure")]
        let names = least.map { "'\($0)'" }.joined(separator: " and ")
        let uses = operations.prefix(Self.mostNotes).map {
            Note("operation '\($0.name.value)' needs \($0.operation.formula)", at: $0.name.range)
        }
        let more = operations.count - uses.count
        findings.report(
            "scope '\(request.name)' is broader than its use: \(names) \(least.count == 1 ? "covers" : "cover") every "
                + "operation that features name",
            at: request.id.range,
            isCertain: isCertain,
            notes: uses + (more > 0 ? [Note("and so do \(more) more")] : []) + doubt
        )
    }

    private func reportDoubt(of request: ScopeRequest, _ enough: [String], to findings: inout RuleFindings) {
        let others = enough.dropFirst().prefix(Self.mostNotes).map { "'\($0)'" }.joined(separator: ", ")
        findings.report(
            "scope '\(request.name)' may be broader than its use: '\(enough[0])' opens every operation that features name, "
                + "and fewer others",
            at: request.id.range,
            isCertain: false,
            notes: (others.isEmpty ? [] : [Note("so may \(others)")]) + [
                Note("the catalogue does not say whether it gives as much; \"implies\", \"actions\" or \"least\" would")
            ]
        )
    }

    private static let mostNotes = 3
}
