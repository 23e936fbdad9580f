/// The index that the search of the site reads, as files of which it loads the few that it needs.
///
/// - `t`: sorted terms with their pages. A term that ends in `*` is the beginning of words.
/// - `w`: words by first letter and length, to look for those that were typed with a mistake.
/// - `d`: names, titles and headings of the pages, by owner.
/// - `index`: what is in which.
struct SearchIndex {
    static let set = "search"
    static let folder = DataChunks.folder(of: set)
    static let ownersOfChunk = 4
    private static let mostCommonWords = 500

    private var chunks = DataChunks(set: Self.set)

    /// - Parameter dialog: what the search shows, as the theme has it.
    static func files(_ shards: [SearchShard], _ owners: SearchOwners, dialog: [UInt8]) -> [RenderedPage] {
        var index = SearchIndex()
        return index.write(shards, owners, dialog)
    }

    private mutating func write(
        _ shards: [SearchShard],
        _ owners: SearchOwners,
        _ dialog: [UInt8]
    ) -> [RenderedPage] {
        let lines = SearchLines(shards, owners)
        var json: [UInt8] = Array("{\"listings\":\(owners.listingCount),\"dialog\":".utf8)
        json.appendJSON(dialog)
        chunks.begin("t")
        appendKind("t", writeLines(lines.terms) { lines.write($0, into: &$1, after: $2) }, to: &json)
        chunks.begin("w")
        appendKind("w", writeLines(lines.words) { lines.write($0, into: &$1, after: $2) }, to: &json)
        chunks.begin("d")
        for start in stride(from: 0, to: owners.entries.count, by: Self.ownersOfChunk) {
            let part = owners.entries[start..<min(owners.entries.count, start + Self.ownersOfChunk)]
            chunks.add(Array("[".utf8) + part.joined(separator: ",".utf8) + Array("]".utf8))
        }
        json += ",\"d\":".utf8
        json.appendJSON(chunks.takeHashes())
        json += ",\"common\":".utf8
        json.appendJSON(list: lines.commonWords.prefix(Self.mostCommonWords))
        json += "}".utf8
        chunks.addIndex(json)
        return chunks.files
    }

    private mutating func appendKind(_ kind: String, _ firsts: [[UInt8]], to json: inout [UInt8]) {
        json += ",\"\(kind)\":{\"hashes\":".utf8
        json.appendJSON(chunks.takeHashes())
        json += ",\"firsts\":".utf8
        json.appendJSON(list: firsts)
        json += "}".utf8
    }

    /// Fills chunks with lines, and gives back the first line's key of each.
    private mutating func writeLines<Line>(
        _ lines: [Line],
        _ write: (Line, inout [UInt8], _ before: ArraySlice<UInt8>) -> ArraySlice<UInt8>
    ) -> [[UInt8]] {
        var firsts: [[UInt8]] = []
        var text: [UInt8] = []
        var key: ArraySlice<UInt8> = []
        for line in lines {
            if text.count >= DataChunks.usualLength {
                chunks.add(Self.quoted(text))
                text.removeAll(keepingCapacity: true)
                key = []
            }
            let isFirst = text.isEmpty
            if !isFirst { text.append(UInt8(ascii: "\n")) }
            key = write(line, &text, key)
            if isFirst { firsts.append(Array(key)) }
        }
        if !text.isEmpty { chunks.add(Self.quoted(text)) }
        return firsts
    }

    private static func quoted(_ text: [UInt8]) -> [UInt8] {
        var json: [UInt8] = []
        json.reserveCapacity(text.count + text.count / 8)
        json.appendJSON(text)
        return json
    }
}
