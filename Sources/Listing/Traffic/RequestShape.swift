import Evidence

/// What a path has in common with others for the same call.
///
/// Ids, names and keys stand in paths as well, and many of them look like words. So only what the catalogue itself has in
/// a path is shown; all else is `{}`.
enum RequestShape {
    private static let mostSegments = 12

    static func of(_ path: String, _ matcher: OperationMatcher) -> String {
        let segments = path.split(separator: "/", omittingEmptySubsequences: true)
        guard !segments.isEmpty else { return "/" }
        let shown = segments.prefix(mostSegments).map { segment in
            let word = percentDecoded(segment)
            return matcher.isWord(word) ? "/\(word)" : "/{}"
        }
        return shown.joined() + (segments.count > mostSegments ? "/…" : "")
    }
}
