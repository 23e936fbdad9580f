import Listing
import Templates

/// What the filter of the directory reads: who has which category, adds to which product, and may do what.
///
/// - `f`: for each value the positions of its integrations in the order of their names.
/// - `c`: the cards of the integrations; made apart, by the theme.
/// - `index`: the values with their labels, the numbers of their lists and, where it is not the site's, the labels' language.
struct FilterIndex {
    static let set = "filter"
    static let folder = DataFile.folder(of: set)

    private let texts: Texts
    private var chunks = DataChunks(set: Self.set, kind: "f")
    /// The number of the first list of each chunk.
    private var firsts: [Int] = []
    private var listCount = 0
    private var lists: [UInt8] = []

    private init(texts: Texts) {
        self.texts = texts
    }

    /// - Parameter cardHashes: of the files with the cards, one after the other.
    static func files(_ plan: DirectoryPlan, _ texts: Texts, cardHashes: [UInt8]) -> [RenderedPage] {
        var index = FilterIndex(texts: texts)
        return index.write(plan, cardHashes)
    }

    private mutating func write(_ plan: DirectoryPlan, _ cardHashes: [UInt8]) -> [RenderedPage] {
        let facets = Facets(of: plan, texts)
        var json: [UInt8] = Array("{\"count\":\(plan.summaries.count)".utf8)
        for (name, values) in facets.choices { append(name, values, to: &json) }
        json += ",\"pairs\":{".utf8
        for (number, pair) in facets.pairs.enumerated() {
            if number > 0 { json += ",".utf8 }
            json.appendJSON(Array(pair.name.utf8))
            json += ":\(add(pair.members))".utf8
        }
        endChunk()
        json += "},\"firsts\":[\(firsts.map(String.init).joined(separator: ","))],\"f\":".utf8
        json.appendJSON(chunks.hashes)
        json += ",\"c\":".utf8
        json.appendJSON(cardHashes)
        json += "}".utf8
        return chunks.files + [DataFile.index(set: Self.set, json: json)]
    }

    private mutating func append(_ name: String, _ values: [Facets.Value], to json: inout [UInt8]) {
        json += ",\"\(name)\":[".utf8
        for (number, value) in values.enumerated() {
            json += (number == 0 ? "[" : ",[").utf8
            json.appendJSON(Array(value.name.utf8))
            json += ",".utf8
            let arguments: KeyValuePairs<String, Phrase> = [
                "title": .text(value.title.text), "count": .number(value.members.count),
            ]
            json.appendJSON(texts.string(of: Phrase("filter.choice", arguments)))
            json += ",\(add(value.members))".utf8
            if let language = value.title.language {
                json += ",".utf8
                json.appendJSON(language)
            }
            json += "]".utf8
        }
        json += "]".utf8
    }

    /// - Returns: the number of the list.
    private mutating func add(_ members: [Int]) -> Int {
        if lists.count >= DataChunks.usualLength { endChunk() }
        if lists.isEmpty { firsts.append(listCount) }
        lists += (lists.isEmpty ? "[\"" : ",\"").utf8
        var last = 0
        for member in members {
            lists.appendPacked(member - last)
            last = member
        }
        lists += "\"".utf8
        listCount += 1
        return listCount - 1
    }

    private mutating func endChunk() {
        guard !lists.isEmpty else { return }
        chunks.add(lists + Array("]".utf8))
        lists.removeAll(keepingCapacity: true)
    }
}
