import Diagnostics
import Markdown
import Templates

/// Fills the templates of a theme, in one language.
struct PageRenderer: Sendable {
    let theme: Theme
    /// What the renderer of Markdown itself says.
    let words: MarkdownWords
    private let library: TemplateLibrary

    /// - Parameter language: one that the theme was loaded for; any other is made ready now, which takes a while.
    init(theme: Theme, language: String) {
        self.theme = theme
        library = theme.library(in: language)
        words = MarkdownWords(library.texts ?? theme.texts(in: language))
    }

    /// What pages in another language than the renderer's say beside their authors' words.
    func pageWords(in language: String) -> PageWords {
        let texts = theme.texts(in: language)
        return PageWords(texts: texts, markdown: MarkdownWords(texts))
    }

    func render<Model: FramedPage>(
        _ template: ThemeTemplate,
        _ view: View<Model>,
        _ model: Model,
        reporting report: inout DiagnosticReport
    ) -> RenderedPage {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Self.usualPageLength)
        if let compiled = library[template.rawValue] {
            TemplateRenderer.render(
                compiled,
                view.value(of: model),
                library: library,
                into: &bytes,
                mode: .strict,
                reporting: &report
            )
        }
        return RenderedPage(address: model.frame.address, bytes: bytes)
    }

    /// Enough for most pages, so that the buffer seldom has to grow.
    private static let usualPageLength = 24 << 10
}
