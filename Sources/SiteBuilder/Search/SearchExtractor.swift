import Listing
import LocatedJSON
import Markdown

/// Reads from a listing what the search is to find: titles, headings, text, and permissions by their ids.
struct SearchExtractor {
    private let listing: ParsedListing
    private let anchors: PermissionAnchors
    private var entry: [UInt8] = []
    private var terms: [UInt8] = []
    private var pageEnds: [Int32] = []
    private var page = PageTerms()
    private var scratch: [UInt8] = []

    /// Further headings of a page lead to the page as a whole.
    private static let mostSections = 200

    static func extract(of listing: ParsedListing) -> SearchExtract {
        var extractor = SearchExtractor(listing)
        return extractor.run()
    }

    private init(_ listing: ParsedListing) {
        self.listing = listing
        anchors = PermissionAnchors(listing.manifest?.scopes ?? [])
    }

    private var name: String { listing.manifest?.name?.value ?? "" }

    private mutating func run() -> SearchExtract {
        entry += "[".utf8
        entry.appendJSON(name)
        for page in listing.shownPages { read(page) }
        entry += "]".utf8
        return SearchExtract(
            entry: SearchEntry(
                id: listing.isDirectory ? nil : listing.id,
                json: entry,
                pageCount: pageEnds.count
            ),
            terms: terms,
            pageEnds: pageEnds
        )
    }

    private mutating func read(_ source: Page) {
        let isListing = source.isOverview && listing.manifest != nil
        let headings = Array(source.document.headings.prefix(Self.mostSections))
        let requests = isListing ? Array((listing.manifest?.scopes ?? []).prefix(Self.mostSections)) : []
        page.removeAll()
        let title = isListing ? name : source.title
        page.read(title, .title, section: 0)
        if !isListing { page.read(name, .repeatedText, section: 0) }
        if let description = source.frontMatter.description { page.read(description.value, .text, section: 0) }
        read(source.document, headings)
        read(source.scopeMentions, headings)
        if isListing, let manifest = listing.manifest { read(manifest) }
        let room = Self.mostSections - headings.count
        let rows = Array(requests.prefix(max(room, 0)))
        for (number, request) in rows.enumerated() { read(request, section: headings.count + number + 1) }
        for request in requests.dropFirst(rows.count) { read(request, section: 0) }
        append(title, SiteAddress(contentPath: source.contentPath), headings, rows, in: listing.language(of: source))
        SearchExtract.append(page, to: &terms)
        pageEnds.append(Int32(clamping: terms.count))
    }

    private mutating func read(_ document: MarkdownDocument, _ headings: [MarkdownHeading]) {
        var section = 0
        var isInHeading = false
        for (number, node) in document.nodes.enumerated() {
            switch node.kind {
            case .text, .code:
                guard node.isProse else { continue }
                if node.isInHeading != isInHeading {
                    flush(isInHeading ? .heading : .text, section)
                    isInHeading = node.isInHeading
                }
                document.appendText(of: node, to: &scratch)
            case .heading:
                flush(isInHeading ? .heading : .text, section)
                isInHeading = true
                if section < headings.count, headings[section].node == number { section += 1 }
            // A word may be emphasised in part.
            case .emphasis, .strong, .strikethrough, .link: continue
            default: scratch.append(UInt8(ascii: " "))
            }
        }
        flush(isInHeading ? .heading : .text, section)
    }

    private mutating func flush(_ weight: SearchWeight, _ section: Int) {
        page.read(scratch, weight, section: section)
        scratch.removeAll(keepingCapacity: true)
    }

    private mutating func read(_ mentions: [ScopeMention], _ headings: [MarkdownHeading]) {
        for mention in mentions where mention.isVisible {
            let section = headings.prefix { $0.node <= mention.node }.count
            page.add(wholeName: scope(of: mention.scope), .repeatedText, section: section)
        }
    }

    /// The id without the actor that a page may name with it.
    private func scope(of reference: String) -> String {
        guard listing.catalogue.scope(reference) == nil, let mark = reference.lastIndex(of: "@") else {
            return reference
        }
        return String(reference[..<mark])
    }

    private mutating func read(_ manifest: IntegrationManifest) {
        let headings = [manifest.tagline, manifest.builtBy].compactMap(\.self) + manifest.categories
        for line in headings { page.read(line.value, .heading, section: 0) }
        for text in [manifest.description, manifest.unique].compactMap(\.self) {
            page.read(text.value, .text, section: 0)
        }
        for feature in manifest.features {
            page.read(feature.name, .heading, section: 0)
            if let summary = feature.summary { page.read(summary.value, .text, section: 0) }
        }
        for product in manifest.complements {
            guard let name = listing.catalogue.product(product.value)?.name else { continue }
            page.read(name, .repeatedText, section: 0)
        }
    }

    private mutating func read(_ request: ScopeRequest, section: Int) {
        let scope = listing.catalogue.scope(request.id.value)
        // A permission's own page, of which it is the title, stands before those who ask for it.
        page.add(wholeName: request.id.value, .heading, section: section)
        page.read(scope?.title ?? request.id.value, .repeatedText, section: section)
        if let reason = request.reason { page.read(reason.value, .text, section: section) }
    }

    private mutating func append(
        _ title: String,
        _ address: SiteAddress,
        _ headings: [MarkdownHeading],
        _ rows: [ScopeRequest],
        in language: String?
    ) {
        entry += ",[".utf8
        entry.appendJSON(title)
        entry += ",".utf8
        entry.appendJSON(percentEncoded(address.path))
        for heading in headings { appendSection(heading.title, heading.anchor) }
        for row in rows { appendSection(row.id.value, anchors.anchor(of: row.reference)) }
        Self.append(language: language, to: &entry)
        entry += "]".utf8
    }

    /// Ends a page whose title and headings are in another language than the site: all else of it comes in pairs.
    static func append(language: String?, to json: inout [UInt8]) {
        guard let language else { return }
        json += ",".utf8
        json.appendJSON(language)
    }

    private mutating func appendSection(_ title: String, _ anchor: String) {
        entry += ",".utf8
        entry.appendJSON(title)
        entry += ",".utf8
        if Self.anchorFollows(from: title, anchor) {
            entry += "0".utf8
        } else {
            entry.appendJSON(Array(percentEncoded(anchor).utf8))
        }
    }

    /// Whether the script can tell the anchor from the title: it mostly can, which makes the files smaller by far.
    private static func anchorFollows(from title: String, _ anchor: String) -> Bool {
        guard title.utf8.count < 100 else { return false }
        var sign = anchor.utf8.makeIterator()
        for letter in title.utf8 {
            switch letter {
            case UInt8(ascii: " "): if sign.next() != UInt8(ascii: "-") { return false }
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): if sign.next() != letter | 0x20 { return false }
            case 0x61...0x7A, 0x30...0x39, UInt8(ascii: "-"), UInt8(ascii: "_"):
                if sign.next() != letter { return false }
            case 0x80...: return false
            // Marks are left out.
            default: break
            }
        }
        return sign.next() == nil
    }
}
