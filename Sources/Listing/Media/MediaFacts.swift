/// What the header of a file says of it.
package struct MediaFacts: Sendable, Hashable {
    /// nil for a file of none of the formats.
    package var format: MediaFormat?
    /// As it is shown: turned as the file asks for.
    package var pixelSize: PixelSize?
    /// In seconds; nil for a picture, and where a video does not tell.
    package var duration: Double?
    /// nil for a picture, and where a video could not be read.
    package var hasAudio: Bool?
    /// Why the file cannot be shown as a whole.
    package var problem: MediaProblem?
    /// What stands in the file behind the end of the picture: as a rule it has no business there.
    package var trailingByteCount = 0
    /// Whether a small file has fewer than three words in it, be it a text.
    package var isWordless = false
    /// What in an SVG can harm a reader.
    package var hazards: [SVGHazard] = []

    package init(
        format: MediaFormat? = nil,
        pixelSize: PixelSize? = nil,
        duration: Double? = nil,
        hasAudio: Bool? = nil,
        problem: MediaProblem? = nil
    ) {
        self.format = format
        self.pixelSize = pixelSize
        self.duration = duration
        self.hasAudio = hasAudio
        self.problem = problem
    }
}

/// Why a file could not be read to the end of what it promises.
package enum MediaProblem: Error, Sendable, Hashable {
    /// The file ends before its content does.
    case truncated
    /// What is wrong, to follow the file's name: "has no frame".
    case malformed(String)
    /// It has more parts, or more bytes to look at, than any sound file needs.
    case tooComplex
}
