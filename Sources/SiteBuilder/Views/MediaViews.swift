import Listing
import LocatedJSON
import Templates

enum MediaViews {
    static let screenshot = View<NumberedMedium>(
        "screenshot",
        common + [
            .text("url", "The file.") { $0.link(to: $0.item.file?.value) },
            .text("width", "In pixels.") { $0.size.map { String($0.width) } },
            .text("height", "In pixels.") { $0.size.map { String($0.height) } },
            .number("number", "Its place among the screenshots, from 1.") { $0.number },
            .flag("isFirst", "Whether it is the first.") { $0.number == 1 },
        ]
    )

    static let video = View<NumberedMedium>(
        "video",
        common + [
            .text("url", "The file; absent for a video at another host.") { $0.link(to: $0.item.file?.value) },
            .text("type", "The media type of the file.") { $0.item.file.map { mediaType(ofFile: $0.value) } },
            .text("width", "In pixels; of the poster where the video is at another host.") {
                $0.size.map { String($0.width) }
            },
            .text("height", "In pixels; of the poster where the video is at another host.") {
                $0.size.map { String($0.height) }
            },
            .text("posterURL", "The picture that stands for it; absent when there is none.") {
                $0.link(to: $0.item.poster?.value)
            },
            .text("durationText", "How long it lasts, as 0:42; absent when it does not say.") {
                $0.item.duration.map { durationText($0.value) }
            },
            .list("captions", "Its words as WebVTT, by language.", captions) { medium in
                let preferred = medium.item.preferredCaptions(in: medium.page.frame.site.language)
                return medium.item.captions.enumerated().map {
                    CaptionModel(track: $1, isFirst: $0 == preferred, medium: medium)
                }
            },
            .text("transcriptURL", "Its words as text; absent when there are none.") {
                $0.link(to: $0.item.transcript?.value)
            },
            .text("externalURL", "The page of a video at another host; absent for a file.") {
                $0.item.file == nil ? $0.item.url?.value : nil
            },
            .text("embedURL", "The other host's player, to be loaded on a click; absent for hosts that are not known.")
            {
                $0.item.file == nil ? $0.item.url.flatMap { VideoEmbed(of: $0.value)?.url } : nil
            },
            .text("host", "The other host's name.") { $0.item.url.map { host(of: $0.value) } },
        ]
    )

    private static let common: [ViewField<NumberedMedium>] = [
        .text("id", "Its id.") { $0.item.id.value },
        .text("anchor", "An id for its place in the gallery.") { "gallery." + $0.item.id.value },
        .text("alt", "What it shows, for those who cannot see it.") { $0.page.listing.shown($0.item.alt) },
        .text("altLanguage", "The language of what says so; absent where it is the page's.") {
            $0.page.listing.language(ofText: $0.item.alt)
        },
        .text("caption", "The line below it.") { $0.page.listing.shown($0.item.caption) },
    ]

    private static let captions = View<CaptionModel>(
        "captions",
        [
            .text("url", "The WebVTT file.") { $0.medium.link(to: $0.track.file?.value) },
            .text("language", "The language, as a BCP 47 tag.") { $0.track.language?.value },
            .text("label", "What a player calls it: the name of the language in itself.") {
                $0.track.language.map { nativeName(ofLanguage: $0.value) }
            },
            .flag("isFirst", "Whether it is shown unless the reader chooses another.") { $0.isFirst },
        ]
    )
}

private struct CaptionModel: Sendable {
    let track: CaptionTrack
    let isFirst: Bool
    let medium: NumberedMedium
}

extension NumberedMedium {
    fileprivate var size: (width: Int, height: Int)? { item.shownSize(among: page.published) }

    fileprivate func link(to file: String?) -> String? {
        file.map { page.link(to: $0) }
    }
}

extension MediaItem {
    /// Which captions are shown unless the reader chooses others: those in the language of the page, else the first.
    func preferredCaptions(in language: String) -> Int {
        let tags = captions.map { $0.language?.value.lowercased() ?? "" }
        let wanted = language.lowercased()
        return tags.firstIndex(of: wanted) ?? tags.firstIndex { $0.prefix { $0 != "-" } == wanted.prefix { $0 != "-" } }
            ?? 0
    }

    /// The size of its own file, else of its poster; nil when neither is there.
    func shownSize(among media: PublishedMedia) -> (width: Int, height: Int)? {
        let own = file.flatMap { media[$0.value] }
        let poster = poster.flatMap { media[$0.value] }
        // A video that does not tell is as large as the picture that stands for it.
        return (own?.asset.pixelSize == nil ? poster ?? own : own)?.shownSize
    }
}

/// `0:42`, `12:05`.
func durationText(_ seconds: Int) -> String {
    let rest = seconds % 60
    return "\(seconds / 60):\(rest < 10 ? "0" : "")\(rest)"
}

/// The name of the host in an absolute address.
func host(of url: String) -> String {
    guard let start = url.firstRange(of: "://")?.upperBound else { return url }
    return String(url[start...].prefix { !"/?#:".contains($0) })
}

/// The media type by the ending of a file's name; of what browsers play, nothing else occurs.
func mediaType(ofFile name: String) -> String {
    switch name.split(separator: ".").last?.lowercased() {
    case "webm": "video/webm"
    case "mov": "video/quicktime"
    default: "video/mp4"
    }
}
