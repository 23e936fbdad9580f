import Diagnostics
import Evidence
import Listing

/// Reports that a recording holds a key, a password or a session.
struct TrafficSecretRecorded: Rule {
    static let description = RuleDescription(
        id: "traffic-secret-recorded",
        severity: .warning,
        summary: "Recordings of traffic hold no keys, passwords or cookies.",
        rationale: """
            Whoever can read the folder could act in the name of whoever recorded it. Candor needs none of them: remove \
            them, for example by the "sanitized" export of Chrome, and revoke what others may have seen. Looked at are \
            headers, cookies, addresses, forms and the text of bodies; what is empty, written over as a whole, such as \
            "[redacted]", or the name of a variable, such as "$TOKEN", is none. Neither the value nor the line on which it stands is ever shown.
            """,
        flagged: [
            RuleExample(
                manifest: #"{"features": []}"#,
                traffic: ExampleTraffic.har(
                    entry(#""headers": [{"name": "⟦Cookie⟧", "value": "session=9f8e7d6c5b; sidebar=hidden"}]"#)
                )
            ),
            RuleExample(
                manifest: #"{"features": []}"#,
                traffic: ExampleTraffic.har(
                    entry(#""headers": [{"name": "⟦Authorization⟧", "value": "Bearer 9f8e7d6c5b"}]"#)
                )
            ),
            RuleExample(
                manifest: #"{"features": []}"#,
                traffic: ExampleTraffic.har(
                    entry(#""queryString": [{"name": "⟦api_key⟧", "value": "9f8e7d6c5b"}]"#)
                )
            ),
            RuleExample(
                manifest: #"{"features": []}"#,
                traffic: ExampleTraffic.har(
                    entry(#""postData": {⟦"text"⟧: "{\"client_secret\": \"9f8e7d6c5b\"}"}"#)
                )
            ),
        ],
        allowed: [
            RuleExample(
                manifest: #"{"features": []}"#,
                traffic: ExampleTraffic.har(
                    entry(#""headers": [{"name": "Cookie", "value": "session=<redacted>; sidebar=hidden"}]"#)
                )
            ),
            RuleExample(
                manifest: #"{"features": []}"#,
                traffic: ExampleTraffic.har(
                    entry(#""headers": [{"name": "Accept", "value": "application/json"}]"#)
                )
            ),
            RuleExample(
                manifest: #"{"features": []}"#,
                traffic: ExampleTraffic.har(
                    entry(#""headers": [{"name": "Authorization", "value": "Bearer [redacted]"}], "cookies": []"#)
                )
            ),
        ]
    )

    private static func entry(_ members: String) -> String {
        """
        {"startedDateTime": "2026-01-01T10:00:00Z", "response": {"status": 200},
           "request": {"method": "GET", "url": "https://api-01.example.com/users/17", \(members)}}
        """
    }

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        for secret in listing.traffic?.secrets ?? [] {
            let count = secret.count == 1 ? "" : " (\(secret.count) times)"
            findings.report(
                "the recording holds \(secret.title)\(count)",
                at: secret.place,
                notes: [Note("remove it from the file, and revoke it if others may have seen it")]
            )
        }
    }
}

extension RecordedSecret {
    fileprivate var title: String {
        switch kind {
        case .header: "the value of header '\(name)'"
        case .cookies: "the values of cookies"
        case .query: "the value of '\(name)' in an address"
        case .form: "the value of '\(name)' in a form"
        case .body: "the value of '\(name)' in the text of a body"
        case .token: "a token of the kind that begins with '\(name)'"
        case .password: "a password or key before the host of an address"
        }
    }
}
