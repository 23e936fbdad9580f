/// Where a file of the site stands, from the site's root: `integrations/acme/setup/index.html`.
///
/// Links name `index.html` and climb to the root first, so that the site works under any base path and from a folder
/// that no server serves.
///
/// In a site of several languages each has a folder of its own but the main one, and addresses are told from there; what
/// is the same in all of them stands at the root.
struct SiteAddress: Sendable {
    let path: String
    /// Whether the file stands at the root of the site and serves all languages: media, and the files of the theme.
    let isShared: Bool

    static let home = SiteAddress(path: "index.html")
    static let notFound = SiteAddress(path: "404.html")
    static let feed = SiteAddress(path: "feed.xml")
    static let headers = SiteAddress(path: "_headers")
    static let languageModelIndex = SiteAddress(path: "llms.txt")

    static func home(page number: Int) -> SiteAddress {
        number == 1 ? home : SiteAddress(path: "page/\(number)/index.html")
    }

    static func integration(_ id: String) -> SiteAddress {
        SiteAddress(path: "integrations/\(id)/index.html")
    }

    static func scopes(page number: Int = 1) -> SiteAddress {
        SiteAddress(path: number == 1 ? "scopes/index.html" : "scopes/page/\(number)/index.html")
    }

    static func scope(_ slug: String, page number: Int = 1) -> SiteAddress {
        SiteAddress(path: "scopes/\(slug)/\(number == 1 ? "" : "page/\(number)/")index.html")
    }

    static func category(_ slug: String, page number: Int = 1) -> SiteAddress {
        SiteAddress(path: "categories/\(slug)/\(number == 1 ? "" : "page/\(number)/")index.html")
    }

    /// Those that add to a product of the platform.
    static func product(_ id: String, page number: Int = 1) -> SiteAddress {
        SiteAddress(path: "products/\(id)/\(number == 1 ? "" : "page/\(number)/")index.html")
    }

    /// Where a file of one listing is published once more, under its own name, when a page of another links to it: the
    /// one who links cannot know what the file's content makes of its name.
    static func linkedFile(_ contentPath: String) -> SiteAddress {
        SiteAddress(shared: "\(linkedFiles)\(contentPath)")
    }

    static let linkedFiles = "files/"

    /// All integrations by their letters; the first letter's first page is the page of all.
    static func search(letter: String? = nil, page number: Int = 1) -> SiteAddress {
        let folder = letter.map { "\($0)/" } ?? ""
        return SiteAddress(path: "search/\(folder)\(number == 1 ? "" : "page/\(number)/")index.html")
    }

    /// The page or file that a path of the content folder becomes: `integrations/acme/setup.md`, `pages/reading.md`.
    ///
    /// Only pages end in `.md`: the loader lets no other such file through.
    init(contentPath: String) {
        isShared = !contentPath.hasSuffix(".md")
        guard !isShared else {
            path = contentPath
            return
        }
        let stem = contentPath.dropLast(3)
        path = stem.hasSuffix("/index") ? "\(stem).html" : "\(stem)/index.html"
    }

    init(path: String) {
        self.path = path
        isShared = false
    }

    init(shared path: String) {
        self.path = path
        isShared = true
    }

    /// The address from the root of the site; `folder` is that of the language: `fr/`, or nothing.
    func published(in folder: String) -> SiteAddress {
        isShared || folder.isEmpty ? self : SiteAddress(path: folder + path)
    }

    /// The page as plain Markdown, beside it; nil for the page for missing addresses and for what is no page.
    var twin: SiteAddress? {
        guard path == "index.html" || path.hasSuffix("/index.html") else { return nil }
        return SiteAddress(path: String(path.dropLast("html".count)) + "md")
    }

    /// What is said of an integration on its page, as JSON.
    static func listingRecord(_ id: String) -> SiteAddress {
        SiteAddress(path: "integrations/\(id)/listing.json")
    }

    /// `../` for every folder above the file; what stands before a link to anything else.
    var root: String {
        String(repeating: "../", count: path.utf8.count { $0 == UInt8(ascii: "/") })
    }

    /// The address that a server shows: without `index.html`.
    var withoutIndex: String {
        path == "index.html" || path.hasSuffix("/index.html") ? String(path.dropLast("index.html".count)) : path
    }
}

/// No two files stand at one path, whatever they are.
extension SiteAddress: Hashable {
    static func == (left: SiteAddress, right: SiteAddress) -> Bool { left.path == right.path }

    func hash(into hasher: inout Hasher) { hasher.combine(path) }
}
