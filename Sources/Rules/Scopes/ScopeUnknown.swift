import Diagnostics
import Listing
import LocatedJSON

/// Reports a requested scope that the platform's catalogue does not know.
struct ScopeUnknown: Rule {
    static let description = RuleDescription(
        id: "scope-unknown",
        summary: "A requested scope is one that the platform has.",
        rationale: """
            A misspelt scope is refused when a customer connects the integration. Only a catalogue that is complete and \
            was checked within a year before the listing's last update can prove that a scope does not exist; against \
            any other the rule warns. Nothing is said while a document that the catalogue points at cannot be read.
            """,
        flagged: [
            RuleExample(manifest: #"{"scopes": [{"id": ⟦"users:raed"⟧}]}"#),
            RuleExample(manifest: #"{"scopes": [{"id": "chat:write", "actor": ⟦"app"⟧}]}"#),
        ],
        allowed: [
            RuleExample(manifest: #"{"scopes": [{"id": "users:read"}]}"#),
            RuleExample(manifest: #"{"scopes": [{"id": "chat:write", "actor": "bot"}]}"#),
        ]
    )

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        let catalogue = listing.catalogue
        let isCertain = catalogue.canDisprove(scopesOf: listing.manifest?.updated?.value)
        let doubt = isCertain ? [] : [Note("the catalogue is not complete, or was checked too long ago to be sure")]
        for request in listing.manifest?.scopes ?? [] {
            if let scope = catalogue.scope(request.id.value, heldBy: request.actor?.value) {
                guard let actor = request.actor, !scope.actors.isEmpty, !scope.actors.contains(actor.value) else {
                    continue
                }
                findings.report(
                    "scope '\(request.id.value)' cannot be held by '\(actor.value)'",
                    at: actor.range,
                    isCertain: isCertain,
                    notes: [Note("it can be held by \(scope.actors.joined(separator: ", "))", at: scope.id.range)]
                        + doubt
                )
            } else if !catalogue.lacksDocument {
                let guess = closestMatch(to: request.id.value, among: catalogue.scopes.map(\.id.value))
                findings.report(
                    "the catalogue has no scope '\(request.id.value)'" + didYouMean(guess),
                    at: request.id.range,
                    isCertain: isCertain,
                    notes: doubt,
                    fixes: renameFix(guess, at: request.id.range)
                )
            }
        }
    }
}
