import Listing
import LocatedJSON
import Markup

/// `robots.txt`, and `sitemap.xml` where the site knows its own address (sitemaps.org, protocol 0.9).
struct Sitemap: Sendable {
    let site: SiteFrame
    let plan: DirectoryPlan

    /// The protocol's limit for one file.
    private static let mostAddresses = 50_000

    var files: [RenderedPage] {
        guard let baseURL = site.baseURL else { return [robots([])] }
        let addresses = addresses
        let count = max(1, (addresses.count + Self.mostAddresses - 1) / Self.mostAddresses)
        let names = (1...count).map { $0 == 1 ? "sitemap.xml" : "sitemap-\($0).xml" }
        let maps = names.enumerated().map { index, name in
            let start = index * Self.mostAddresses
            return sitemap(named: name, addresses[start..<min(addresses.count, start + Self.mostAddresses)], baseURL)
        }
        return [robots(names.map { "Sitemap: \(baseURL)\($0)\n" })] + maps
    }

    private var addresses: [SiteAddress] {
        let listings = plan.summaries.flatMap { summary in
            summary.pages.map { SiteAddress(contentPath: $0.contentPath) }
        }
        return [.home, .scopes()] + site.helpPages.map(\.address) + plan.categories.map { .category($0.slug) }
            + plan.catalogue.scopes.map { plan.address(ofScope: $0.id.value) } + listings
    }

    private func robots(_ sitemaps: [String]) -> RenderedPage {
        let text = "User-agent: *\nAllow: /\n" + sitemaps.joined()
        return RenderedPage(address: SiteAddress(path: "robots.txt"), bytes: Array(text.utf8))
    }

    private func sitemap(named name: String, _ addresses: ArraySlice<SiteAddress>, _ baseURL: String) -> RenderedPage {
        var bytes = Array(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">

            """.utf8
        )
        for address in addresses {
            bytes += "<url><loc>".utf8
            bytes.appendEscaped(baseURL + percentEncoded(address.withoutIndex))
            bytes += "</loc></url>\n".utf8
        }
        bytes += "</urlset>\n".utf8
        return RenderedPage(address: SiteAddress(path: name), bytes: bytes)
    }
}
