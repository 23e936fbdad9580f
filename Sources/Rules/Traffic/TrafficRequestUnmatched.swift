import Diagnostics
import Listing

/// Reports recorded requests to the platform that are for no operation of its catalogue.
struct TrafficRequestUnmatched: Rule {
    static let description = RuleDescription(
        id: "traffic-request-unmatched",
        severity: .warning,
        summary: "Recorded requests to the platform are for operations that its catalogue has.",
        rationale: """
            What an unknown call needs cannot be told, so it can be held against nothing. Either the catalogue lacks an \
            operation, or the integration uses an interface that the platform does not offer to it. Requests to hosts that \
            no operation names are other traffic and no business of the listing. Of a path only words are shown that the \
            catalogue has in one, and a host as the catalogue writes it: all else may be an id, a name or a key.
            """,
        flagged: [
            RuleExample(
                manifest: #"{"features": []}"#,
                traffic: ExampleTraffic.har(
                    ExampleTraffic.request("GET", "/internal/users/17", isMarked: true),
                    ExampleTraffic.request("GET", "/internal/users/18", second: 1)
                )
            ),
            RuleExample(
                manifest: #"{"features": []}"#,
                traffic: ExampleTraffic.har(
                    ExampleTraffic.request("GET", "/users/17"),
                    ExampleTraffic.request("DELETE", "/users/17", second: 1, isMarked: true)
                )
            ),
        ],
        allowed: [
            RuleExample(
                manifest: #"{"features": []}"#,
                traffic: ExampleTraffic.har(
                    ExampleTraffic.request("GET", "/users/17/?fields=name"),
                    ExampleTraffic.request("HEAD", "/users/17", second: 1),
                    ExampleTraffic.request("OPTIONS", "/users/17", second: 2)
                )
            ),
            RuleExample(
                manifest: #"{"features": []}"#,
                traffic: ExampleTraffic.har(
                    ExampleTraffic.request("GET", "/users/17", host: "API-02.Example.com:443"),
                    ExampleTraffic.request("GET", "/internal/users/17", host: "www.example.net")
                )
            ),
        ]
    )

    /// More of them say no more than that the catalogue is another one's.
    private static let mostReported = 20

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        guard let unmatched = listing.traffic?.unmatched, !listing.catalogue.lacksDocument else { return }
        let more = unmatched.count - Self.mostReported
        for (number, group) in unmatched.prefix(Self.mostReported).enumerated() {
            let isLast = number == Self.mostReported - 1 && more > 0
            findings.report(
                "\(group.method) \(group.shape) at '\(group.host)' is no operation of the catalogue ("
                    + ObservedTraffic.counted(group.count, "request") + ")",
                at: group.place,
                notes: isLast ? [Note("and \(more) more kinds of requests")] : []
            )
        }
    }
}
