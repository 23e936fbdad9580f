package import Diagnostics

/// A text file of the content folder: valid UTF-8 without NUL, since loading refuses anything else.
package struct SourceFile: Sendable, Hashable {
    /// As diagnostics show it, and as the disk knows it from the working folder.
    package let path: String
    /// Relative to the folder of its listing: `index.md`, `media/set-up.en.vtt`.
    package let name: String
    package let bytes: [UInt8]

    package init(path: String, name: String, bytes: [UInt8]) {
        self.path = path
        self.name = name
        self.bytes = bytes
    }

    package var start: SourceRange { SourceRange(startOf: path) }
}

/// A file that is published as it is and never read into memory as a whole: a screenshot, a video, a transcript.
package struct AssetFile: Sendable, Hashable {
    /// The endings of files that are published as they are: nothing that a browser would run as a page of the site.
    static let publishedEndings: Set<String> = [
        "png", "jpg", "jpeg", "gif", "webp", "avif", "svg", "mp4", "m4v", "mov", "webm", "vtt", "txt", "pdf", "csv",
        "json",
    ]

    static func isPublished(name: String) -> Bool {
        guard let dot = name.lastIndex(of: ".") else { return false }
        return publishedEndings.contains(name[name.index(after: dot)...].lowercased())
    }

    package let path: String
    /// Relative to the folder of its listing: `media/points.png`.
    package let name: String
    package let byteCount: Int
    /// What its header says; nil where nobody looked.
    package let facts: MediaFacts?
    /// Set where it costs next to nothing, and where another file of the listing has the same length.
    package internal(set) var contentHash: UInt64?

    package init(path: String, name: String, byteCount: Int, facts: MediaFacts? = nil, contentHash: UInt64? = nil) {
        self.path = path
        self.name = name
        self.byteCount = byteCount
        self.facts = facts
        self.contentHash = contentHash
    }

    /// How large a picture or a video is shown.
    package var pixelSize: PixelSize? { facts?.pixelSize }

    /// Sixteen hexadecimal digits that change with the content; the file is read for them unless its hash is known.
    ///
    /// nil when it cannot be read.
    package func contentName() -> String? {
        (contentHash ?? AssetHash.of(fileAt: path)).map { hash in
            let digits = String(hash, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }
    }
}
