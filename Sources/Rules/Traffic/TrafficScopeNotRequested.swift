import Diagnostics
import Evidence
import Listing
import LocatedJSON

/// Reports a recorded call that none of the requested scopes allows.
struct TrafficScopeNotRequested: Rule {
    static let description = RuleDescription(
        id: "traffic-scope-not-requested",
        summary: "The requested scopes allow every call that recorded traffic shows.",
        rationale: """
            A call that was answered (2xx, 304) was allowed by something, unless the answer is JSON that says "ok": false. Where no requested scope allows it, the integration \
            holds a permission that its listing keeps from the reader. The rule warns alone of a call that was refused (401, \
            403), failed in any other way or was redirected each time, since the permission need not be held, and where \
            the catalogue does not tell at which domain the operation is, so that the call is told by its path alone: it \
            names no server, or one such as "{subdomain}.{domain}.com". Where several operations of the catalogue stand at the same path, it is enough that one \
            of them is allowed.
            """,
        flagged: [
            RuleExample(
                manifest: #"⟦⟧{"scopes": [{"id": "users:read"}], "features": []}"#,
                traffic: ExampleTraffic.har(ExampleTraffic.request("PUT", "/users/17"))
            ),
            RuleExample(
                manifest: """
                    {"scopes": [{"id": "users:read"}],
                     "features": [{"id": "track", "scopes": [], "operations": [⟦"send-event"⟧]}]}
                    """,
                traffic: ExampleTraffic.har(
                    ExampleTraffic.request("GET", "/users/17"),
                    ExampleTraffic.request("POST", "/events", second: 1)
                )
            ),
        ],
        allowed: [
            RuleExample(
                manifest: #"{"scopes": [{"id": "users:write"}], "features": []}"#,
                traffic: ExampleTraffic.har(
                    ExampleTraffic.request("GET", "/users/17"),
                    ExampleTraffic.request("PUT", "/users/17", second: 1)
                )
            ),
            RuleExample(
                manifest: #"{"scopes": [{"id": "tile:data"}], "features": []}"#,
                traffic: ExampleTraffic.har(ExampleTraffic.request("POST", "/events"))
            ),
            RuleExample(
                manifest: #"{"scopes": [{"id": "users:read"}], "features": []}"#,
                traffic: ExampleTraffic.har(ExampleTraffic.request("POST", "/events", host: "www.example.net"))
            ),
        ]
    )

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        guard let traffic = listing.traffic, let manifest = listing.manifest else { return }
        let named = manifest.features.flatMap(\.operations)
        let granted = listing.grantedScopes
        for call in traffic.calls where !call.candidates.contains(where: { $0.isAllowed(by: granted) }) {
            let name = named.first { name in
                call.candidates.contains { listing.catalogue.operation(name.value) === $0 }
            }
            findings.report(
                message(of: call),
                at: name?.range ?? manifest.start,
                isCertain: !call.isByPathAlone && call.isAnswered,
                notes: [Note("recorded here: \(call.countText)", at: call.place)]
                    + call.candidates.map { Note("the catalogue says so here", at: $0.id.range) } + call.doubt
            )
        }
    }

    private func message(of call: ObservedTraffic.Call) -> String {
        let need = call.candidates.map(\.formula).joined(separator: " or ")
        guard !call.isUse else {
            return "the integration calls \(call.name), which needs \(need), and no requested scope grants it"
        }
        let failure =
            call.count(.refused) == call.count
            ? "is refused" : call.count(.failed) == call.count ? "fails" : "is refused or fails"
        return
            "the integration tries to call \(call.name), and \(failure): it needs \(need), which no requested scope grants"
    }
}
