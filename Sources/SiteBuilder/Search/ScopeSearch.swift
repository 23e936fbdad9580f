import Listing
import LocatedJSON
import Templates

/// What the search finds of the pages of permissions.
struct ScopeSearch: Sendable {
    let extracts: [SearchExtract]

    init(_ catalogue: Catalogue, _ slugs: Slugs, _ texts: Texts) {
        var seen: Set<String> = []
        extracts = catalogue.scopes.filter { seen.insert($0.id.value).inserted }.map {
            Self.extract(of: $0, slugs, texts)
        }
    }

    private static func extract(of scope: CatalogueScope, _ slugs: Slugs, _ texts: Texts) -> SearchExtract {
        let id = scope.id.value
        var page = PageTerms()
        page.add(wholeName: id, .title, section: 0)
        page.read(id, .title, section: 0)
        page.read(scope.title, .title, section: 0)
        for word in [scope.shownResource ?? ""] + scope.terms { page.read(word, .heading, section: 0) }
        page.read(scope.description, .text, section: 0)
        var terms: [UInt8] = []
        SearchExtract.append(page, to: &terms)
        var json = Array("[".utf8)
        json.appendJSON(texts.string(of: Phrase("site.permissions")))
        json += ",[".utf8
        json.appendJSON(scope.titleWithID.text)
        json += ",".utf8
        json.appendJSON(Array(percentEncoded(SiteAddress.scope(slugs[id]).path).utf8))
        SearchExtractor.append(language: scope.titleWithID.language, to: &json)
        json += "]]".utf8
        return SearchExtract(
            entry: SearchEntry(id: nil, json: json, pageCount: 1),
            terms: terms,
            pageEnds: [Int32(clamping: terms.count)]
        )
    }
}
