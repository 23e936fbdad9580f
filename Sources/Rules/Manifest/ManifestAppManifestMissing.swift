import Diagnostics
import Listing
import LocatedJSON

/// Reports an app manifest that is not there.
struct ManifestAppManifestMissing: Rule {
    static let description = RuleDescription(
        id: "manifest-app-manifest-missing",
        summary: "The file that \"appManifest\" names is in the listing's folder, and is none of its pages.",
        rationale: "A listing that points at its evidence and has none claims to be proved when it is not.",
        flagged: [
            RuleExample(manifest: #"{"appManifest": ⟦"app/manifest.json"⟧}"#),
            RuleExample(manifest: #"{"appManifest": ⟦"index.md"⟧}"#, page: "Text.\n"),
        ],
        allowed: [
            RuleExample(manifest: #"{"appManifest": "app/manifest.json"}"#, files: ["app/manifest.json"]),
            RuleExample(manifest: #"{"name": "Acme"}"#),
        ]
    )

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        guard let file = listing.manifest?.appManifest else { return }
        let isOther = file.value.hasSuffix(".md") || file.value == ListingParser.manifestName
        guard isOther || (listing.asset(named: file.value) == nil && !listing.textNames.contains(file.value)) else {
            return
        }
        findings.report("'\(file.value)' is no app manifest in '\(listing.path)'", at: file.range)
    }
}
