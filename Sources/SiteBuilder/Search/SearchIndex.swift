/// The index that the search of the site reads, as files of which it loads the few that it needs.
///
/// - `t`: sorted terms with their pages. A term that ends in `*` is the beginning of words.
/// - `w`: words by first letter and length, to look for those that were typed with a mistake.
/// - `d`: names, titles and headings of the pages, by owner; made apart, as they are most of the index.
/// - `index`: what is in which.
struct SearchIndex {
    static let set = "search"
    static let folder = DataFile.folder(of: set)
    private static let mostCommonWords = 500

    private let lines: SearchLines

    /// - Parameters:
    ///   - dialog: what the search shows, as the theme has it.
    ///   - pageHashes: of the files with the pages, one after the other.
    static func files(
        _ shards: [SearchShard],
        _ owners: SearchOwners,
        dialog: [UInt8],
        pageHashes: [UInt8]
    ) -> [RenderedPage] {
        let index = SearchIndex(lines: SearchLines(shards, owners))
        var json: [UInt8] = Array("{\"dialog\":".utf8)
        json.appendJSON(dialog)
        let terms = index.appendKind("t", index.lines.terms, to: &json) { index.lines.write($0, into: &$1, after: $2) }
        let words = index.appendKind("w", index.lines.words, to: &json) { index.lines.write($0, into: &$1, after: $2) }
        json += ",\"d\":".utf8
        json.appendJSON(pageHashes)
        json += ",\"common\":".utf8
        json.appendJSON(list: index.lines.commonWords.prefix(mostCommonWords))
        json += "}".utf8
        return terms + words + [DataFile.index(set: set, json: json)]
    }

    private func appendKind<Line>(
        _ kind: String,
        _ lines: [Line],
        to json: inout [UInt8],
        _ write: (Line, inout [UInt8], _ before: ArraySlice<UInt8>) -> ArraySlice<UInt8>
    ) -> [RenderedPage] {
        var chunks = DataChunks(set: Self.set, kind: kind)
        let firsts = Self.writeLines(lines, to: &chunks, write)
        json += ",\"\(kind)\":{\"hashes\":".utf8
        json.appendJSON(chunks.hashes)
        json += ",\"firsts\":".utf8
        json.appendJSON(list: firsts)
        json += "}".utf8
        return chunks.files
    }

    /// Fills chunks with lines, and gives back the first line's key of each.
    private static func writeLines<Line>(
        _ lines: [Line],
        to chunks: inout DataChunks,
        _ write: (Line, inout [UInt8], _ before: ArraySlice<UInt8>) -> ArraySlice<UInt8>
    ) -> [[UInt8]] {
        var firsts: [[UInt8]] = []
        var text: [UInt8] = []
        var key: ArraySlice<UInt8> = []
        for line in lines {
            if text.count >= DataChunks.usualLength {
                chunks.add(quoted(text))
                text.removeAll(keepingCapacity: true)
                key = []
            }
            let isFirst = text.isEmpty
            if !isFirst { text.append(UInt8(ascii: "\n")) }
            key = write(line, &text, key)
            if isFirst { firsts.append(Array(key)) }
        }
        if !text.isEmpty { chunks.add(quoted(text)) }
        return firsts
    }

    private static func quoted(_ text: [UInt8]) -> [UInt8] {
        var json: [UInt8] = []
        json.reserveCapacity(text.count + text.count / 8)
        json.appendJSON(text)
        return json
    }
}
