import Listing

/// `_headers`: what servers that read such a file (Netlify, Cloudflare Pages) send along with the files of the site.
///
/// No two rules that speak of caching match the same path: some servers would join what both say.
struct HeadersFile: Sendable {
    let site: SiteFrame
    let plan: DirectoryPlan
    let themeFiles: [SiteAddress]

    private static let forGood = "public, max-age=31536000, immutable"

    var file: RenderedPage {
        var text = ""
        write("*", headersOfAll, to: &text)
        for path in lastingPaths { write(path, [("Cache-Control", Self.forGood)], to: &text) }
        for path in inAllLanguages(Self.changingPaths) + ["robots.txt", "sitemap.xml"] {
            write(path, [("Cache-Control", "no-cache")], to: &text)
        }
        return RenderedPage(address: .headers, bytes: Array(text.utf8))
    }

    private var headersOfAll: [(String, String)] {
        let hosts = Set(plan.summaries.flatMap(\.frameHosts)).sorted()
        return [
            ("Content-Security-Policy", ContentSecurityPolicy(frameHosts: hosts).ofServer),
            ("X-Content-Type-Options", "nosniff"),
            ("Referrer-Policy", "strict-origin-when-cross-origin"),
            ("Permissions-Policy", "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"),
        ]
    }

    /// Files whose names change with their content.
    private var lastingPaths: [String] {
        let named = themeFiles.filter { contentPathOfPublished($0.path) != nil }.map(\.path)
        let assets = named.count == themeFiles.count && !named.isEmpty ? ["assets/*"] : named.sorted()
        let media = ["integrations/:id/media/*", "pages/media/*"].filter { !isPageBelow($0) }
        return assets + inAllLanguages(["data/search/*", "data/filter/*"]) + media
    }

    /// A page `media.md` stands among the media on the site, and must not be kept for good.
    private func isPageBelow(_ pattern: String) -> Bool {
        if pattern.hasPrefix("pages/") { return site.helpPages.contains { $0.address.path.hasPrefix("pages/media/") } }
        return plan.summaries.contains { summary in
            summary.pages.contains { $0.contentPath == "integrations/\(summary.id)/media.md" }
        }
    }

    private func inAllLanguages(_ paths: [String]) -> [String] {
        site.languages.flatMap { language in paths.map { language.folder + $0 } }
    }

    private static let changingPaths =
        [
            "", "index.html", "index.md", "404.html", "page/*", "categories/*", "products/*", "scopes/*", "files/*",
            "search/*",
            "data/search.js",
            "data/filter.js", "feed.xml",
            "llms.txt",
        ]
        + ["pages/:page/", "integrations/:id/", "integrations/:id/:page/"].flatMap { folder in
            ["", "index.html", "index.md"].map { folder + $0 }
        } + ["integrations/:id/listing.json"]

    private func write(_ path: String, _ headers: [(String, String)], to text: inout String) {
        text += site.basePath + path + "\n"
        for (name, value) in headers { text += "  \(name): \(value)\n" }
    }
}
