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
            site.helpPages.map { page in
                (title: page.title, address: page.address, note: page.description, isOriginal: !page.isTranslated)
            },
            &text
        )
        let lists: [Link] =
            [
                (title: word(Phrase("site.allIntegrations")), address: .home, note: nil, isOriginal: false),
                (title: word(Phrase("site.allPermissions")), address: .scopes(), note: nil, isOriginal: false),
            ]
            + plan.categories.map { category in
                (
                    title: category.title.text, address: .category(category.slug),
                    note: counted(category.members.count),
                    isOriginal: false
                )
            }
        section(word(Phrase("index.lists")), lists, &text)
        let integrations: [Link] = plan.summaries.map { summary in
            (
                title: summary.name, address: .integration(summary.id), note: summary.tagline.text,
                isOriginal: !summary.isOverviewTranslated
            )
        }
        section(word(Phrase("site.integrations")), integrations, &text)
        return RenderedPage(address: .languageModelIndex, bytes: text.bytes)
    }

    private typealias Link = (title: String, address: SiteAddress, note: String?, isOriginal: Bool)

    private func section(_ title: String, _ links: [Link], _ text: inout MarkdownLines) {
        guard !links.isEmpty else { return }
        text.block("## \(title)")
        text.blank()
        let machine = site.machineLinks(from: .languageModelIndex)
        for link in links {
            let url = machine.url(of: link.address.twin ?? link.address)
            let note = link.note.map { ": " + MarkdownText.escaped(String($0.prefix(Self.longestNote))) } ?? ""
            text.line("- [\(MarkdownText.escaped(link.title))](\(url))\(note)\(link.isOriginal ? original : "")")
        }
    }

    /// ` (in English)`, behind a page that is shown as it was written.
    private var original: String {
        guard let main = site.languages.first else { return "" }
        return " (" + MarkdownText.escaped(word(Phrase("original.inLanguage", ["language": main.inWords]))) + ")"
    }

    private func word(_ phrase: Phrase) -> String { site.texts.string(of: phrase) }

    private func counted(_ count: Int) -> String {
        word(Phrase("integrations.count", ["count": .number(count)]))
    }
}
