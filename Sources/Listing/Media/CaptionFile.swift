package import Diagnostics
package import LocatedJSON

/// A WebVTT file: the words of a video and when they are said, and what is wrong with how they are written.
package struct CaptionFile: Sendable {
    package let path: String
    /// Relative to the folder of its listing: `media/tour.en.vtt`.
    package let name: String
    package let cues: [CaptionCue]
    package let problems: [CaptionProblem]
    private let bytes: [UInt8]

    package init(_ file: SourceFile) {
        var parser = WebVTTParser(file.bytes)
        parser.parse()
        path = file.path
        name = file.name
        bytes = file.bytes
        cues = parser.cues
        problems = parser.problems
    }

    package func place(_ range: ByteRange) -> SourceRange { SourceRange(path: path, bytes: range) }

    /// What a cue shows.
    package func words(of cue: CaptionCue) -> Located<String> {
        Located(String(decoding: bytes[cue.words.start..<cue.words.end], as: UTF8.self), at: place(cue.words))
    }

    static func isNamed(_ name: String) -> Bool { name.lowercased().hasSuffix(".vtt") }
}

/// Words that are shown for a while; times are in milliseconds.
package struct CaptionCue: Sendable, Hashable {
    package let start: Int
    package let end: Int
    /// The line with its times.
    package let range: ByteRange
    /// The lines below it.
    let words: ByteRange
}

package struct CaptionProblem: Sendable, Hashable {
    package let message: String
    package let range: ByteRange
    /// Whether a player drops the cue; otherwise it shows it, but hardly as it was meant.
    package let isViolation: Bool
}
