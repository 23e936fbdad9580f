/// The path of a server, below which all of its operations are: `/api/v{version}`.
struct BasePath: Sendable, Hashable {
    private let patterns: [SegmentPattern]

    init(_ path: String) {
        patterns = PathTemplate(path).segments.map { SegmentPattern($0) }
    }

    func holds(_ segments: [[UInt8]]) -> Bool {
        segments.count >= patterns.count && zip(patterns, segments).allSatisfy { $0.takes($1) }
    }
}
