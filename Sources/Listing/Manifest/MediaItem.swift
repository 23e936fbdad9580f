package import Diagnostics
package import LocatedJSON

/// A screenshot, a video or the logo.
///
/// A class, since rule after rule goes through all of them and a value would be copied each time.
package final class MediaItem: Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case screenshot, video, logo
    }

    package let id: Located<String>
    package let kind: Kind?
    package let file: Located<String>?
    /// The files that stand for it in each of the languages.
    package let translatedFiles: [Located<String>]
    /// Whether a file is named at all, be the name well-formed or not.
    package let namesFile: Bool
    /// A video that another host keeps.
    package let url: Located<String>?
    package let alt: Located<String>?
    package let caption: Located<String>?
    package let taken: Located<CalendarDate>?
    /// The version of the integration that it shows.
    package let version: Located<String>?
    /// Whether it shows the screen on which the customer consents.
    package let showsConsent: Bool
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

    init?(_ object: JSONObject) {
        // A malformed id has been reported; references to it still mean this medium.
        guard let id = object.string("id") else { return nil }
        self.id = id
        kind = object.choice("kind", of: Kind.self)?.value
        file = object.string("file", .relativePath)
        translatedFiles = object.translations("file", .relativePath) + object.translations("transcript", .relativePath)
        namesFile = object.has("file")
        url = object.string("url", .url)
        alt = object.string("alt")
        caption = object.string("caption")
        taken = object.date("taken")
        version = object.string("version")
        showsConsent = object.bool("showsConsent")?.value ?? false
        captions = object.objects("captions").map(CaptionTrack.init)
        poster = object.string("poster", .relativePath)
        transcript = object.string("transcript", .relativePath)
        duration = object.integer("duration")
        range = object.range
    }
}

/// A WebVTT file with the words of a video.
package struct CaptionTrack: Sendable {
    package let language: Located<String>?
    package let file: Located<String>?
}

extension MediaItem {
    static let schema = ObjectSchema(
        title: "Medium",
        description: "A screenshot, a video or the logo.",
        properties: [
            .required("id", .identifier, "Short name that pages refer to."),
            .required("kind", .choice(of: Kind.self), "What it is."),
            .optional("file", .localized(.relativePath, isName: true), "The file, below the listing's folder."),
            .optional("url", .url, "The address of a video at another host, instead of a file."),
            .required("alt", .localizedString, "What it shows, for those who cannot see it."),
            .optional("caption", .localizedString, "The line below it."),
            .optional("taken", .date, "When it was made."),
            .optional("version", .string, "The version of the integration that it shows."),
            .optional("showsConsent", .bool, "Whether it shows the screen on which the customer consents."),
            .optional("captions", .array(of: .object(CaptionTrack.schema)), "The words of a video, as WebVTT."),
            .optional("poster", .relativePath, "The picture that stands for a video until it plays."),
            .optional("transcript", .localized(.relativePath, isName: true), "The words of a video, as text."),
            .optional("duration", .integer(in: 1...86_400), "How long a video lasts, in seconds."),
        ]
    )
}

extension CaptionTrack {
    static let schema = ObjectSchema(
        title: "Captions",
        properties: [
            .required("language", .string, "The language, as a BCP 47 tag."),
            .required("file", .relativePath, "The WebVTT file."),
        ]
    )

    init(_ object: JSONObject) {
        self.init(language: object.string("language"), file: object.string("file", .relativePath))
    }
}
