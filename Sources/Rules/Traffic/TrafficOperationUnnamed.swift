import Diagnostics
import Listing
import LocatedJSON

/// Reports an operation that recordings show and no feature names, or one alone that is told as planned.
struct TrafficOperationUnnamed: Rule {
    static let description = RuleDescription(
        id: "traffic-operation-unnamed",
        severity: .warning,
        summary: "Every operation that recorded traffic shows is named by a feature that is not planned.",
        rationale: """
            What the integration calls belongs to something that it does. A call that no feature names is a feature that the \
            listing hides, or a leftover that needs a permission for nothing. A feature that is told as planned is in use where \
            what it names is called.
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
            RuleExample(
                manifest: """
                    {"scopes": [{"id": "users:read"}], "features": [
                     {"id": "sync", "status": "planned", "scopes": ["users:read"], "operations": [⟦"get-user"⟧]}]}
                    """,
                traffic: ExampleTraffic.har(ExampleTraffic.request("GET", "/users/17"))
            ),
        ],
        allowed: [
            RuleExample(
                manifest: """
                    {"scopes": [{"id": "users:read"}], "features": [
                     {"id": "sync", "status": "planned", "scopes": ["users:read"], "operations": ["get-user"]},
                     {"id": "look", "scopes": ["users:read"], "operations": ["get-user"]}]}
                    """,
                traffic: ExampleTraffic.har(ExampleTraffic.request("GET", "/users/17"))
            ),
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
        let names = Self.names(in: manifest, listing.catalogue)
        for call in traffic.calls {
            let named = call.candidates.flatMap { names[ObjectIdentifier($0)] ?? [] }
            guard named.allSatisfy({ $0.feature.status == .planned }) else { continue }
            let notes = [Note("recorded here: \(call.countText)", at: call.place)] + call.doubt
            if let first = named.min(by: { $0.name.range.bytes.start < $1.name.range.bytes.start }) {
                findings.report(
                    "feature '\(first.feature.id.value)' is planned, and the integration calls \(call.name), which no other "
                        + "feature names",
                    at: first.name.range,
                    notes: notes
                )
            } else {
                findings.report(
                    "no feature names operation \(call.name), which the integration calls",
                    at: manifest.start,
                    notes: notes
                )
            }
        }
    }

    /// The features that name an operation, each with the place.
    private static func names(
        in manifest: IntegrationManifest,
        _ catalogue: Catalogue
    ) -> [ObjectIdentifier: [(feature: Feature, name: Located<String>)]] {
        var names: [ObjectIdentifier: [(feature: Feature, name: Located<String>)]] = [:]
        for feature in manifest.features {
            for name in feature.operations {
                guard let operation = catalogue.operation(name.value) else { continue }
                names[ObjectIdentifier(operation), default: []].append((feature, name))
            }
        }
        return names
    }
}
