package import Diagnostics
import LocatedJSON
package import Markdown

/// Turns a Markdown file into a page, and finds in it what refers to the manifest.
struct PageParser {
    private let scopes: ScopeNames
    /// The folder of the pages, from the root of the content folder.
    private let folder: String
    /// Ids that the page of the listing has besides its headings.
    private let permissionAnchors: Set<String>
    private let ownAddress: OwnAddress?
    private let language: LanguageChoice

    init(edition: ContentEdition, requests: [ScopeRequest], folder: String, ownAddress: OwnAddress?) {
        scopes = ScopeNames(catalogue: edition.catalogue, requests: requests)
        language = edition.language
        self.folder = folder
        self.ownAddress = ownAddress
        permissionAnchors = PermissionAnchors(requests).all
    }

    /// - Parameter isExcerpt: whether the page may do without front matter, as those of rule examples.
    func parse(_ file: SourceFile, isExcerpt: Bool, reporting report: inout DiagnosticReport) -> Page {
        let isBody = isExcerpt && !file.bytes.starts(with: "---\n".utf8)
        let frontMatter =
            isBody
            ? FrontMatter(opening: file.start, bodyStart: 0) : FrontMatterParser.parse(file, reporting: &report)
        return page(file, frontMatter, reporting: &report)
    }

    private func page(
        _ file: SourceFile,
        _ frontMatter: FrontMatter,
        reporting report: inout DiagnosticReport
    ) -> Page {
        let name = language.isMain ? file.name : PageName(file.name, among: [language.wanted]).page
        let document = MarkdownDocument.parse(
            file.bytes,
            path: file.path,
            from: frontMatter.bodyStart,
            reserving: name == "index.md" ? permissionAnchors : [],
            reporting: &report
        )
        let mentions = ScopeMentionFinder(document, scopes, in: language).mentions
        return Page(
            file: file,
            name: name,
            folder: folder,
            language: language.wanted,
            frontMatter: frontMatter,
            document: document,
            featureSections: featureSections(of: document, in: file, named: name, mentions),
            scopeMentions: mentions.map {
                ScopeMention(
                    scope: $0.scope,
                    range: SourceRange(path: file.path, bytes: $0.range),
                    node: $0.node,
                    isVisible: $0.isVisible,
                    isDenied: $0.isDenied
                )
            },
            links: links(of: document, in: "\(folder)/\(name)")
        )
    }

    private func featureSections(
        of document: MarkdownDocument,
        in file: SourceFile,
        named name: String,
        _ mentions: [ScopeMentionFinder.Mention]
    ) -> [FeatureSection] {
        let ordered = mentions.sorted { $0.node < $1.node }
        return document.headings.indices.compactMap { (index) -> FeatureSection? in
            let heading = document.headings[index]
            guard heading.isTopLevel, let feature = heading.feature else { return nil }
            let own = ownNodes(ofHeading: index, in: document)
            return FeatureSection(
                feature: feature,
                page: name,
                anchor: heading.anchor,
                range: SourceRange(path: file.path, bytes: document.textRange(of: heading)),
                nodes: own,
                wordCount: own.reduce(0) { $0 + document.wordCount(in: $1) },
                mentions: Set(
                    own.flatMap { slice(of: ordered, in: $0).filter { $0.isVisible && !$0.isDenied }.map(\.scope) }
                )
            )
        }
    }

    /// What other features' sections inside a section say is theirs.
    private func ownNodes(ofHeading index: Int, in document: MarkdownDocument) -> [Range<Int>] {
        let section = document.section(ofHeading: index)
        var own: [Range<Int>] = []
        var start = section.lowerBound
        var next = index + 1
        while next < document.headings.count, document.headings[next].node < section.upperBound {
            let heading = document.headings[next]
            if heading.isTopLevel, heading.feature != nil, heading.node >= start {
                own.append(start..<heading.node)
                start = document.section(ofHeading: next).upperBound
            }
            next += 1
        }
        if start < section.upperBound { own.append(start..<section.upperBound) }
        return own
    }

    /// Those of a section, out of all mentions in the order of their nodes.
    private func slice(
        of ordered: [ScopeMentionFinder.Mention],
        in nodes: Range<Int>
    ) -> ArraySlice<ScopeMentionFinder.Mention> {
        var (low, high) = (0, ordered.count)
        while low < high {
            let middle = low + (high - low) / 2
            if ordered[middle].node < nodes.lowerBound { low = middle + 1 } else { high = middle }
        }
        return ordered[low...].prefix { nodes.contains($0.node) }
    }

    private func links(of document: MarkdownDocument, in contentPath: String) -> [PageLink] {
        document.nodes.compactMap { node in
            guard node.kind == .link || node.kind == .image else { return nil }
            let written = document.destination(of: node)
            let destination = LinkDestination(written, in: contentPath)
            if destination == .reference { return nil }
            // A picture is fetched from where its address says, so that one stays what it is.
            let inside =
                destination.isExternal && node.kind == .link ? ownAddress?.destination(of: written, in: language) : nil
            return PageLink(
                destination: inside ?? destination,
                written: written,
                range: document.destinationRange(of: node) ?? node.range,
                wholeRange: node.range,
                isPicture: node.kind == .image
            )
        }
    }
}

extension MarkdownDocument {
    /// The text of a heading without its marks, where it can be told apart.
    package func textRange(of heading: MarkdownHeading) -> ByteRange {
        let children = nodes[(heading.node + 1)..<nodes[heading.node].subtreeEnd].filter(\.isRangeExact).map(\.range)
        guard let start = children.map(\.start).min(), let end = children.map(\.end).max() else { return heading.range }
        return ByteRange(start, end)
    }
}
