import Diagnostics
import Listing
import LocatedJSON

/// Reports a recorded call that none of the requested scopes allows.
struct TrafficScopeNotRequested: Rule {
    static let description = RuleDescription(
        id: "traffic-scope-not-requested",
        summary: "The requested scopes allow every call that recorded traffic shows.",
        rationale: """
            A call that was answered was allowed by something. Where no requested scope allows it, the integration holds a \
            permission that its listing keeps from the reader, or the call fails. Where the catalogue names no server, the \
            call is told by its path alone, and the rule warns.
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
        for call in traffic.calls where !call.operation.isAllowed(by: listing.grantedScopes) {
            let operation = call.operation
            let name = named.first { listing.catalogue.operation($0.value) === operation }
            findings.report(
                "the integration calls '\(operation.id.value)', which needs \(operation.formula), and no requested scope "
                    + "grants it",
                at: name?.range ?? manifest.start,
                isCertain: !call.isByPathAlone,
                notes: [
                    Note("recorded here: \(call.countText)", at: call.place),
                    Note("the catalogue says so here", at: operation.id.range),
                ] + call.doubt
            )
        }
    }
}
