import Diagnostics
import Listing
import LocatedJSON

/// Reports a link of the manifest that is not encrypted.
struct ManifestLinkNotHTTPS: Rule {
    static let description = RuleDescription(
        id: "manifest-link-not-https",
        severity: .warning,
        summary: "The links of the manifest begin with 'https:'.",
        rationale: "Anybody between the reader and the page can change what an unencrypted page says.",
        flagged: [
            RuleExample(manifest: #"{"links": {"privacy": ⟦"http://acme.example/privacy"⟧}}"#),
            RuleExample(
                manifest: #"{"media": [{"id": "a", "kind": "video", "url": ⟦"http://youtu.be/abc"⟧, "alt": "A tour"}]}"#
            ),
            RuleExample(manifest: #"{"support": {"url": ⟦"http://acme.example/help"⟧}}"#),
        ],
        allowed: [
            RuleExample(manifest: #"{"links": {"privacy": "https://acme.example/privacy"}}"#),
            RuleExample(manifest: #"{"support": {"email": "help@acme.example"}}"#),
        ]
    )

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        guard let manifest = listing.manifest else { return }
        for address in manifest.links.map(\.url)
            + ([manifest.support?.url] + manifest.media.map(\.url)).compactMap(\.self)
        where isUnencrypted(address.value) {
            findings.report("'\(address.value)' is not encrypted", at: address.range)
        }
    }
}

/// Whether an address begins with `http:`, in any case.
func isUnencrypted(_ address: String) -> Bool {
    let scheme = "http:".utf8
    return address.utf8.count >= scheme.count && zip(address.utf8, scheme).allSatisfy { $0 | 0x20 == $1 || $0 == $1 }
}
