import Diagnostics
import Listing

/// Reports an address of the web without a host that there can be.
struct LinkAddressInvalid: Rule {
    static let description = RuleDescription(
        id: "link-address-invalid",
        summary: "A link to the web names a host.",
        rationale: "\"https://\" alone, or a host with two dots in a row, is a link that was never tried.",
        flagged: [
            RuleExample(page: "[Site](⟦https://⟧) and [help](⟦https:///help⟧)\n"),
            RuleExample(page: "[A](⟦https://acme..example/a⟧), [b](⟦http:acme.example⟧), [c](⟦https://-a.example⟧)\n"),
        ],
        allowed: [
            RuleExample(page: "[Site](https://acme.example:8080/a..b?c=//), [mail](mailto:a@acme.example)\n"),
            RuleExample(page: "[Local](http://localhost), [IPv6](http://[::1]/), [Bücher](https://bücher.example.)\n"),
        ]
    )

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        for page in listing.pages {
            for link in page.links {
                guard case .external(let address) = link.destination, !hasHost(address.utf8) else { continue }
                findings.report("'\(link.written)' has no valid host", at: page.place(link.range))
            }
        }
    }

    private func hasHost(_ address: String.UTF8View) -> Bool {
        guard let first = address.first, first | 0x20 == UInt8(ascii: "h") else { return true }
        guard let colon = address.firstIndex(of: UInt8(ascii: ":")) else { return true }
        let rest = address[address.index(after: colon)...]
        guard rest.starts(with: "//".utf8) else { return false }
        let authority = rest.dropFirst(2).prefix { !Self.ends.contains($0) }
        if authority.first == UInt8(ascii: "[") { return true }
        let host = authority.prefix { $0 != UInt8(ascii: ":") }
        // Each dot stands between two letters or digits, but for one at the end.
        var before = UInt8(ascii: ".")
        for byte in host {
            let isJoint = byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
            if isJoint, before == UInt8(ascii: ".") { return false }
            before = byte
        }
        return !host.isEmpty && before != UInt8(ascii: "-")
    }

    private static let ends = [UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#")]
}
