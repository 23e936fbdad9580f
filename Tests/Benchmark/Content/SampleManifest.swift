/// `integration.json` of a sample listing.
struct SampleManifest {
    let listing: SampleListing
    private let categories = [
        "Analytics", "Commerce", "Loyalty", "Messaging", "Support", "Surveys", "Travel", "Warehouse",
    ]

    var json: String {
        """
        {
          "name": "\(listing.name)",
          "tagline": "Bring the records of \(listing.name) into the workspace of your team",
          "builtBy": "\(listing.name)",
          "description": "\(listing.name) keeps records for shops and offices.\\n\\nIts records are of use beside others.",
          "version": "2.\(listing.number % 10).0",
          "updated": "2026-06-\(10 + listing.number % 20)",
          "categories": ["\(categories[listing.number % 8])", "\(categories[(listing.number + 3) % 8])"],
          "complements": ["segments"],
          "unique": "The platform keeps no ledger of such records; this integration adds one.",
          "links": {
            "website": "https://\(listing.id).example/",
            "documentation": "https://\(listing.id).example/help",
            "privacy": "https://\(listing.id).example/privacy",
            "terms": "https://\(listing.id).example/terms"
          },
          "support": {"email": "help@\(listing.id).example", "responseTime": "One business day, Monday to Friday"},
          "scopes": [\(joined(requests))],
          "features": [\(joined(listing.features.map(feature)))],
          "media": [\(joined(media))],
          "data": [\(joined(listing.features.flatMap(\.scopes).map(data)))],
          "usage": [\(joined(listing.features.flatMap(\.scopes).map(usage)))]
        }

        """
    }

    private func joined(_ objects: [String]) -> String {
        "\n" + objects.joined(separator: ",\n") + "\n  "
    }

    private var requests: [String] {
        listing.features.flatMap(\.scopes).enumerated().map { position, scope in
            let request = listing.request(for: scope)
            return """
                    {
                      "id": "\(request)",
                      "actor": "key",
                      \(requirement(position)),
                      "reason": "\(listing.name) needs it for step \(position + 1) of a run, which fills the ledger.",
                      "since": "1.\(position).0"\(request == scope ? "" : unusedGrants(butFor: scope))
                    }
                """
        }
    }

    private func requirement(_ position: Int) -> String {
        switch position % 3 {
        case 0: #""requirement": "required""#
        case 1: #""requirement": "optional", "ifDeclined": "The step is left out and the ledger stays shorter.""#
        default:
            #"""
            "requirement": "conditional", "when": "The schedule has been switched on.",
                      "ifDeclined": "Runs have to be started by hand."
            """#
        }
    }

    private func unusedGrants(butFor used: String) -> String {
        let grants = (listing.bundle?.members ?? []).filter { $0 != used }.map {
            #"        {"grant": "\#($0)", "statement": "No run calls what this member opens."}"#
        }
        return ",\n      \"unusedGrants\": [\(joined(grants))]"
    }

    private func feature(_ feature: SampleListing.Feature) -> String {
        let scopes = feature.scopes.map { "\"\(listing.request(for: $0))\"" }.joined(separator: ", ")
        let operations = feature.scopes.map { "\"\(SampleCatalogue.operations(of: $0)[1])\"" }.joined(separator: ", ")
        return """
                {
                  "id": "\(feature.id)",
                  "title": "\(feature.title)",
                  "summary": "What this part does for those who look after the ledger.",
                  "scopes": [\(scopes)],
                  "operations": [\(operations)],
                  "evidence": ["\(feature.picture)"],
                  "since": "1.0.0"
                }
            """
    }

    private var media: [String] {
        let screenshots = listing.picturedFeatures.map {
            ($0.picture, "The ledger while it is busy with '\($0.title)'")
        }
        return [#"    {"id": "logo", "kind": "logo", "file": "media/logo.png", "alt": "Logo of \#(listing.name)"}"#]
            + (screenshots + [("connect", "The form that connects \(listing.name)")]).map { id, alt in
                """
                    {"id": "\(id)", "kind": "screenshot", "file": "media/\(id).png", "alt": "\(alt), with its entries",
                     "caption": "What stands in the window at that moment.", "taken": "2026-06-01",
                     "version": "2.\(listing.number % 10).0"}
                """
            }
    }

    private func usage(of scope: String) -> String {
        let operation = SampleCatalogue.operations(of: scope)[1]
        return #"    {"operation": "\#(operation)", "peak": {"count": 600, "per": "minute"}}"#
    }

    private func data(of scope: String) -> String {
        let parts = scope.split(separator: ":")
        return """
                {"object": "\(parts[0])", "direction": "\(parts[1])",
                 "purpose": "Filling the ledger", "stored": true, "retention": "30 days",
                 "onDisconnect": "Deleted within a day", "onUninstall": "Deleted within a day"}
            """
    }
}
