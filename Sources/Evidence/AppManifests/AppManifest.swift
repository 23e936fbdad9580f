package import Diagnostics
package import LocatedJSON

/// The manifest that the code of an integration ships with: what is really asked for, in the words of its platform.
package struct AppManifest: Sendable {
    /// Named as `candor import` calls them.
    package enum Kind: String, Sendable, CaseIterable {
        case slack
        case hubSpot = "hubspot"
        case stripe
        case chrome
        case appsScript = "apps-script"
        case gitHub = "github"
        case shopify
        case authorizeURL = "oauth-url"
    }

    package let kind: Kind
    package let platform: Platform
    package let path: String
    /// All that belongs to it: the file, or the address within the file that names it.
    package let extent: SourceRange
    /// Where scopes stand in it, or would stand: the place of what it lacks.
    package let place: SourceRange
    /// Each scope of an actor once, in the order of the file.
    package let requests: [AppManifestRequest]
    /// Why it does not tell which scopes are asked for; nil where it does.
    package let silence: String?
}

/// A scope that an app manifest asks for.
package struct AppManifestRequest: Sendable {
    package enum Requirement: String, Sendable {
        case required, conditional, optional
    }

    package let id: Located<String>
    /// Who is to hold it, where the platform tells a bot from a user.
    package let actor: String?
    /// nil where the manifest does not tell whether the customer can decline it.
    package let requirement: Requirement?
    /// What the manifest says that it is used for.
    package let purpose: Located<String>?
    /// The pages that an extension may read: the customer is told their host, and nothing of their paths.
    package let host: HostPattern?
}

extension AppManifest.Kind {
    /// For messages: "the Slack app manifest".
    package var title: String {
        switch self {
        case .slack: "Slack app manifest"
        case .hubSpot: "HubSpot app configuration"
        case .stripe: "Stripe app manifest"
        case .chrome: "Chrome extension manifest"
        case .appsScript: "Apps Script manifest"
        case .gitHub: "GitHub App manifest"
        case .shopify: "Shopify app configuration"
        case .authorizeURL: "authorize URL"
        }
    }

    /// Whether the platform tells what is asked for under a condition from what the customer may decline.
    package var tellsConditions: Bool { self == .hubSpot }

}

extension AppManifest {
    /// Whether a scope only says who signs in, so that a platform's list of permissions may well leave it out.
    package func isForSignIn(_ id: String) -> Bool {
        switch kind {
        case .authorizeURL, .slack, .appsScript, .chrome:
            let name = Self.shortName(of: id)
            return Self.openIDWords.contains(platform.comparesWithoutCase ? name.lowercased() : name)
        case .hubSpot, .stripe, .gitHub, .shopify: return false
        }
    }

    /// OpenID Connect Core 1.0, sections 5.4 and 11.
    private static let openIDWords: Set = ["openid", "profile", "email", "address", "phone", "offline_access"]
}
