/// The platform that the sample listings belong to: 40 scopes, 6 of them bundles, and 102 operations.
enum SampleCatalogue {
    static let resources = [
        "users", "events", "devices", "segments", "campaigns", "flows", "templates", "cards", "offers", "catalogs",
        "coupons", "exports", "reports", "cohorts", "subscriptions", "messages", "imports",
    ]

    struct Bundle {
        let id: String
        let members: [String]
    }

    static let bundles: [Bundle] = (0..<6).map { number in
        let members = resources[(number * 2)..<(number * 2 + 3)].flatMap { ["\($0):read", "\($0):write"] }
        return Bundle(id: "tile:\(resources[number * 2])", members: members)
    }

    static func operations(of scope: String) -> [String] {
        (1...3).map { "\(scope.replacing(":", with: "-"))-\($0)" }
    }

    static var json: String {
        """
        {
          "complete": true,
          "checked": "2026-06-01",
          "products": [
            {"id": "segments", "name": "Segments", "url": "https://platform.example/segments"},
            {"id": "campaigns", "name": "Campaigns", "url": "https://platform.example/campaigns"}
          ],
          "scopes": [
        \((plainScopes + bundles.map(json)).joined(separator: ",\n"))
          ],
          "operations": [
        \(operations.joined(separator: ",\n"))
          ]
        }

        """
    }

    private static var plainScopes: [String] {
        resources.flatMap { resource in
            ["read", "write"].map { action in
                """
                    {"id": "\(resource):\(action)", "title": "\(resource), \(action)", "kind": "scope",
                     "description": "Lets the holder \(action) \(resource) of the workspace.", "resource": "\(resource)",
                     "actions": ["\(action)"], "actors": ["key"], "sensitivity": "normal", "level": "workspace"}
                """
            }
        }
    }

    private static func json(_ bundle: Bundle) -> String {
        let members = bundle.members.map { "\"\($0)\"" }.joined(separator: ", ")
        return """
                {"id": "\(bundle.id)", "title": "Tile \(bundle.id.dropFirst(5))", "kind": "bundle", "actors": ["key"],
                 "description": "The key of a tile, which cannot be narrowed.", "members": [\(members)]}
            """
    }

    private static var operations: [String] {
        resources.flatMap { ["\($0):read", "\($0):write"] }.flatMap { scope in
            operations(of: scope).enumerated().map { number, id in
                """
                    {"id": "\(id)", "method": "POST", "path": "/v1/\(id)", "scopes": [["\(scope)"]],
                     "limit": {"count": \((number + 1) * 1000), "unit": "requests", "per": "minute"}}
                """
            }
        }
    }
}
