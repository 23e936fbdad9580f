/// The addresses that machines are told: in full where the site knows its own, and from the page where it does not.
struct MachineLinks: Sendable {
    /// Absolute and ending in `/`.
    let baseURL: String?
    /// That of the page's language.
    let folder: String
    let links: SiteLinks

    func url(of address: SiteAddress, anchor: String? = nil) -> String {
        guard let baseURL else { return links.link(to: address, anchor: anchor) }
        return baseURL + percentEncoded(address.published(in: folder).withoutIndex)
            + (anchor.map { "#" + percentEncoded($0) } ?? "")
    }
}

extension SiteFrame {
    /// - Parameter original: the language of a page that is not translated: what machines are told of it is told of the
    ///   page as it was written.
    func machineLinks(from address: SiteAddress, of original: SiteLanguage? = nil) -> MachineLinks {
        MachineLinks(baseURL: baseURL, folder: original?.folder ?? folder, links: links(from: address))
    }
}
