import Listing
import LocatedJSON
import Markdown
import Templates

/// What links, pictures and feature headings become in the twin of a page: plain links, and pictures by their files.
struct TwinHooks: MarkdownTextHooks {
    /// With links that lead to twins.
    let page: PageHooks

    func destination(ofLink node: MarkdownNode, in document: MarkdownDocument) -> String? {
        switch page.link(node, in: document) {
        case .asWritten: document.destination(of: node)
        case .to(let destination, _): destination
        case .textOnly: nil
        }
    }

    func picture(_ node: MarkdownNode, in document: MarkdownDocument) -> PictureText {
        let written = document.destination(of: node)
        guard case .reference = LinkDestination(written, in: page.page.contentPath) else {
            guard case .to(let source, _) = page.image(node, in: document) else { return .textOnly }
            return .image(source)
        }
        guard let (kind, id) = page.referenceParts(written), let item = page.listing.manifest?.mediaItem(id) else {
            return .textOnly
        }
        let file = item.file.map { page.links.link(to: page.media.address(ofFile: $0.value)) }
        switch kind {
        case .screenshot: return file.map(PictureText.image) ?? .textOnly
        case .video: return (file ?? item.url?.value).map(PictureText.link) ?? .textOnly
        case .feature, .scope: return .textOnly
        }
    }

    func afterHeading(_ heading: MarkdownHeading) -> String? {
        guard heading.isTopLevel, let id = heading.feature, let feature = page.listing.manifest?.feature(id) else {
            return nil
        }
        let texts = page.texts
        let scopes = feature.scopes.map { Phrase.text(MarkdownText.code($0.value)) }
        let status = feature.status.inWords.map { texts.string(of: $0) + ". " } ?? ""
        guard !scopes.isEmpty else { return status + texts.string(of: Phrase("feature.needsNone")) + "." }
        return status + texts.string(of: Phrase("feature.needsThese", ["scopes": .list(scopes, .comma)]))
    }
}
