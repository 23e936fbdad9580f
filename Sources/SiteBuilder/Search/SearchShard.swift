/// A part of the terms with their pages as the index publishes them, and what it tells of all terms together.
struct SearchShard: Sendable {
    struct Term: Sendable {
        let start: Int
        let length: Int
        let postingsEnd: Int
    }

    private(set) var terms: [Term] = []
    /// A term, then its packed postings.
    private(set) var bytes: [UInt8] = []
    /// For beginnings of words, which hold too many words to look at each: the best pages of all.
    private(set) var beginnings: [[UInt8]: [SearchPosting]] = [:]
    /// Words that so many pages say that they find nothing.
    private(set) var commonWords: [[UInt8]] = []

    static let mostPostingsOfBeginning = 64
    static let longestBeginning = 3
    /// A word that more than two in five pages say tells nothing by standing in a text, only in a title or heading.
    private static let commonShare = 0.4
    private static let leastPages = 100

    init(_ number: Int, of terms: SearchTerms, _ owners: SearchOwners) {
        let limit = max(Self.leastPages, Int(Double(owners.pageCount) * Self.commonShare))
        terms.forEachTerm(ofShard: number) { term, pageCount, found in
            var postings = found
            postings.keepBest(SearchTerms.mostPostings)
            if pageCount > limit { postings.removeAll { $0.weight < .heading } }
            guard !postings.isEmpty else {
                commonWords.append(Array(term))
                return
            }
            add(term, postings, owners)
            addBeginnings(of: term, postings)
        }
        // What is left over when a list is not full would depend on the order in which listings were read.
        for key in beginnings.keys { beginnings[key]?.keepBest(Self.mostPostingsOfBeginning) }
    }

    private mutating func add(_ term: ArraySlice<UInt8>, _ postings: [SearchPosting], _ owners: SearchOwners) {
        let start = bytes.count
        bytes += term
        bytes.appendPacked(postings, owners)
        terms.append(Term(start: start, length: term.count, postingsEnd: bytes.count))
    }

    private mutating func addBeginnings(of term: ArraySlice<UInt8>, _ postings: [SearchPosting]) {
        var length = 0
        var end = term.startIndex
        while end < term.endIndex, length < Self.longestBeginning {
            end += 1
            while end < term.endIndex, term[end] & 0xC0 == 0x80 { end += 1 }
            length += 1
            beginnings[Array(term[..<end]), default: []]
                .add(contentsOf: postings.prefix(Self.mostPostingsOfBeginning), keeping: Self.mostPostingsOfBeginning)
        }
    }

    func term(_ term: Term) -> ArraySlice<UInt8> { bytes[term.start..<term.start + term.length] }
    func postings(_ term: Term) -> ArraySlice<UInt8> { bytes[term.start + term.length..<term.postingsEnd] }
}

extension [UInt8] {
    /// For each page how far its owner stands behind the one before, then page and weight, then the section.
    mutating func appendPacked(_ postings: [SearchPosting], _ owners: SearchOwners) {
        let placed = postings.map { (owner: owners.number(of: $0), posting: $0) }
            .sorted { ($0.owner, $0.posting.page) < ($1.owner, $1.posting.page) }
        var last = 0
        for (owner, posting) in placed {
            appendPacked(owner - last)
            appendPacked(posting.page << 2 | Int(posting.weight.rawValue))
            appendPacked(posting.section)
            last = owner
        }
    }
}
