import Listing
import LocatedJSON

/// `{"permissions": [{"permission": …, "purpose": …}]}`, as it stands in `stripe-app.json`, which knows no
/// actors: a scope that several hold is one permission.
struct StripePermissionsExport {
    let manifest: IntegrationManifest

    var bytes: [UInt8] {
        var json = JSONWriter(.pretty)
        json.object { json in
            json.key("permissions")
            json.array { json in
                for (id, requests) in permissions {
                    json.object { json in
                        json.member("permission", id)
                        json.member("purpose", joinedTexts(requests.compactMap(\.reason?.value)) ?? "")
                    }
                }
            }
        }
        return Array(json.text.utf8)
    }

    /// In the order of the manifest.
    private var permissions: [(id: String, requests: [ScopeRequest])] {
        let byID = Dictionary(grouping: manifest.scopes, by: \.id.value)
        var seen: Set<String> = []
        return manifest.scopes.map(\.id.value).filter { seen.insert($0).inserted }.map { ($0, byID[$0] ?? []) }
    }
}
