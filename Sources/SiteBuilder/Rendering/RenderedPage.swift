/// A finished file of the site.
struct RenderedPage: Sendable {
    let address: SiteAddress
    let bytes: [UInt8]
}
