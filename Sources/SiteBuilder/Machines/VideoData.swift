import Listing
import LocatedJSON

/// A video that the site itself holds, as a `VideoObject`; one of another host is that host's to describe.
struct VideoData {
    let item: MediaItem
    let file: PublishedFile
    let media: PublishedMedia
    let links: MachineLinks

    init?(item: MediaItem, media: PublishedMedia, links: MachineLinks) {
        guard let file = item.file.flatMap({ media[$0.value] }) else { return nil }
        self.item = item
        self.file = file
        self.media = media
        self.links = links
    }

    var json: JSONWriter {
        StructuredData.thing("VideoObject") { json in
            json.member("name", item.caption?.value ?? item.alt?.value ?? item.id.value)
            json.member("description", ifAny: item.alt?.value)
            json.member("contentUrl", links.url(of: file.address))
            if let poster = item.poster.flatMap({ media[$0.value] }) {
                json.member("thumbnailUrl", links.url(of: poster.address))
            }
            json.member("duration", ifAny: item.duration.map { Self.durationText($0.value) })
            json.member("uploadDate", ifAny: item.taken?.value.description)
        }
    }

    /// `PT1M5S` (ISO 8601).
    static func durationText(_ seconds: Int) -> String {
        let parts = [(seconds / 3600, "H"), (seconds / 60 % 60, "M"), (seconds % 60, "S")].filter { $0.0 > 0 }
        return "PT" + (parts.isEmpty ? "0S" : parts.map { "\($0)\($1)" }.joined())
    }
}
