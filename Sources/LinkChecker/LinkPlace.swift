package import Diagnostics
package import Listing
import LocatedJSON

/// A link to the web and where it stands.
package struct LinkPlace: Sendable, Hashable {
    /// As it is written.
    package let written: String
    package let range: SourceRange
}

extension LinkPlace {
    /// All links to the web in a listing's manifest and pages.
    package static func all(in listing: ParsedListing) -> [LinkPlace] {
        let manifest = listing.manifest
        let named =
            (manifest?.links.map(\.url) ?? []) + [manifest?.support?.url].compactMap(\.self)
            + (manifest?.media.compactMap(\.url) ?? [])
        let inPages = listing.pages.flatMap { page in
            page.links.compactMap { link -> LinkPlace? in
                guard case .external(let address) = link.destination else { return nil }
                return LinkPlace(written: address, range: page.place(link.range))
            }
        }
        return (named.map { LinkPlace(written: $0.value, range: $0.range) } + inPages).filter(\.isOfTheWeb)
    }

    private var isOfTheWeb: Bool {
        let start = written.utf8.prefix(6).map { $0 | 0x20 }
        return start.starts(with: "http:".utf8) || start.starts(with: "https:".utf8)
    }
}
