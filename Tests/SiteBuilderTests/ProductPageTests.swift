import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import SiteBuilder

/// Who adds to a product of the platform, for readers whose browser runs no scripts.
struct ProductPageTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test func `each product that something adds to has a page, to which links stand where the filter does not`()
        async throws
    {
        var content = ContentBuilder(listingCount: 120)
        content.platform = content.platform.replacing(
            #"{"id": "segments", "name": "Segments"}"#,
            with: #"{"id": "segments", "name": "Segments & more"}, {"id": "flows", "name": "Flows"}"#
        )
        try content.write(to: folder)
        let outcome = try await build(in: folder)
        #expect(outcome.isPublished, "\(outcome.report.sorted)")
        let site = try FolderSnapshot(folder.url.appending(path: "Output"))
        let page = site.text("products/segments/index.html")
        #expect(page.contains("<h1>Segments &amp; more</h1>"))
        #expect(page.contains("Integrations that add to Segments &amp; more."))
        #expect(page.contains("data-filter=\"\""))
        #expect(site.text("products/segments/page/2/index.html").contains("Listing 99"))
        #expect(
            site.names.contains("products/segments/index.md") && !site.names.contains { $0.hasPrefix("products/flows") }
        )
        let home = site.text("index.html")
        let start = try #require(home.firstRange(of: "<noscript>")?.upperBound)
        let end = try #require(home.firstRange(of: "</noscript>")?.lowerBound)
        #expect(home[start..<end].contains("href=\"products/segments/index.html\""))
        #expect(site.text("sitemap.xml").contains("/base/products/segments/<"))
        #expect(site.text("categories/loyalty/index.html").contains("<h1>Loyalty</h1>"))
    }
}
