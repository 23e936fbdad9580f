import Diagnostics
import Listing
import LocatedJSON
import Markdown

/// Finds what a page claims in headings and lists without a link to the feature.
struct ClaimFinder {
    struct Claim {
        let text: String
        let range: ByteRange
    }

    /// What the part of a page after a heading is.
    private enum Part {
        /// Where headings of the overview may be claims.
        case open
        /// The list of features, or a group in it.
        case features
        /// A feature's section, or what claims nothing, or was reported as a whole.
        case settled
    }

    private let page: Page
    private let listing: ParsedListing
    private let vocabulary: Vocabulary
    private let phrases: PhraseReader
    private let titles: Set<FoldedText>
    /// The integration's.
    private let name: FoldedText
    private var links: FeatureLinks?
    private(set) var claims: [Claim] = []

    /// - Parameter titles: of the features of the manifest.
    init(_ page: Page, of listing: ParsedListing, titles: Set<FoldedText>, _ vocabulary: Vocabulary) {
        self.page = page
        self.listing = listing
        self.titles = titles
        self.vocabulary = vocabulary
        phrases = PhraseReader(vocabulary, names: [])
        name = FoldedText(listing.manifest?.name?.value ?? "")
    }

    mutating func find() {
        var open: [(level: Int, part: Part)] = []
        let headings = page.document.headings.filter(\.isTopLevel)
        let isList = page.frontMatter.title.map { isFeatures(FoldedText(heading: $0.value)) } ?? false
        let outermost = isList && !page.isOverview ? Part.features : .open
        if outermost == .features { findItems(in: 1..<(headings.first?.node ?? page.document.nodes.count)) }
        for index in headings.indices {
            let heading = headings[index]
            while let last = open.last, last.level >= heading.level { open.removeLast() }
            let section = heading.node..<end(ofSection: index, in: headings)
            let part = part(after: heading, section, inside: open.last?.part ?? outermost)
            open.append((heading.level, part))
            guard part == .features else { continue }
            let next = index + 1 < headings.count ? headings[index + 1].node : page.document.nodes.count
            findItems(in: page.document.nodes[heading.node].subtreeEnd..<next)
        }
    }

    private func isFeatures(_ heading: FoldedText) -> Bool {
        vocabulary.sectionNames.isFeatures(heading, of: name)
    }

    private func end(ofSection index: Int, in headings: [MarkdownHeading]) -> Int {
        let level = headings[index].level
        return headings[(index + 1)...].first { $0.level <= level }?.node ?? page.document.nodes.count
    }

    private mutating func part(after heading: MarkdownHeading, _ section: Range<Int>, inside outer: Part) -> Part {
        if heading.feature != nil { return .settled }
        let name = FoldedText(heading: heading.title)
        if isFeatures(name) { return .features }
        switch outer {
        case .settled: return .settled
        case .features:
            if name.isEmpty || vocabulary.sectionNames.isStanding(name) { return .settled }
            if isLinked(section) { return .features }
        case .open:
            guard page.isOverview else { return .open }
            if heading.level == 1 || name == Self.overview { return .open }
            guard !vocabulary.sectionNames.isStanding(name), titles.contains(name) || isClaim(heading),
                !isLinked(section)
            else { return .settled }
        }
        claims.append(Claim(text: heading.title, range: page.document.textRange(of: heading)))
        return .settled
    }

    /// `Syncs points every night`, `Export contacts`: a verb first, and something of the platform that it acts on.
    private func isClaim(_ heading: MarkdownHeading) -> Bool {
        let prose = Prose(of: [Located(heading.title, at: page.place(heading.range))], path: page.path, vocabulary)
        guard let sentence = prose.sentences.first, sentence.marks.contains(.action) else { return false }
        let words = phrases.phrases(of: prose.tokens[sentence.tokens])
        guard let first = words.first, first.verb != nil, first.resources == nil else { return false }
        return !first.forms.isDisjoint(with: [.base, .third, .gerund])
            && words.dropFirst().contains { $0.resources != nil }
    }

    /// Items, rows of tables and paragraphs that begin in bold.
    ///
    /// What stands in quotes and alerts is an aside; what is nested in an item belongs to it.
    private mutating func findItems(in nodes: Range<Int>) {
        let document = page.document
        var bold: [Int] = []
        for index in nodes {
            let node = document.nodes[index]
            let first = index + 1 < node.subtreeEnd ? document.nodes[index + 1].kind : nil
            if node.kind.isItem && node.depth == 2 {
                addClaim(index + 1 < node.subtreeEnd ? index + 1 : index, of: index..<node.subtreeEnd)
            } else if node.kind == .tableRow, node.depth == 2, first == .tableCell {
                addClaim(index + 1, of: index..<node.subtreeEnd)
            } else if node.kind == .paragraph, node.depth == 1, first == .strong {
                bold.append(index)
            }
        }
        for (number, index) in bold.enumerated() where !isAside(index + 1) {
            let next = number + 1 < bold.count ? bold[number + 1] : nodes.upperBound
            let end = isAllBold(index) ? next : document.nodes[index].subtreeEnd
            addClaim(index + 1, of: index..<end)
        }
    }

    private mutating func addClaim(_ text: Int, of part: Range<Int>) {
        let document = page.document
        guard document.nodes[part].contains(where: \.isProse), !isLinked(part), !deniesAll(text),
            !isRemark(text, in: part)
        else { return }
        claims.append(Claim(text: document.plainText(ofNode: text), range: document.nodes[text].range))
    }

    /// A bold paragraph stands for a heading: what follows it is about it.
    private func isAllBold(_ paragraph: Int) -> Bool {
        page.document.nodes[paragraph + 1].subtreeEnd == page.document.nodes[paragraph].subtreeEnd
    }

    /// Whether the words in bold only lead in a remark, as in `**Note:** …`.
    private func isAside(_ strong: Int) -> Bool {
        let name = FoldedText(heading: page.document.plainText(ofNode: strong))
        return name.isEmpty || Self.asides.contains(name) || vocabulary.sectionNames.isStanding(name)
    }

    /// `Requires the plan Team`, `See the tour`: what one needs, and where there is more to read.
    private func isRemark(_ node: Int, in part: Range<Int>) -> Bool {
        let words = FoldedText(page.document.plainText(ofNode: node)).words
        guard let first = words.first else { return false }
        if Self.needs.contains(first) { return true }
        let second = words.dropFirst().first ?? ""
        guard Self.pointers.contains(first) else { return false }
        return Self.articles.contains(second) || page.document.nodes[part].contains { $0.kind == .link }
    }

    /// `No profile is read`, `Never writes anything` and `Not included: exports` are no features.
    private func deniesAll(_ node: Int) -> Bool {
        let text = Located(page.document.plainText(ofNode: node), at: page.place(page.document.nodes[node].range))
        let prose = Prose(of: [text], path: page.path, vocabulary)
        guard let first = prose.tokens.first, let last = prose.sentences.first?.tokens.last else { return false }
        switch vocabulary.role(of: first) {
        case .negation: return true
        // `No other tool predicts churn` claims much.
        case .no: return !prose.tokens[...last].contains { Self.others.contains($0.key) }
        default: return prose.tokens.prefix(2).contains { vocabulary.role(of: $0) == .negation }
        }
    }

    private mutating func isLinked(_ nodes: Range<Int>) -> Bool {
        if links == nil { links = FeatureLinks(of: page, in: listing) }
        return links?.isAny(in: nodes) ?? false
    }

    private static let overview = FoldedText("Overview")
    private static let others = Set(["other", "more", "longer", "tool"].map { WordKey($0) })
    private static let needs: Set = ["requires", "required", "needs"]
    private static let pointers: Set = ["see", "watch", "read", "learn", "more"]
    private static let articles: Set = ["the", "our", "also", "more", "on", "about"]
    private static let asides = Set(
        ["Note", "Tip", "Important", "Warning", "Caution", "Attention", "Hint", "Please note", "Good to know"].map {
            FoldedText($0)
        }
    )
}

/// The links of a page that lead to a feature and that a reader can see.
private struct FeatureLinks {
    /// In ascending order.
    private var nodes: [Int] = []

    init(of page: Page, in listing: ParsedListing) {
        let document = page.document
        var hiddenEnd = 0
        for (index, node) in document.nodes.enumerated() {
            if node.kind == .image || node.kind == .strikethrough { hiddenEnd = max(hiddenEnd, node.subtreeEnd) }
            guard node.kind == .link, index >= hiddenEnd, leadsToFeature(document.destination(of: node), page, listing),
                document.hasVisibleText(inNode: index)
            else { continue }
            nodes.append(index)
        }
    }

    /// A `feature:` link, or one to the section or page that documents a feature.
    private func leadsToFeature(_ destination: String, _ page: Page, _ listing: ParsedListing) -> Bool {
        switch LinkDestination(destination, in: page.contentPath) {
        case .reference: return destination.utf8.prefix(8).map { $0 | 0x20 }.elementsEqual("feature:".utf8)
        case .content(let path, let anchor):
            guard let sections = listing.page(at: path)?.featureSections else { return false }
            guard let anchor else { return path != page.contentPath && !sections.isEmpty }
            return sections.contains { $0.anchor == anchor }
        case .external, .outside, .refused: return false
        }
    }

    func isAny(in range: Range<Int>) -> Bool {
        var (low, high) = (0, nodes.count)
        while low < high {
            let middle = low + (high - low) / 2
            if nodes[middle] < range.lowerBound { low = middle + 1 } else { high = middle }
        }
        return low < nodes.count && nodes[low] < range.upperBound
    }
}
