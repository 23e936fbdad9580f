/// A finished file of the site.
struct RenderedPage: Sendable {
    let address: SiteAddress
    let bytes: [UInt8]

    /// The same at its address from the root of the site; `folder` is that of its language.
    func published(in folder: String) -> RenderedPage {
        RenderedPage(address: address.published(in: folder), bytes: bytes)
    }
}
