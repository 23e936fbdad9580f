import Diagnostics
import Listing
import LocatedJSON

/// Reports a link to a document or a repository where the marketplace wants a web page.
struct ManifestLinkDocument: MarketplaceRule {
    static let description = RuleDescription(
        id: "manifest-link-document",
        summary: "A link leads to a web page where the marketplace takes no document and no repository.",
        rationale: "A landing page tells a customer what the integration is for; source code and a PDF do not.",
        flagged: [
            RuleExample(manifest: #"{"links": {"website": ⟦"https://acme.example/acme.PDF?v=2"⟧}}"#, pack: pack),
            RuleExample(manifest: #"{"links": {"website": ⟦"https://github.com/acme/seal"⟧}}"#, pack: pack),
            RuleExample(manifest: #"{"links": {"website": ⟦"https://docs.google.com/document/d/1"⟧}}"#, pack: pack),
        ],
        allowed: [
            RuleExample(
                manifest: #"{"links": {"website": "https://acme.example/", "terms": "https://a.b/t.pdf"}}"#,
                pack: pack
            ),
            RuleExample(manifest: #"{"links": {"website": "https://acme.github.io/seal/pdf"}}"#, pack: pack),
        ]
    )

    private static let pack = examplePack(#""listings": [{"pageLinks": ["website"], SOURCE}]"#)

    func check(_ listing: ParsedListing, against pack: RulePack, reporting findings: inout RuleFindings) {
        guard let manifest = listing.manifest else { return }
        for limit in pack.listings {
            for link in manifest.links where limit.pageLinks.contains(link.kind) {
                guard let found = kindOfFile(link.url.value) else { continue }
                findings.report(
                    "the \(link.kind.rawValue) '\(link.url.value)' is a \(found), and it has to be a web page",
                    at: link.url.range,
                    under: limit.provenance,
                    of: pack
                )
            }
        }
    }

    private func kindOfFile(_ url: String) -> String? {
        guard let start = url.firstRange(of: "://")?.upperBound else { return nil }
        let place = url[start...].prefix { $0 != "?" && $0 != "#" }.lowercased()
        let host = place.prefix { $0 != "/" && $0 != ":" }
        let name = host.hasPrefix("www.") ? host.dropFirst(4) : host
        if Self.repositoryHosts.contains(name) { return "repository" }
        let isDocument = Self.documentHosts.contains(name) || Self.documentEndings.contains { place.hasSuffix($0) }
        return isDocument ? "document" : nil
    }

    private static let repositoryHosts: Set<Substring> = ["github.com", "gitlab.com", "bitbucket.org", "codeberg.org"]
    private static let documentHosts: Set<Substring> = ["docs.google.com", "drive.google.com", "dropbox.com"]
    private static let documentEndings = [".pdf", ".doc", ".docx", ".ppt", ".pptx", ".odt", ".txt", ".md", ".zip"]
}
