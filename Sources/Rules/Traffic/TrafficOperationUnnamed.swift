import Diagnostics
import Listing
import LocatedJSON

/// Reports an operation that recordings show and no feature names.
struct TrafficOperationUnnamed: Rule {
    static let description = RuleDescription(
        id: "traffic-operation-unnamed",
        severity: .warning,
        summary: "Every operation that recorded traffic shows is named by a feature.",
        rationale: """
            What the integration calls belongs to something that it does. A call that no feature names is a feature that the \
            listing hides, or a leftover that needs a permission for nothing.
            """,
        flagged: [
            RuleExample(
                manifest: """
                    ⟦⟧{"scopes": [{"id": "users:read"}],
                     "features": [{"id": "sync", "scopes": ["users:read"], "operations": []}]}
                    """,
                traffic: ExampleTraffic.har(ExampleTraffic.request("GET", "/users/17"))
            ),
            RuleExample(
                manifest: """
                    ⟦⟧{"scopes": [{"id": "tile:data"}],
                     "features": [{"id": "sync", "scopes": ["tile:data"], "operations": ["get-user"]}]}
                    """,
                traffic: ExampleTraffic.har(
                    ExampleTraffic.request("GET", "/users/17"),
                    ExampleTraffic.request("POST", "/events", second: 1)
                )
            ),
        ],
        allowed: [
            RuleExample(
                manifest: """
                    {"scopes": [{"id": "users:read"}],
                     "features": [{"id": "sync", "scopes": ["users:read"], "operations": ["get-user"]}]}
                    """,
                traffic: ExampleTraffic.har(ExampleTraffic.request("GET", "/users/17"))
            ),
            RuleExample(
                manifest: """
                    {"scopes": [{"id": "users:read"}],
                     "features": [{"id": "sync", "scopes": ["users:read"], "operations": ["GET /users/{id}"]}]}
                    """,
                traffic: ExampleTraffic.har(
                    ExampleTraffic.request("GET", "/users/17"),
                    ExampleTraffic.request("GET", "/fonts", host: "fonts.example.net")
                )
            ),
        ]
    )

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        guard let traffic = listing.traffic, let manifest = listing.manifest else { return }
        let named = Set(
            manifest.features.flatMap(\.operations).compactMap { listing.catalogue.operation($0.value) }
                .map { ObjectIdentifier($0) }
        )
        for call in traffic.calls where !call.candidates.contains(where: { named.contains(ObjectIdentifier($0)) }) {
            findings.report(
                "no feature names operation \(call.name), which the integration calls",
                at: manifest.start,
                notes: [Note("recorded here: \(call.countText)", at: call.place)] + call.doubt
            )
        }
    }
}
