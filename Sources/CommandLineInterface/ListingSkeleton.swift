import LocatedJSON

/// What `candor new` writes: a listing with one scope and one feature whose blanks are the author's to fill.
///
/// Every blank is an error of the next check, so that the diagnostics are the list of what is left to do.
struct ListingSkeleton: Sendable {
    let id: String
    /// What its first feature needs.
    let scope: String
    /// Whether it asks for that scope already, or somebody else writes down what it asks for.
    var requestsScope = true

    var manifest: [UInt8] {
        var json = JSONWriter(.pretty)
        json.object { json in
            for key in ["name", "tagline", "builtBy", "description"] { json.member(key, "") }
            json.member("version", "0.1.0")
            json.member("updated", "")
            json.member("categories", [] as [String])
            json.key("scopes")
            json.array { json in
                guard requestsScope else { return }
                json.object { json in
                    json.member("id", scope)
                    json.member("requirement", "required")
                }
            }
            json.key("features")
            json.array {
                $0.object { json in
                    json.member("id", "first-feature")
                    json.member("title", "")
                    json.member("summary", "")
                    json.member("scopes", [scope])
                    json.member("evidence", [] as [String])
                }
            }
            json.key("media")
            json.array { _ in }
        }
        return Array(json.text.utf8)
    }

    var overview: [UInt8] {
        Array(
            """
            ---
            title: Overview
            kind: overview
            ---

            Say in two or three sentences what the integration is for.

            """.utf8
        )
    }
}
