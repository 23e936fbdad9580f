import Diagnostics
import Listing
import Templates
import TestSupport

@testable import SiteBuilder

/// A listing from which a picture is read: what it requests and what its features need, as JSON.
struct PictureSample {
    var requests: [String] = []
    var features: [String] = []

    static let scopes = [
        #"{"id": "users:read", "title": "Read users", "description": "D", "kind": "scope", "sensitivity": "normal"}"#,
        #"{"id": "users:write", "title": "Change users", "description": "D", "kind": "scope", "sensitivity": "sensitive"}"#,
        #"{"id": "events:write", "title": "Send events", "description": "D", "kind": "scope"}"#,
        #"{"id": "users:delete", "title": "Delete users", "description": "D", "kind": "scope", "sensitivity": "restricted"}"#,
        #"""
        {"id": "key", "title": "The key", "description": "D", "kind": "bundle", "sensitivity": "restricted",
         "members": ["users:read", "users:delete", "events:write"]}
        """#,
        #"{"id": "outer", "title": "O", "description": "D", "kind": "bundle", "members": ["inner", "events:write"]}"#,
        #"{"id": "inner", "title": "I", "description": "D", "kind": "bundle", "members": ["users:read", "users:delete", "outer"]}"#,
        #"{"id": "open", "title": "P", "description": "D", "kind": "bundle", "members": ["users:read", "events:write"]}"#,
        #"{"id": "mild", "title": "M", "description": "D", "kind": "bundle", "members": ["users:read"]}"#,
        #"{"id": "lax", "title": "L", "description": "D", "kind": "bundle", "members": ["users:delete"], "sensitivity": "normal"}"#,
    ]

    static func request(_ id: String, _ requirement: String = "required", _ more: String = "") -> String {
        "{\"id\": \"\(id)\", \"requirement\": \"\(requirement)\"\(more)}"
    }

    static func feature(
        _ title: String,
        _ scopes: [String],
        calls operations: [String] = [],
        status: String = "available"
    ) -> String {
        func list(_ words: [String]) -> String { "[\(words.map { "\"\($0)\"" }.joined(separator: ", "))]" }
        return """
            {"id": "f", "title": "\(title)", "status": "\(status)", "scopes": \(list(scopes)),
             "operations": \(list(operations))}
            """
    }

    /// One of each kind of box and line.
    static let ofAll = PictureSample(
        requests: [
            request("users:write", "optional"), request("key"), request("users:read", "conditional"),
            request("webhooks", "optional"),
        ],
        features: [
            feature("Sync points and tiers to profiles", ["key", "users:read"], calls: ["send"]),
            feature("Close memberships", ["key"], calls: ["close"], status: "planned"),
            feature("Write notes", ["users:write", "webhooks"], status: "beta"),
            feature("Count in the till", []),
        ]
    )

    var listing: ParsedListing {
        func file(_ name: String, _ text: String) -> SourceFile {
            SourceFile(path: "Content/\(name)", name: name, bytes: Array(text.utf8))
        }
        var report = DiagnosticReport()
        let catalogue = SiteParser.parseCatalogue(
            file(
                "platform.json",
                """
                {"complete": true, "checked": "2026-11-01", "scopes": [\(Self.scopes.joined(separator: ", "))],
                 "operations": [
                  {"id": "send", "method": "POST", "path": "/events", "scopes": [["events:write"]]},
                  {"id": "close", "method": "DELETE", "path": "/users", "scopes": [["users:delete"]]}]}
                """
            ),
            reporting: &report
        )
        let manifest = """
            {"scopes": [\(requests.joined(separator: ", "))], "features": [\(features.joined(separator: ", "))]}
            """
        let tree = SourceTree(
            path: "Content",
            contentPath: "integrations/a",
            texts: [file("integration.json", manifest)]
        )
        return ListingParser(catalogue: catalogue ?? Catalogue(path: "")).parseExcerpt(tree)
    }

    func picture(in language: String = "en") -> ScopePicture? {
        ScopePictureMaker(listing, ThemeTexts.builtIn.texts(in: language))?.picture
    }
}
