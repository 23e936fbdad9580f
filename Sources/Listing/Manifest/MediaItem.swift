package import Diagnostics
package import LocatedJSON

/// A screenshot, a video or the logo.
package struct MediaItem: Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case screenshot, video, logo
    }

    package let id: Located<String>
    package let kind: Kind?
    package let file: Located<String>?
    /// A video that another host keeps.
    package let url: Located<String>?
    package let alt: Located<String>?
    package let caption: Located<String>?
    package let taken: Located<CalendarDate>?
    /// The version of the integration that it shows.
    package let version: Located<String>?
    package let captions: [CaptionTrack]
    package let poster: Located<String>?
    package let transcript: Located<String>?
    /// In seconds.
    package let duration: Located<Int>?
    package let range: SourceRange

    /// Every file of the listing that it names.
    package var files: [Located<String>] {
        [file, poster, transcript].compactMap(\.self) + captions.compactMap(\.file)
    }
}

/// A WebVTT file with the words of a video.
package struct CaptionTrack: Sendable {
    package let language: Located<String>?
    package let file: Located<String>?
}
