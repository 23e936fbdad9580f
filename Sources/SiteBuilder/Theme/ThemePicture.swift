import Listing

/// A picture among the assets of a theme.
struct ThemePicture: Sendable {
    let address: SiteAddress
    let size: PixelSize

    /// nil for a file that is no picture.
    init?(_ file: RenderedPage) {
        var window = ByteWindow(file.bytes)
        let facts = MediaReader.facts(of: &window)
        guard facts.format != .svg, facts.problem == nil, let size = facts.pixelSize else { return nil }
        address = file.address
        self.size = size
    }
}
