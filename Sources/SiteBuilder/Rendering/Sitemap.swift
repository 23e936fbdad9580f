import Listing
import LocatedJSON
import Markup

/// `robots.txt`, and `sitemap.xml` where the site knows its own address (sitemaps.org, protocol 0.9).
struct Sitemap: Sendable {
    let site: SiteFrame
    let plan: DirectoryPlan
    /// The site in its other languages.
    let translations: [(site: SiteFrame, plan: DirectoryPlan)]

    /// The protocol's limit for one file.
    private static let mostAddresses = 50_000

    var files: [RenderedPage] {
        guard let baseURL = site.baseURL else { return [robots([])] }
        let places = ([(site, plan)] + translations).flatMap { self.places(of: $0, $1) }
        let count = max(1, (places.count + Self.mostAddresses - 1) / Self.mostAddresses)
        let names = (1...count).map { $0 == 1 ? "sitemap.xml" : "sitemap-\($0).xml" }
        let maps = names.enumerated().map { index, name in
            let start = index * Self.mostAddresses
            return sitemap(named: name, places[start..<min(places.count, start + Self.mostAddresses)], baseURL)
        }
        return [robots(names.map { "Sitemap: \(baseURL)\($0)\n" })] + maps
    }

    private struct Place {
        let url: String
        /// Where the content says it.
        var updated: CalendarDate?
    }

    /// Without the pages of a translation that are not translated: search engines are led to the originals.
    private func places(of site: SiteFrame, _ plan: DirectoryPlan) -> [Place] {
        func place(_ address: SiteAddress, _ updated: CalendarDate? = nil) -> Place {
            Place(url: site.url(of: address) ?? "", updated: updated)
        }
        let listings = plan.summaries.flatMap { summary in
            summary.pages.filter(\.isTranslated).map { place(SiteAddress(contentPath: $0.contentPath), $0.updated) }
        }
        let lists: [SiteAddress] =
            plan.categories.map { .category($0.slug) } + plan.products.map { .product($0.id) }
            + plan.catalogue.scopes.map { plan.address(ofScope: $0.id.value) }
        return [place(.home), place(.scopes())]
            + site.helpPages.filter(\.isTranslated).map { place($0.address, $0.updated) }
            + lists.map { place($0) } + listings
    }

    private func robots(_ sitemaps: [String]) -> RenderedPage {
        let text = "User-agent: *\nAllow: /\n" + sitemaps.joined()
        return RenderedPage(address: SiteAddress(path: "robots.txt"), bytes: Array(text.utf8))
    }

    private func sitemap(named name: String, _ places: ArraySlice<Place>, _ baseURL: String) -> RenderedPage {
        var bytes = Array(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">

            """.utf8
        )
        for place in places {
            bytes += "<url><loc>".utf8
            bytes.appendEscaped(place.url)
            bytes += "</loc>".utf8
            if let updated = place.updated { bytes += "<lastmod>\(updated)</lastmod>".utf8 }
            bytes += "</url>\n".utf8
        }
        bytes += "</urlset>\n".utf8
        return RenderedPage(address: SiteAddress(path: name), bytes: bytes)
    }
}
