import Diagnostics
import Listing
import LocatedJSON

/// Reports a `mailto:` link that no program can send to.
struct LinkMailInvalid: Rule {
    static let description = RuleDescription(
        id: "link-mail-invalid",
        summary: "A 'mailto:' link has one or more e-mail addresses.",
        rationale: "The question of a customer comes back undelivered, or is never sent.",
        flagged: [
            RuleExample(page: "Write to [us](⟦mailto:help.acme.example⟧).\n"),
            RuleExample(page: "Write to [us](⟦mailto:?subject=Key⟧) or [them](⟦mailto:help@acme⟧).\n"),
        ],
        allowed: [
            RuleExample(page: "Write to [us](mailto:help@acme.example?subject=Key%20lost).\n"),
            RuleExample(page: "Write to <help@acme.example> or [both](mailto:a@acme.example,b%40acme.example).\n"),
        ]
    )

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        for page in listing.pages {
            for link in page.links {
                guard case .external(let address) = link.destination, let fault = fault(of: address) else { continue }
                findings.report("'\(address)' is no address to write to: \(fault)", at: page.place(link.range))
            }
        }
    }

    private func fault(of address: String) -> String? {
        let scheme = address.utf8.prefix { $0 != UInt8(ascii: ":") }
        guard scheme.count == 6, String(scheme)?.lowercased() == "mailto" else { return nil }
        let list = address.dropFirst(7).prefix { $0 != "?" }
        if list.isEmpty { return "it names nobody" }
        for item in list.split(separator: ",", omittingEmptySubsequences: false) {
            let name = percentDecoded(String(item))
            if let fault = TextFormat.email.fault(of: name) { return "it names '\(name)', \(fault)" }
        }
        return nil
    }
}
