package import Diagnostics
package import LocatedJSON

extension AppManifest {
    /// Reads a file, whichever of the kinds it is, and reports what is wrong with it; nil where there is an error.
    package init?(_ bytes: [UInt8], path: String, reporting report: inout DiagnosticReport) {
        let text = ManifestText(bytes)
        switch text.form {
        case .json:
            guard let root = JSONParser.parse(bytes, path: path, reporting: &report) else { return nil }
            self.init(root, path: path, byteCount: bytes.count, reporting: &report)
        case .address:
            let range = SourceRange(path: path, bytes: text.content)
            self.init(
                addressIn: bytes[text.content.start..<text.content.end],
                extent: range,
                isPlain: true,
                reporting: &report
            )
        case .toml:
            self.init(toml: bytes, path: path, reporting: &report)
        case .yaml:
            Self.reportUnknown("this is YAML, and Candor reads app manifests as JSON", path, Self.advice, to: &report)
            return nil
        case .other:
            Self.reportUnknown("this is no app manifest that Candor reads", path, Self.known, to: &report)
            return nil
        }
    }

    /// An authorize URL that stands in a manifest of Candor's own.
    package init?(address: Located<String>, reporting report: inout DiagnosticReport) {
        let quoted = address.range.bytes
        // With escapes in it, no byte of the file is that of the text.
        let isPlain = quoted.count == address.value.utf8.count + 2
        self.init(
            addressIn: Array(address.value.utf8)[...],
            extent: address.range,
            isPlain: isPlain,
            start: quoted.start + 1,
            reporting: &report
        )
    }

    private init?(_ root: JSONValue, path: String, byteCount: Int, reporting report: inout DiagnosticReport) {
        let errors = report.errorCount
        root.reportDuplicatedKeys(path: path, reporting: &report)
        guard let document = JSONObject(root, path: path), let kind = Kind(of: document) else {
            Self.reportUnknown("this is no app manifest that Candor reads", path, Self.known, to: &report)
            return nil
        }
        var reader = JSONManifestReader(document)
        reader.read(kind)
        report.add(contentsOf: reader.gathered.report)
        guard report.errorCount == errors else { return nil }
        self.init(
            kind: kind,
            platform: Platform(of: kind),
            path: path,
            extent: SourceRange(path: path, bytes: ByteRange(0, byteCount)),
            place: reader.place,
            requests: reader.gathered.requests,
            silence: reader.silence
        )
        reportSilence(to: &report)
    }

    func reportSilence(to report: inout DiagnosticReport) {
        guard let silence else { return }
        report.warning(
            "app-manifest-scopes-unsaid",
            "the \(kind.title) does not tell which scopes are asked for: \(silence)",
            at: place,
            notes: [Note("so the listing is not held against it")]
        )
    }

    private static func reportUnknown(
        _ message: String,
        _ path: String,
        _ advice: String,
        to report: inout DiagnosticReport
    ) {
        report.error("app-manifest-unknown", message, at: SourceRange(startOf: path), notes: [Note(advice)])
    }

    private static let known =
        "it reads app manifests of Slack, HubSpot, Stripe, Chrome extensions, Apps Script and GitHub as JSON, "
        + "shopify.app.toml, and a text file with an OAuth authorize URL"
    private static let advice = "convert it, for example by \"yq -o=json\"; Slack shows its manifests as JSON as well"
}

extension AppManifest.Kind {
    /// Told by the keys that only one platform has; nil for a document of none.
    init?(of document: JSONObject) {
        func hasAny(_ keys: String...) -> Bool { keys.contains(where: document.has) }
        if hasAny("oauth_config", "display_information") {
            self = .slack
        } else if hasAny("manifest_version") {
            self = .chrome
        } else if hasAny("default_permissions", "hook_attributes") {
            self = .gitHub
        } else if hasAny("stripe_api_access_type") || Self.listsPurposes(document) {
            self = .stripe
        } else if document.object("config")?.has("auth") == true || Self.isOlderHubSpot(document) {
            self = .hubSpot
        } else if hasAny("oauthScopes", "exceptionLogging", "runtimeVersion", "timeZone") {
            self = .appsScript
        } else {
            return nil
        }
    }

    private static func listsPurposes(_ document: JSONObject) -> Bool {
        guard let permissions = document.value("permissions")?.elements else { return false }
        // An app without permissions has a part of the dashboard at least.
        return permissions.isEmpty ? document.has("ui_extension") : permissions.contains { $0.members != nil }
    }

    /// `public-app.json`, and `app.json` of a private app.
    private static func isOlderHubSpot(_ document: JSONObject) -> Bool {
        if let auth = document.object("auth") {
            let lists = ["requiredScopes", "conditionallyRequiredScopes", "optionalScopes", "redirectUrls"]
            return lists.contains(where: auth.has) || auth.has("scopes") && document.has("uid")
        }
        return document.has("scopes") && (document.has("uid") || document.has("public"))
    }
}
