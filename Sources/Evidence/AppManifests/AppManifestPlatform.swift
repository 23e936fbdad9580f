extension AppManifest {
    /// Whose scopes a manifest asks for, as far as something depends on it.
    package enum Platform: Sendable {
        case slack, hubSpot, gitHub, google, microsoft, other

        init(of kind: Kind) {
            switch kind {
            case .slack: self = .slack
            case .hubSpot: self = .hubSpot
            case .gitHub: self = .gitHub
            case .chrome, .appsScript: self = .google
            case .stripe, .shopify, .authorizeURL: self = .other
            }
        }

        /// Told by the host that an authorize URL leads to.
        init(host: String) {
            let platform = Self.domains.first { host == $0.domain || host.hasSuffix("." + $0.domain) }?.platform
            self = platform ?? .other
        }

        private static let domains: [(domain: String, platform: Platform)] = [
            ("slack.com", .slack), ("slack-gov.com", .slack), ("hubspot.com", .hubSpot), ("github.com", .gitHub),
            ("google.com", .google), ("microsoftonline.com", .microsoft), ("microsoftonline.us", .microsoft),
            ("microsoftonline.cn", .microsoft), ("chinacloudapi.cn", .microsoft), ("login.windows.net", .microsoft),
            ("login.microsoft.com", .microsoft), ("login.live.com", .microsoft),
        ]
    }
}

extension AppManifest.Platform {
    /// Whether the platform gives a scope to every app, be it named in the manifest or not.
    package func grantsAnyway(_ id: String) -> Bool {
        switch self {
        case .gitHub: id == "metadata:read"
        case .hubSpot: id == "oauth"
        case .slack, .google, .microsoft, .other: false
        }
    }

    /// Whether scopes that differ in capitals alone are one: Microsoft's own documentation asks for `user.read` and lists
    /// `User.Read`.
    package var comparesWithoutCase: Bool { self == .microsoft }
}

extension AppManifest {
    /// What a scope is called that goes by two names: Google and Microsoft take the longer for the shorter one.
    ///
    /// https://developers.google.com/identity/protocols/oauth2/scopes and
    /// https://learn.microsoft.com/entra/identity-platform/scopes-oidc: without a resource, Microsoft Graph is meant.
    package static func shortName(of id: String) -> String {
        guard let first = id.utf8.first, first | 0x20 == UInt8(ascii: "h") else { return id }
        switch id {
        case "https://www.googleapis.com/auth/userinfo.email": return "email"
        case "https://www.googleapis.com/auth/userinfo.profile": return "profile"
        default:
            let folded = id.lowercased()
            let resource = graphs.first { folded.hasPrefix($0) && folded.utf8.count > $0.utf8.count }
            return resource.map { String(id.dropFirst($0.count)) } ?? id
        }
    }

    /// Microsoft Graph, and that of other clouds.
    private static let graphs = [
        "https://graph.microsoft.com/", "https://graph.microsoft.us/", "https://dod-graph.microsoft.us/",
        "https://microsoftgraph.chinacloudapi.cn/",
    ]

    /// All names of a scope, the given one first.
    package static func names(of id: String) -> [String] {
        let short = shortName(of: id)
        let others = [short, "https://www.googleapis.com/auth/userinfo.\(short)"] + graphs.map { $0 + short }
        return [id] + others.filter { $0 != id && shortName(of: $0) == short }
    }
}
