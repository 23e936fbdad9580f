/// What a plain text of a page knows and a document does not: where links lead and what pictures are.
package protocol MarkdownTextHooks {
    /// Where a link leads; nil for its text alone.
    func destination(ofLink node: MarkdownNode, in document: MarkdownDocument) -> String?
    func picture(_ node: MarkdownNode, in document: MarkdownDocument) -> PictureText
    /// A paragraph of Markdown to stand right after the heading.
    func afterHeading(_ heading: MarkdownHeading) -> String?
}

/// What becomes of an image in a plain text.
package enum PictureText: Sendable, Hashable {
    case image(String)
    /// A link, for what is no picture.
    case link(String)
    /// The alternative text.
    case textOnly
}

/// Writes every link and image as it is.
package struct PlainTextHooks: MarkdownTextHooks, Sendable {
    package init() {}

    package func destination(ofLink node: MarkdownNode, in document: MarkdownDocument) -> String? {
        document.destination(of: node)
    }

    package func picture(_ node: MarkdownNode, in document: MarkdownDocument) -> PictureText {
        .image(document.destination(of: node))
    }

    package func afterHeading(_ heading: MarkdownHeading) -> String? { nil }
}
