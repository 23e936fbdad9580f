import Diagnostics
import Listing

/// Reports a link in a page that is not encrypted.
struct LinkNotHTTPS: Rule {
    static let description = RuleDescription(
        id: "link-not-https",
        severity: .warning,
        summary: "Links to other sites begin with 'https:'.",
        rationale: "Anybody between the reader and the page can change what an unencrypted page says.",
        flagged: [
            RuleExample(page: "See [the site](⟦http://acme.example/help⟧).\n"),
            RuleExample(page: "See <⟦HTTP://acme.example⟧>.\n"),
        ],
        allowed: [
            RuleExample(page: "See [the site](https://acme.example/help) or [us](mailto:help@acme.example).\n"),
            RuleExample(page: "Open [the test server](http://localhost:4000/) or `http://acme.example`.\n"),
        ]
    )

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        for page in listing.pages {
            for link in page.links where !link.isPicture {
                guard case .external(let address) = link.destination, isUnencrypted(address), !isOwnMachine(address)
                else { continue }
                findings.report("'\(address)' is not encrypted", at: page.place(link.range))
            }
        }
    }

    /// What the reader runs needs no certificate.
    private func isOwnMachine(_ address: String) -> Bool {
        let host = address.utf8.dropFirst("http://".utf8.count).prefix { !"/:?#".utf8.contains($0) }
        return ["localhost", "127.0.0.1"].contains { host.elementsEqual($0.utf8) }
    }
}
