/// What of a listing a marketplace asks for in a form of its own.
package enum ExportKind: String, Sendable, CaseIterable {
    /// HubSpot's table of the objects that are exchanged.
    case sharedData = "shared-data"
    /// One row a scope, as the forms of Slack and Google ask for it.
    case scopeReasons = "scope-reasons"
    /// The permissions of Stripe's `stripe-app.json`.
    case stripePermissions = "stripe-permissions"
    /// The whole listing.
    case listing

    /// The first is what the marketplace asks for.
    package var formats: [ExportFormat] {
        switch self {
        case .sharedData, .scopeReasons: [.csv, .json, .markdown]
        case .stripePermissions: [.json]
        case .listing: [.json, .markdown]
        }
    }
}

package enum ExportFormat: String, Sendable, CaseIterable {
    case csv, json, markdown
}
