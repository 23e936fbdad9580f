package import Diagnostics
import LocatedJSON
package import Markdown

/// A help page: its front matter, its Markdown, and what in it refers to the manifest.
///
/// A class, since rule after rule goes through all pages and a value would be copied each time.
package final class Page: Sendable {
    /// As diagnostics show it.
    package let path: String
    /// `setup.md`, in whatever language the page is written.
    package let name: String
    /// From the root of the content folder: `integrations/acme/setup.md`, in whatever language the page is written.
    package let contentPath: String
    /// The file itself, from the root of the content folder: `integrations/acme/setup.fr.md`.
    package let fileContentPath: String
    /// As a BCP 47 tag.
    package let language: String
    package let frontMatter: FrontMatter
    package let document: MarkdownDocument
    package let featureSections: [FeatureSection]
    package let scopeMentions: [ScopeMention]
    package let links: [PageLink]
    /// The ids of the headings.
    package let anchors: Set<String>

    init(
        file: SourceFile,
        name: String,
        folder: String,
        language: String,
        frontMatter: FrontMatter,
        document: MarkdownDocument,
        featureSections: [FeatureSection],
        scopeMentions: [ScopeMention],
        links: [PageLink]
    ) {
        path = file.path
        self.name = name
        self.language = language
        contentPath = "\(folder)/\(name)"
        fileContentPath = "\(folder)/\(file.name)"
        self.frontMatter = frontMatter
        self.document = document
        self.featureSections = featureSections
        self.scopeMentions = scopeMentions
        self.links = links
        anchors = Set(document.headings.map(\.anchor))
    }

    /// The name without its ending, which becomes part of the page's address.
    package var slug: String { String(name.dropLast(3)) }
    package var isOverview: Bool { name == "index.md" }
    /// The title, or the name as long as the title is missing.
    package var title: String { frontMatter.title?.value ?? slug }

    /// In the order in which readers see them: the overview first, then by `order` and name.
    static func isRead(_ left: Page, before right: Page) -> Bool {
        func rank(_ page: Page) -> (Int, Int, String) {
            (page.isOverview ? 0 : 1, page.frontMatter.order?.value ?? Int.max, page.name)
        }
        return rank(left) < rank(right)
    }

    package func place(_ range: ByteRange) -> SourceRange {
        SourceRange(path: path, bytes: range)
    }

    package func references(of kind: MarkdownReference.Kind) -> [MarkdownReference] {
        document.references.filter { $0.kind == kind }
    }

    /// HTML in the page, without comments: they are for authors only.
    package var rawHTML: [ByteRange] {
        document.nodes.filter { node in
            (node.kind == .htmlBlock || node.kind == .htmlInline)
                && !document.literalBytes(of: node).starts(with: "<!--".utf8)
        }
        .map(\.range)
    }

    package func hasAnchor(_ anchor: String) -> Bool {
        anchors.contains(anchor)
    }
}

/// The part of a page that documents a feature: from its heading to the next of the same or a higher level.
package struct FeatureSection: Sendable {
    /// The feature's id.
    package let feature: String
    /// The name of its page: `index.md`.
    package let page: String
    /// The heading's id.
    package let anchor: String
    /// The heading.
    package let range: SourceRange
    /// What it says itself: its nodes without the sections of other features inside it.
    package let nodes: [Range<Int>]
    /// Words of prose below the heading.
    package let wordCount: Int
    /// The scopes that the section names.
    package let mentions: Set<String>
}

/// A scope that a page names, as a link or as a whole token.
package struct ScopeMention: Sendable {
    /// The id, with `@actor` where the page gives it.
    package let scope: String
    package let range: SourceRange
    /// The node of the document that names it.
    package let node: Int
    /// Whether a reader can see it.
    package let isVisible: Bool
    /// Whether the sentence names it only to say that it is not needed.
    package let isDenied: Bool
}

/// A link or picture of a page that is none of Candor's own references.
package struct PageLink: Sendable {
    package let destination: LinkDestination
    /// As it stands in the page.
    package let written: String
    package let range: ByteRange
    /// The link with its text.
    package let wholeRange: ByteRange
    package let isPicture: Bool

    /// Whether it names its host, although it leads to a page or file of the content folder.
    package var isOwnAddress: Bool {
        guard case .content = destination else { return false }
        let start = written.utf8.prefix(6).map { $0 | 0x20 }
        return start.starts(with: "http:".utf8) || start.starts(with: "https:".utf8)
    }
}
