import Markdown
import Templates

/// `llms.txt` (llmstxt.org): what the site is, and where its pages stand as plain Markdown; a line each.
struct LanguageModelIndex: Sendable {
    let site: SiteFrame
    let plan: DirectoryPlan

    /// Longer lines would make the list of a large directory hard to take in.
    private static let longestNote = 200

    var file: RenderedPage {
        var text = MarkdownLines()
        text.line("# " + MarkdownText.escaped(site.title))
        text.block("> " + MarkdownText.escaped(site.description, isAtStart: true))
        section(
            word(Phrase("index.help")),
            site.helpPages.map { (title: $0.title, address: $0.address, note: $0.description) },
            &text
        )
        let lists: [Link] =
            [
                (title: word(Phrase("site.allIntegrations")), address: .home, note: nil),
                (title: word(Phrase("site.allPermissions")), address: .scopes(), note: nil),
            ]
            + plan.categories.map { category in
                (title: category.title, address: .category(category.slug), note: counted(category.members.count))
            }
        section(word(Phrase("index.lists")), lists, &text)
        let integrations: [Link] = plan.summaries.map { summary in
            (title: summary.name, address: .integration(summary.id), note: summary.tagline.text)
        }
        section(word(Phrase("site.integrations")), integrations, &text)
        return RenderedPage(address: .languageModelIndex, bytes: text.bytes)
    }

    private typealias Link = (title: String, address: SiteAddress, note: String?)

    private func section(_ title: String, _ links: [Link], _ text: inout MarkdownLines) {
        guard !links.isEmpty else { return }
        text.block("## \(title)")
        text.blank()
        let machine = site.machineLinks(from: .languageModelIndex)
        for link in links {
            let url = machine.url(of: link.address.twin ?? link.address)
            let note = link.note.map { ": " + MarkdownText.escaped(String($0.prefix(Self.longestNote))) } ?? ""
            text.line("- [\(MarkdownText.escaped(link.title))](\(url))\(note)")
        }
    }

    private func word(_ phrase: Phrase) -> String { site.texts.string(of: phrase) }

    private func counted(_ count: Int) -> String {
        word(Phrase("integrations.count", ["count": .number(count)]))
    }
}
