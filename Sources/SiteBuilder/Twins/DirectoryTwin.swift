import Listing
import LocatedJSON
import Markdown

/// The directory's own pages as plain Markdown: the lists that they show, a part of them at a time.
struct DirectoryTwin {
    let address: SiteAddress
    let title: String
    let summary: String
    private let links: SiteLinks
    private var lines = MarkdownLines()

    /// nil for a page that has no twin.
    init?(of page: SiteAddress, in site: SiteFrame, title: String, summary: String) {
        guard let twin = page.twin else { return nil }
        address = twin
        self.title = title
        self.summary = summary
        links = site.links(from: twin, isForTwins: true)
        lines.line("# " + MarkdownText.escaped(title))
        if !summary.isEmpty { lines.block(MarkdownText.escaped(summary, isAtStart: true)) }
    }

    var file: RenderedPage { RenderedPage(address: address, bytes: lines.bytes) }

    mutating func write(integrations: [ListingSummary]) {
        lines.block("## Integrations")
        lines.list(
            integrations.map { summary in
                "\(link(summary.name, .integration(summary.id))): "
                    + [summary.tagline, summary.permissionSummary].map { MarkdownText.escaped($0) }.joined(
                        separator: " – "
                    )
            }
        )
    }

    mutating func write(letters: [AlphabetPlan.Choice]) {
        guard !letters.isEmpty else { return }
        lines.block("## Letters")
        lines.list(letters.map { "\(link($0.title, $0.address)): \($0.count)" })
    }

    mutating func write(categories: [DirectoryPlan.Category]) {
        guard !categories.isEmpty else { return }
        lines.block("## Categories")
        lines.list(categories.map { "\(link($0.name, .category($0.slug))): \($0.members.count)" })
    }

    mutating func write(scopesOf plan: DirectoryPlan) {
        lines.table(
            ["Permission", "What it allows", "Kind", "Integrations"],
            plan.catalogue.scopes.map { scope in
                [
                    "\(link(scope.title, plan.address(ofScope: scope.id.value))) "
                        + MarkdownText.code(scope.id.value, isInCell: true),
                    MarkdownText.escaped(scope.description), scope.kind.rawValue,
                    String(plan.requesterCount(of: scope.id.value)),
                ]
            }
        )
    }

    mutating func write(_ scope: CatalogueScope, heldBy requesters: [ScopeRequester]) {
        let facts: [(String, String?)] = [
            ("Id", MarkdownText.code(scope.id.value)), ("Kind", scope.kind.rawValue),
            ("Resource", scope.resource.map { MarkdownText.escaped($0) }), ("Actions", actionText(scope)),
            ("Plan", scope.plan.map { MarkdownText.escaped($0) }), ("Sensitivity", scope.sensitivity.rawValue),
        ]
        lines.list(facts.compactMap { name, value in value.map { "\(name): \($0)" } })
        lines.block("## Who holds it, and why")
        guard !requesters.isEmpty else { return lines.block("No integration in this directory holds it.") }
        lines.list(
            requesters.map { requester in
                let through =
                    requester.isDirect ? "" : " Granted as a part of \(MarkdownText.code(requester.request.scope))."
                return "\(link(requester.summary.name, .integration(requester.summary.id))) "
                    + "(\(requester.request.requirement.rawValue)): \(MarkdownText.escaped(requester.request.reason))"
                    + through
            }
        )
    }

    mutating func write(previous: SiteAddress?, next: SiteAddress?) {
        let ways = [
            previous.map { link("Previous page", $0) }, next.map { link("Next page", $0) },
        ]
        lines.list(ways.compactMap(\.self))
    }

    private func link(_ text: String, _ address: SiteAddress) -> String {
        "[\(MarkdownText.escaped(text))](\(links.link(to: address)))"
    }
}
