/// The platform and the integration of the examples of rules on prose.
enum ProseExamples {
    static let catalogue = """
        {
          "complete": true, "checked": "2026-01-01",
          "products": [{"id": "harbour", "name": "Harbour"}],
          "scopes": [
            {"id": "users:read", "title": "Read users", "description": "Returns profiles.", "kind": "scope",
             "resource": "users", "actions": ["read"], "terms": ["user", "profile"]},
            {"id": "users:write", "title": "Change users", "description": "Creates and changes profiles.",
             "kind": "scope", "resource": "users", "actions": ["write"], "terms": ["user", "profile"]},
            {"id": "users:delete", "title": "Delete users", "description": "Deletes profiles.", "kind": "scope",
             "resource": "users", "actions": ["delete"], "terms": ["user", "profile"]},
            {"id": "events:send", "title": "Send events", "description": "Adds events.", "kind": "scope",
             "resource": "events", "actions": ["write"], "terms": ["event"]},
            {"id": "tile:data", "title": "Data", "description": "The data key.", "kind": "bundle",
             "members": ["users:read", "users:write", "users:delete", "events:send"]}
          ]
        }
        """

    static let reader = #"{"name": "Acorn", "scopes": [{"id": "users:read"}]}"#
    static let writer = #"{"name": "Acorn", "scopes": [{"id": "users:read"}, {"id": "users:write"}]}"#
}
