import Diagnostics
package import Listing
import LocatedJSON
import Markdown

/// The sentences of a listing, read once for all rules.
package struct ListingProse: Sendable {
    let vocabulary: Vocabulary
    /// In the order of the listing's pages.
    let pages: [Prose]
    /// The reasons of the scopes that are requested with one.
    let reasons: [(request: ScopeRequest, words: Prose)]
    /// The texts of the manifest that tell a reader something, reasons left out.
    let texts: Prose

    package init(of listing: ParsedListing, _ vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
        pages = listing.pages.map { page in
            let titles = [page.frontMatter.title, page.frontMatter.description].compactMap(\.self)
            return Prose(of: page.document, titles: titles, vocabulary)
        }
        let path = listing.manifest?.start.path ?? ""
        reasons = (listing.manifest?.scopes ?? []).compactMap { request in
            request.reason.map { (request, Prose(of: [$0], path: path, vocabulary)) }
        }
        texts = Prose(of: listing.manifest?.tellingTexts ?? [], path: path, vocabulary)
    }
}

extension IntegrationManifest {
    fileprivate var tellingTexts: [Located<String>] {
        var texts = [tagline, description, unique]
        for feature in features { texts += [feature.title, feature.summary] }
        for medium in media { texts += [medium.caption, medium.alt] }
        for request in scopes { texts += [request.when, request.ifDeclined] + request.unusedGrants.map(\.statement) }
        for statement in data {
            texts += [statement.purpose, statement.retention, statement.onDisconnect, statement.onUninstall]
        }
        texts.append(support?.responseTime)
        return texts.compactMap(\.self)
    }
}

extension Page {
    /// The places of sections about features that are not there yet.
    func plannedSections(_ manifest: IntegrationManifest?) -> [ByteRange] {
        let planned = Set((manifest?.features ?? []).filter { $0.status == .planned }.map(\.id.value))
        guard !planned.isEmpty else { return [] }
        return document.headings.indices.compactMap { index in
            guard let feature = document.headings[index].feature, planned.contains(feature) else { return nil }
            let nodes = document.nodes[document.section(ofHeading: index)]
            guard let first = nodes.first, let last = nodes.map(\.range.end).max() else { return nil }
            return ByteRange(first.range.start, max(first.range.start, last))
        }
    }
}
