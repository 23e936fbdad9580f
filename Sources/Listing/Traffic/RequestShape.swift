/// What a path has in common with others for the same call.
///
/// Ids and tokens stand in paths as well, so only what looks like a word of an interface is shown; all else is `{}`.
enum RequestShape {
    private static let mostSegments = 12

    static func of(_ path: String) -> String {
        let segments = path.split(separator: "/", omittingEmptySubsequences: true)
        guard !segments.isEmpty else { return "/" }
        let shown = segments.prefix(mostSegments).map { isWord($0.utf8) ? "/\($0)" : "/{}" }
        return shown.joined() + (segments.count > mostSegments ? "/…" : "")
    }

    /// Words of at most twenty small letters with hyphens between them, or a version such as `v1.1`.
    private static func isWord(_ segment: Substring.UTF8View) -> Bool {
        guard segment.count <= 40 else { return false }
        let text = segment.first == UInt8(ascii: "v") ? segment.dropFirst() : segment[...]
        if text.count <= 4, !text.isEmpty, text.count < segment.count, text.allSatisfy(isVersion) { return true }
        return segment.split(omittingEmptySubsequences: false) { "-_.:".utf8.contains($0) }.allSatisfy { word in
            word.count <= 20 && word.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
                || isCamel(word)
        }
    }

    /// `customSegments`: capitals stand alone in it and are few, as in no token.
    private static func isCamel(_ word: Substring.UTF8View) -> Bool {
        let capitals = word.filter { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }.count
        return word.count <= 20 && capitals <= 3 && capitals * 4 <= word.count
            && word.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20) }
    }

    private static func isVersion(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: ".")
    }
}
