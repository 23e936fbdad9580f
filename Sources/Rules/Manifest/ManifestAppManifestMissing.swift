import Diagnostics
import Listing
import LocatedJSON

/// Reports an app manifest that is not there.
struct ManifestAppManifestMissing: Rule {
    static let description = RuleDescription(
        id: "manifest-app-manifest-missing",
        summary:
            "Every file that \"appManifest\" names is in the listing's folder, and is none that is written for Candor.",
        rationale: "A listing that points at its evidence and has none claims to be proved when it is not.",
        flagged: [
            RuleExample(manifest: #"{"appManifest": ⟦"app/manifest.json"⟧}"#),
            RuleExample(manifest: #"{"appManifest": ["https://login.example/?scope=a", ⟦"shopify.app.toml"⟧]}"#),
            RuleExample(manifest: #"{"appManifest": ⟦"index.md"⟧}"#, page: "Text.\n"),
        ],
        allowed: [
            RuleExample(
                manifest: #"{"appManifest": "app/manifest.json"}"#,
                texts: ["app/manifest.json": #"{"oauth_config": {}}"#]
            ),
            RuleExample(manifest: #"{"appManifest": "https://login.example/authorize?scope=users:read"}"#),
            RuleExample(manifest: #"{"name": "Acme"}"#),
        ]
    )

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        for file in listing.manifest?.appManifests ?? [] where !file.isAddress {
            let isThere =
                listing.appManifestFiles.contains { $0.name == file.value } || listing.textNames.contains(file.value)
            guard !isThere || !IntegrationManifest.canBeAppManifest(file.value),
                !listing.unreadAppManifests.contains(file.value)
            else { continue }
            findings.report("'\(file.value)' is no app manifest in '\(listing.path)'", at: file.range)
        }
    }
}
