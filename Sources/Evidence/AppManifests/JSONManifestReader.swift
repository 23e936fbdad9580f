import Diagnostics
import LocatedJSON

/// Reads the scopes of an app manifest that is JSON, as its platform defines where they stand.
struct JSONManifestReader {
    private(set) var gathered: RequestGathering
    /// Where the scopes stand.
    private(set) var place: SourceRange
    private(set) var silence: String?
    private let document: JSONObject

    init(_ document: JSONObject) {
        self.document = document
        gathered = RequestGathering(path: document.path)
        place = document.opening
    }

    mutating func read(_ kind: AppManifest.Kind) {
        switch kind {
        case .slack: readSlack()
        case .hubSpot: readHubSpot()
        case .stripe: readStripe()
        case .chrome: readChrome()
        case .appsScript: readAppsScript()
        case .gitHub: readGitHub()
        case .shopify, .authorizeURL: break
        }
    }

    /// https://docs.slack.dev/reference/app-manifest, `oauth_config.scopes`.
    private mutating func readSlack() {
        guard let config = gathered.object("oauth_config", of: document) else { return }
        place = document.keyRange("oauth_config") ?? place
        guard let scopes = gathered.object("scopes", of: config) else { return }
        place = config.keyRange("scopes") ?? place
        for actor in ["bot", "user"] {
            gathered.addList(actor, of: scopes, actor: actor, .required)
            // A scope in both lists is one that is marked as optional.
            gathered.addList("\(actor)_optional", of: scopes, actor: actor, .optional, wins: true)
        }
    }

    /// https://developers.hubspot.com/docs/apps/developer-platform/build-apps/app-configuration, `config.auth`.
    private mutating func readHubSpot() {
        let holder = document.has("config") ? gathered.object("config", of: document) : document
        guard let holder else { return }
        guard holder.has("auth") else {
            // A private app of the older platform has one list, and no choice.
            place = holder.keyRange("scopes") ?? place
            gathered.addList("scopes", of: holder, .required)
            if !holder.has("scopes") { silence = "it has no \"scopes\"" }
            return
        }
        guard let auth = gathered.object("auth", of: holder) else { return }
        place = holder.keyRange("auth") ?? place
        for (name, requirement) in Self.hubSpotLists { gathered.addList(name, of: auth, requirement) }
        // A list of another name is none that the platform defines, and an app of no scopes has an empty list.
        if !Self.hubSpotLists.contains(where: { auth.has($0.name) }) {
            silence = "it has no \"requiredScopes\", nor another list of scopes that HubSpot defines"
        }
    }

    private static let hubSpotLists: [(name: String, requirement: AppManifestRequest.Requirement)] = [
        ("requiredScopes", .required), ("conditionallyRequiredScopes", .conditional), ("optionalScopes", .optional),
    ]

    /// https://docs.stripe.com/stripe-apps/reference/app-manifest: whoever installs an app accepts all of them.
    private mutating func readStripe() {
        guard let value = document.value("permissions") else { return }
        place = document.keyRange("permissions") ?? place
        guard let elements = value.elements else {
            gathered.fault("\"permissions\" must be an array of objects", at: range(of: value))
            return
        }
        for element in elements {
            guard let entry = JSONObject(element, path: document.path), let id = entry.string("permission") else {
                gathered.fault("a permission must be an object with \"permission\"", at: range(of: element))
                continue
            }
            gathered.add(id, .required, purpose: entry.string("purpose"))
        }
    }

    /// https://developer.chrome.com/docs/extensions/reference/manifest: names, and patterns of hosts.
    private mutating func readChrome() {
        place = document.keyRange("permissions") ?? place
        addPermissions("permissions", .required)
        addPermissions("host_permissions", .required)
        addPermissions("optional_permissions", .optional)
        addPermissions("optional_host_permissions", .optional)
        if let account = gathered.object("oauth2", of: document) { gathered.addList("scopes", of: account, .required) }
        readContentScripts()
    }

    /// Where its scripts run an extension reads and changes every page, which the customer is told as well: by hosts, so that
    /// several patterns of one are one, and one that another covers is none.
    private mutating func readContentScripts() {
        guard let scripts = document.value("content_scripts") else { return }
        guard let elements = scripts.elements else {
            gathered.fault("\"content_scripts\" must be an array of objects", at: range(of: scripts))
            return
        }
        let matches = scriptMatches(elements)
        let others = HostCover(matches.compactMap(\.host))
        for (match, host) in matches {
            if let host, others.coversFromOutside(host) { continue }
            gathered.add(match, .required, host: host)
        }
    }

    /// One pattern of each host, without those for which the extension has permission anyway.
    private mutating func scriptMatches(_ scripts: [JSONValue]) -> [(text: Located<String>, host: HostPattern?)] {
        let permitted = HostCover(gathered.requests.filter { $0.requirement == .required }.compactMap(\.host))
        var matches: [(text: Located<String>, host: HostPattern?)] = []
        var hosts: Set<HostPattern> = []
        for element in scripts {
            guard let script = JSONObject(element, path: document.path) else {
                gathered.fault("an item of \"content_scripts\" must be an object", at: range(of: element))
                continue
            }
            for match in gathered.texts("matches", of: script) {
                let host = HostPattern(match.value)
                if let host {
                    guard hosts.insert(host).inserted, !permitted.covers(host) else { continue }
                }
                guard matches.count < RequestGathering.mostRequests else {
                    gathered.refuseMore(at: match.range)
                    return matches
                }
                matches.append((match, host))
            }
        }
        return matches
    }

    private mutating func addPermissions(_ list: String, _ requirement: AppManifestRequest.Requirement) {
        for id in gathered.texts(list, of: document) {
            gathered.add(id, requirement, host: HostPattern(id.value))
        }
    }

    /// https://developers.google.com/apps-script/manifest, `oauthScopes`.
    private mutating func readAppsScript() {
        guard document.has("oauthScopes") else {
            silence = "without \"oauthScopes\" Google infers them from the code"
            return
        }
        place = document.keyRange("oauthScopes") ?? place
        // Customers may decline some of them, and the manifest does not tell which.
        gathered.addList("oauthScopes", of: document, nil)
    }

    /// https://docs.github.com/apps/sharing-github-apps/registering-a-github-app-from-a-manifest: a level for each
    /// permission, which catalogues name as `contents:write`.
    private mutating func readGitHub() {
        guard let permissions = gathered.object("default_permissions", of: document) else { return }
        place = document.keyRange("default_permissions") ?? place
        for (name, value) in permissions.entries {
            guard let level = value.string, ["none", "read", "write", "admin"].contains(level) else {
                gathered.fault("the level of \"\(name.value)\" must be read, write or admin", at: range(of: value))
                continue
            }
            guard level != "none" else { continue }
            let whole = ByteRange(name.range.bytes.start, value.range.end)
            let place = SourceRange(path: document.path, bytes: whole)
            gathered.add(Located("\(name.value):\(level)", at: place), .required)
        }
    }

    private func range(of value: JSONValue) -> SourceRange { SourceRange(path: document.path, bytes: value.range) }
}
