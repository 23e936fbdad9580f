import Listing
import LocatedJSON

/// The hosts whose players may be shown in a frame, once a reader asks for a video of theirs.
enum FrameHosts {
    /// Ordered, each once.
    ///
    /// A video of any other host is a link, which needs no frame.
    static func of(_ videos: [MediaItem]) -> [String] {
        let embeds = videos.filter { $0.file == nil }.compactMap { $0.url.flatMap { VideoEmbed(of: $0.value) } }
        return Set(embeds.map { host(of: $0.url) }).sorted()
    }
}
