import Diagnostics
import Listing
import LocatedJSON

/// Reports a requested scope that no recorded call makes use of.
struct TrafficScopeUnused: Rule {
    static let description = RuleDescription(
        id: "traffic-scope-unused",
        severity: .warning,
        summary: "Recorded traffic makes use of every requested scope.",
        rationale: """
            A permission that is asked for and never used can be left out. The rule warns, since traffic shows only what was \
            recorded: perhaps a feature was not tried. A key counts as used when one of its permissions is. Nothing is said \
            where nothing can be told: of a scope that no operation of the catalogue needs, of one for planned features \
            alone, of one whose calls were refused or failed each time, and of one for whose operations requests may have \
            been meant that name another method (as some platforms take each call by POST); nor from a recording that is cut \
            off, has entries that cannot be read, no call that came through, or a call of which nobody says what it needs.
            """,
        flagged: [
            RuleExample(
                manifest: #"{"scopes": [{"id": "users:read"}, {"id": ⟦"events:send"⟧}], "features": []}"#,
                traffic: ExampleTraffic.har(ExampleTraffic.request("GET", "/users/17"))
            ),
            RuleExample(
                manifest: #"{"scopes": [{"id": ⟦"users:write"⟧}, {"id": "events:send"}], "features": []}"#,
                traffic: ExampleTraffic.har(
                    ExampleTraffic.request("POST", "/events"),
                    ExampleTraffic.request("GET", "/internal/users/17", second: 1)
                )
            ),
        ],
        allowed: [
            RuleExample(
                manifest: #"{"scopes": [{"id": "users:read"}, {"id": "events:send"}], "features": []}"#,
                traffic: ExampleTraffic.har(
                    ExampleTraffic.request("GET", "/users/17"),
                    ExampleTraffic.request("POST", "/events", second: 1)
                )
            ),
            RuleExample(
                manifest: #"{"scopes": [{"id": "tile:data"}], "features": []}"#,
                traffic: ExampleTraffic.har(ExampleTraffic.request("POST", "/events"))
            ),
            RuleExample(
                manifest: #"{"scopes": [{"id": "users:read"}, {"id": "chat:write"}], "features": []}"#,
                traffic: ExampleTraffic.har(ExampleTraffic.request("GET", "/users/17"))
            ),
            RuleExample(manifest: #"{"scopes": [{"id": "users:read"}], "features": []}"#),
            RuleExample(
                manifest: #"{"scopes": [{"id": "users:read"}, {"id": "events:send"}], "features": []}"#,
                traffic: ExampleTraffic.har(
                    ExampleTraffic.request("GET", "/users/17"),
                    ExampleTraffic.request("POST", "/events", second: 1, status: 500)
                )
            ),
            RuleExample(
                manifest: #"{"scopes": [{"id": "users:read"}, {"id": "events:send"}], "features": []}"#,
                traffic: ExampleTraffic.har(
                    ExampleTraffic.request("GET", "/users/17"),
                    ExampleTraffic.request("PUT", "/events", second: 1)
                )
            ),
            RuleExample(
                manifest: #"{"scopes": [{"id": "users:read"}, {"id": "events:send"}], "features": []}"#,
                traffic: ExampleTraffic.har(
                    ExampleTraffic.request("POST", "/events"),
                    ExampleTraffic.request("GET", "/users/17", status: 302, location: "https://files.example.net/17")
                )
            ),
        ]
    )

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        guard let traffic = listing.traffic else { return }
        for request in listing.manifest?.scopes ?? [] {
            guard case .unused = TrafficUse(of: request, in: listing, traffic) else { continue }
            findings.report(
                "scope '\(request.name)' is requested, and no recorded call makes use of it",
                at: request.id.range,
                notes: [traffic.extent] + traffic.doubtOfUse
            )
        }
    }
}
