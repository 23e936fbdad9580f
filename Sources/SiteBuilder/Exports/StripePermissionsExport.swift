import Listing
import LocatedJSON

/// `{"permissions": [{"permission": …, "purpose": …}]}`, as it stands in `stripe-app.json`.
struct StripePermissionsExport {
    let manifest: IntegrationManifest

    var bytes: [UInt8] {
        var json = JSONWriter(.pretty)
        json.object { json in
            json.key("permissions")
            json.array { json in
                for request in manifest.scopes {
                    json.object { json in
                        json.member("permission", request.id.value)
                        json.member("purpose", request.reason?.value ?? "")
                    }
                }
            }
        }
        return Array(json.text.utf8)
    }
}
