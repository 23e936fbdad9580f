import Listing
import LocatedJSON
import Markdown
import Templates

/// The directory's own pages as plain Markdown: the lists that they show, a part of them at a time.
struct DirectoryTwin {
    let address: SiteAddress
    let title: String
    let summary: String
    private let links: SiteLinks
    private let texts: Texts
    private var lines = MarkdownLines()

    /// nil for a page that has no twin.
    init?(of frame: PageFrame) {
        guard let twin = frame.address.twin else { return nil }
        address = twin
        title = frame.heading.text
        summary = frame.description
        texts = frame.site.texts
        links = frame.site.links(from: twin, isForTwins: true)
        lines.line("# " + MarkdownText.escaped(title))
        if !summary.isEmpty { lines.block(MarkdownText.escaped(summary, isAtStart: true)) }
    }

    var file: RenderedPage { RenderedPage(address: address, bytes: lines.bytes) }

    mutating func write(integrations: [ListingSummary]) {
        lines.block("## " + word(Phrase("site.integrations")))
        lines.list(
            integrations.map { summary in
                "\(link(summary.name, .integration(summary.id))): "
                    + [summary.tagline.text, word(summary.permissionSummary)].map { MarkdownText.escaped($0) }.joined(
                        separator: " – "
                    )
            }
        )
    }

    mutating func write(letters: [AlphabetPlan.Choice]) {
        guard !letters.isEmpty else { return }
        lines.block("## " + word(Phrase("alphabet.letters")))
        lines.list(letters.map { texts.fact(.text(link($0.title, $0.address)), word(.number($0.count))) })
    }

    mutating func write(categories: [DirectoryPlan.Category]) {
        guard !categories.isEmpty else { return }
        lines.block("## " + word(Phrase("categories.title")))
        lines.list(
            categories.map {
                texts.fact(.text(link($0.title.text, .category($0.slug))), word(.number($0.members.count)))
            }
        )
    }

    mutating func write(scopesOf plan: DirectoryPlan) {
        lines.table(
            [
                Phrase("permission.title"), Phrase("scope.allows"), Phrase("scope.kind"), Phrase("site.integrations"),
            ]
            .map(word),
            plan.catalogue.scopes.map { scope in
                [
                    "\(link(scope.title, plan.address(ofScope: scope.id.value))) "
                        + MarkdownText.code(scope.id.value, isInCell: true),
                    MarkdownText.escaped(scope.description), word(scope.kind.inLine),
                    word(.number(plan.requesterCount(of: scope.id.value))),
                ]
            }
        )
    }

    /// - Parameter sensitivity: nil where nobody said it.
    mutating func write(
        _ scope: CatalogueScope,
        _ sensitivity: CatalogueScope.Sensitivity?,
        heldBy requesters: [ScopeRequester]
    ) {
        let facts: [(Phrase, String?)] = [
            (Phrase("scope.id"), MarkdownText.code(scope.id.value)), (Phrase("scope.kind"), word(scope.kind.inLine)),
            (Phrase("scope.resource"), scope.shownResource.map { MarkdownText.escaped($0) }),
            (Phrase("permission.actions"), actionText(scope).map(word)),
            (Phrase("permission.plan"), scope.plan.map { MarkdownText.escaped($0) }),
            (Phrase("sensitivity.title"), sensitivity.map { word($0.inLine) }),
        ]
        lines.list(facts.compactMap { name, value in value.map { texts.fact(name, $0) } })
        lines.block("## " + word(Phrase("scope.holders")))
        guard !requesters.isEmpty else { return lines.block(word(Phrase("scope.noHolders"))) }
        lines.list(
            requesters.map { requester in
                let through = Phrase.text(MarkdownText.code(requester.request.scope))
                let part =
                    requester.isUnusedPart
                    ? Phrase("scope.partOfUnused", ["through": through]) : Phrase("scope.partOf", ["through": through])
                let holder = Phrase(
                    "requirement.of",
                    [
                        "scope": .text(link(requester.summary.name, .integration(requester.summary.id))),
                        "requirement": requester.request.requirement.inLine,
                    ]
                )
                let told = [
                    requester.reason.map { MarkdownText.escaped($0.text) }, requester.isDirect ? nil : word(part),
                ]
                return texts.fact(holder, told.compactMap(\.self).joined(separator: " "))
            }
        )
    }

    mutating func write(previous: SiteAddress?, next: SiteAddress?) {
        let ways = [
            previous.map { link(word(Phrase("pagination.previousPage")), $0) },
            next.map { link(word(Phrase("pagination.nextPage")), $0) },
        ]
        lines.list(ways.compactMap(\.self))
    }

    /// Says that not all of it is translated.
    mutating func writeOriginalNotice() {
        lines.block("> " + MarkdownText.escaped(word(Phrase("original.texts")), isAtStart: true))
    }

    private func word(_ phrase: Phrase) -> String { texts.string(of: phrase) }

    private func link(_ text: String, _ address: SiteAddress) -> String {
        "[\(MarkdownText.escaped(text))](\(links.link(to: address)))"
    }
}
