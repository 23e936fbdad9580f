import Listing
import LocatedJSON
import Markup
import Templates

/// A screenshot or video as it stands in the text of a page.
struct Figure {
    let item: MediaItem
    /// What the page writes between the brackets; the manifest's caption where that is empty.
    let caption: String
    /// Only the first of an item on a page can have the item's id.
    let hasID: Bool
    let isFirst: Bool
    /// The languages of the manifest's words, each where it is not the page's.
    let altLanguage: String?
    let captionLanguage: String?
    let media: PublishedMedia
    let links: SiteLinks
    let texts: Texts

    var screenshot: HTMLFragment {
        var html = HTMLBuilder()
        html.open("figure", [("class", "screenshot"), id("screenshot")])
        html.open("a", [("href", url(item.file))])
        html.open("img", [("src", url(item.file)), ("alt", item.alt?.value ?? ""), lang] + size + loading)
        html.close("a")
        writeCaption(to: &html)
        html.close("figure")
        return html.fragment
    }

    var video: HTMLFragment {
        var html = HTMLBuilder()
        html.open("figure", [("class", item.file == nil ? "video video-elsewhere" : "video"), id("video")])
        if item.file == nil { writeLinkElsewhere(to: &html) } else { writePlayer(to: &html) }
        writeCaption(to: &html)
        html.close("figure")
        return html.fragment
    }

    private func writePlayer(to html: inout HTMLBuilder) {
        html.open(
            "video",
            [
                ("controls", ""), ("preload", "metadata"), ("playsinline", ""), ("poster", url(item.poster)),
                ("aria-label", item.alt?.value), lang,
            ] + size
        )
        html.open("source", [("src", url(item.file)), ("type", item.file.map { mediaType(ofFile: $0.value) })])
        let preferred = item.preferredCaptions(in: texts.language)
        for (number, track) in item.captions.enumerated() {
            html.open(
                "track",
                [
                    ("kind", "captions"), ("src", url(track.file)), ("srclang", track.language?.value),
                    ("label", track.language.map { nativeName(ofLanguage: $0.value) }),
                    ("default", number == preferred ? "" : nil),
                ]
            )
        }
        html.close("video")
    }

    /// Nothing of the other host is fetched before the reader presses play, which is following a link without scripts.
    private func writeLinkElsewhere(to html: inout HTMLBuilder) {
        html.open(
            "a",
            [
                ("class", "play"), ("href", item.url?.value), ("rel", "noopener"),
                ("data-embed", item.url.flatMap { VideoEmbed(of: $0.value)?.url }),
            ]
        )
        if let poster = item.poster {
            html.open("img", [("src", url(poster)), ("alt", item.alt?.value ?? ""), lang] + size + loading)
        }
        html.open("span", [])
        html.text(texts.string(of: invitation))
        html.close("span")
        html.close("a")
    }

    private var invitation: Phrase {
        guard let url = item.url?.value else { return Phrase("video.watchElsewhere") }
        return Phrase("video.watch", ["host": .text(host(of: url))])
    }

    private func writeCaption(to html: inout HTMLBuilder) {
        let text = caption.isEmpty ? item.caption?.value ?? "" : caption
        guard !text.isEmpty || item.transcript != nil else { return }
        html.open("figcaption", [])
        html.text(ContentText(text, in: caption.isEmpty ? captionLanguage : nil))
        if let transcript = item.transcript {
            html.text(" ")
            html.open("a", [("href", url(transcript))])
            html.text(texts.string(of: Phrase("video.transcript")))
            html.close("a")
        }
        html.close("figcaption")
    }

    private var lang: (String, String?) { ("lang", altLanguage) }

    private func id(_ kind: String) -> (String, String?) {
        ("id", hasID ? "\(kind).\(item.id.value)" : nil)
    }

    private func url(_ file: Located<String>?) -> String? {
        file.map { links.link(to: media.address(ofFile: $0.value)) }
    }

    private var size: [(String, String?)] {
        let size = item.shownSize(among: media)
        return [("width", size.map { String($0.width) }), ("height", size.map { String($0.height) })]
    }

    private var loading: [(String, String?)] {
        [("loading", isFirst ? nil : "lazy"), ("decoding", "async")]
    }
}
