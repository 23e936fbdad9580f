/// What the search keeps of a listing, or of the help pages of the directory: a few flat pieces of memory.
struct SearchExtract: Sendable {
    let entry: SearchEntry
    /// Terms of one page after the other: length, weight and section as a byte each, then the term.
    private let terms: [UInt8]
    private let pageEnds: [Int32]

    init(entry: SearchEntry, terms: [UInt8], pageEnds: [Int32]) {
        self.entry = entry
        self.terms = terms
        self.pageEnds = pageEnds
    }

    /// Of a listing that has no pages to be found.
    init(withoutPages summary: ListingSummary) {
        var json = Array("[".utf8)
        json.appendJSON(summary.name)
        json += "]".utf8
        self.init(entry: SearchEntry(id: summary.id, json: json, pageCount: 0), terms: [], pageEnds: [])
    }

    static func append(_ page: PageTerms, to terms: inout [UInt8]) {
        for term in page.terms {
            let start = Int(term.start)
            terms.append(term.length)
            terms.append(term.weight.rawValue)
            terms.append(term.section)
            terms += page.text[start..<start + Int(term.length)]
        }
    }

    struct Term {
        let bytes: ArraySlice<UInt8>
        let page: Int
        let weight: SearchWeight
        let section: Int
    }

    func forEachTerm(_ visit: (Term) -> Void) {
        var place = 0
        for (page, end) in pageEnds.enumerated() {
            while place < Int(end) {
                let start = place + 3
                let next = start + Int(terms[place])
                visit(
                    Term(
                        bytes: terms[start..<next],
                        page: page,
                        weight: SearchWeight(rawValue: terms[place + 1]) ?? .text,
                        section: Int(terms[place + 2])
                    )
                )
                place = next
            }
        }
    }
}

/// Whose pages they are, and what a list of results says of them.
struct SearchEntry: Sendable {
    /// nil for the help pages of the directory itself.
    let id: String?
    /// Name and pages as the index publishes them: an array.
    let json: [UInt8]
    let pageCount: Int
}
