import Markdown
import Templates

/// The words that stand within the text of a page and are not its author's.
struct PageWords: Sendable {
    let texts: Texts
    /// What the renderer of Markdown itself says.
    let markdown: MarkdownWords
}
