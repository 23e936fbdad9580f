import Listing

/// `_headers`: what servers that read such a file (Netlify, Cloudflare Pages) send along with the files of the site.
///
/// No two rules that speak of caching match the same path: some servers would join what both say. What no rule speaks of
/// is asked for again each time (`max-age=0, must-revalidate`), as these servers do by themselves; a rule for each kind
/// of page and each language would soon be more than the 100 that Cloudflare Pages reads.
struct HeadersFile: Sendable {
    let site: SiteFrame
    let plan: DirectoryPlan
    let themeFiles: [SiteAddress]

    private static let forGood = "public, max-age=31536000, immutable"

    var file: RenderedPage {
        var text = ""
        write("*", headersOfAll, to: &text)
        for path in lastingPaths { write(path, [("Cache-Control", Self.forGood)], to: &text) }
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
        let assets =
            named.count == themeFiles.count && !named.isEmpty
            ? ["assets/*"] : Array(named.sorted().prefix(Self.mostNamedFiles))
        let media = ["integrations/:id/media/*", "pages/media/*"].filter { !isPageBelow($0) }
        return assets + dataFolders.flatMap { ["\($0)data/search/*", "\($0)data/filter/*"] } + media
    }

    /// A page `media.md` stands among the media on the site, and must not be kept for good.
    private func isPageBelow(_ pattern: String) -> Bool {
        if pattern.hasPrefix("pages/") { return site.helpPages.contains { $0.address.path.hasPrefix("pages/media/") } }
        return plan.summaries.contains { summary in
            summary.pages.contains { $0.contentPath == "integrations/\(summary.id)/media.md" }
        }
    }

    /// Of many files that a theme names by their content beside others, so many get a rule of their own.
    private static let mostNamedFiles = 20

    /// The folders of the languages; all but the main one by one name, which stands for any.
    private var dataFolders: [String] {
        let folders = site.languages.map(\.folder)
        guard folders.count > 1, !isPageBelowData else { return folders }
        return ["", ":language/"]
    }

    /// `integrations/data/search/` would match as if `integrations` were a language.
    private var isPageBelowData: Bool {
        plan.summaries.contains { $0.id == "data" }
            || site.helpPages.contains { $0.address.path.hasPrefix("pages/data/") }
    }

    private func write(_ path: String, _ headers: [(String, String)], to text: inout String) {
        text += site.basePath + path + "\n"
        for (name, value) in headers { text += "  \(name): \(value)\n" }
    }
}
