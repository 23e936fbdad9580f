import Diagnostics
import Foundation
import FoundationXML
import TestSupport
import Testing

@testable import SiteBuilder

/// What the site says to machines: cards, search engines, feeds, language models, servers.
struct MachineFilesTests {
    private let folder: TemporaryFolder
    private static let base = "https://directory.example/base/"

    init() throws { folder = try TemporaryFolder() }

    private func site(_ content: ContentBuilder) async throws -> FolderSnapshot {
        try content.write(to: folder)
        let outcome = try await build(in: folder)
        #expect(outcome.isPublished, "\(outcome.report.sorted)")
        return try FolderSnapshot(folder.url.appending(path: "Output"))
    }

    private func withoutAddress(_ content: ContentBuilder) -> ContentBuilder {
        var content = content
        content.site = content.site.replacing("  \"baseURL\": \"\(Self.base)\",\n", with: "")
        return content
    }

    /// The things of a page's graph.
    private func graph(of page: String, in site: FolderSnapshot) throws -> [[String: Any]] {
        let text = site.text(page)
        let start = try #require(text.firstRange(of: "<script type=\"application/ld+json\">")?.upperBound)
        let end = try #require(text[start...].firstRange(of: "</script>")?.lowerBound)
        let json = try JSONSerialization.jsonObject(with: Data(text[start..<end].utf8)) as? [String: Any]
        #expect(json?["@context"] as? String == "https://schema.org")
        return try #require(json?["@graph"] as? [[String: Any]])
    }

    private func thing(_ type: String, of page: String, in site: FolderSnapshot) throws -> [String: Any]? {
        try graph(of: page, in: site).first { $0["@type"] as? String == type }
    }

    private func meta(_ page: String, _ site: FolderSnapshot) -> [String: String] {
        let tags = HTMLScan(site.text(page)).tags.filter { $0.name == "meta" }
        let pairs = tags.compactMap { tag in
            (tag.attributes["property"] ?? tag.attributes["name"] ?? tag.attributes["http-equiv"]).map {
                ($0, tag.attributes["content"] ?? "")
            }
        }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }

    @Test func `the page of a listing describes the software, and nothing that its manifest does not say`() async throws
    {
        let site = try await site(ContentBuilder())
        let data = try #require(try thing("SoftwareApplication", of: "integrations/acme/index.html", in: site))
        #expect(data["name"] as? String == "Acme Loyalty")
        #expect(data["url"] as? String == "\(Self.base)integrations/acme/")
        #expect(data["softwareVersion"] as? String == "1.0.0")
        #expect(data["dateModified"] as? String == "2026-11-10")
        #expect(data["applicationCategory"] as? [String] == ["Loyalty"])
        #expect(data["permissions"] as? [String] == ["users:read"])
        #expect((data["author"] as? [String: Any])?["name"] as? String == "Acme Labs")
        let screenshot = try #require((data["screenshot"] as? [[String: Any]])?.first)
        let address = try #require(screenshot["contentUrl"] as? String)
        #expect(site.names.contains { address == Self.base + $0 })
        #expect(data["offers"] == nil && data["aggregateRating"] == nil)
    }

    @Test func `every page with breadcrumbs says them to machines as well`() async throws {
        let site = try await site(ContentBuilder())
        for page in site.names where page.hasSuffix(".html") && page != "index.html" && page != "404.html" {
            let list = try #require(try thing("BreadcrumbList", of: page, in: site), "\(page)")
            let items = try #require(list["itemListElement"] as? [[String: Any]])
            let positions = items.compactMap { $0["position"] as? Int }
            #expect(positions == Array(1...items.count), "\(page)")
            #expect(items.first?["item"] as? String == Self.base)
            let own = Self.base + page.dropLast("index.html".count)
            #expect(items.last?["item"] as? String == own)
        }
        for page in ["index.html", "404.html"] { #expect(!site.text(page).contains("BreadcrumbList")) }
    }

    @Test func `questions are said to machines where headings ask and text answers, on a page of that kind alone`()
        async throws
    {
        let body = """
            ## Does it cost anything?

            No.

            - Not now
            - Not later

            ## Background

            Some words.

            ## Who answers?

            ### The second one?

            We do.
            """
        var content = ContentBuilder()
        for (name, kind) in [("faq", "faq"), ("notes", "guide")] {
            content.listings[0].files["\(name).md"] =
                Array("---\ntitle: Questions\ndescription: Answers.\nkind: \(kind)\n---\n\n\(body)\n".utf8)
        }
        let site = try await site(content)
        let faq = try #require(try thing("FAQPage", of: "integrations/acme/faq/index.html", in: site))
        let questions = try #require(faq["mainEntity"] as? [[String: Any]])
        let asked = questions.compactMap { $0["name"] as? String }
        #expect(asked == ["Does it cost anything?", "The second one?"])
        let answers = questions.compactMap { ($0["acceptedAnswer"] as? [String: Any])?["text"] as? String }
        #expect(answers == ["No.\nNot now\nNot later", "We do."])
        #expect(try thing("FAQPage", of: "integrations/acme/notes/index.html", in: site) == nil)
    }

    @Test(arguments: [(0, "PT0S"), (59, "PT59S"), (60, "PT1M"), (3661, "PT1H1M1S"), (86_400, "PT24H")])
    func `durations are written as ISO 8601 has them`(seconds: Int, text: String) {
        #expect(VideoData.durationText(seconds) == text)
    }

    @Test func `nothing that an author writes ends the block of data`() async throws {
        var content = ContentBuilder()
        let attack = "</script><script>alert(1)</script><!--<script>"
        content.listings[0].name = attack
        content.listings[0].features[0].title = attack
        let site = try await site(content)
        let data = try #require(try thing("SoftwareApplication", of: "integrations/acme/index.html", in: site))
        #expect(data["name"] as? String == attack)
        #expect(data["featureList"] as? [String] == [attack])
    }

    @Test func `a card has the first screenshot with its size, where the site knows its own address`() async throws {
        let site = try await site(ContentBuilder())
        let meta = meta("integrations/acme/setup/index.html", site)
        let picture = try #require(meta["og:image"])
        #expect(site.names.contains { picture == Self.base + $0 })
        #expect(meta["og:image:width"] == "1" && meta["og:image:height"] == "1")
        #expect(meta["og:image:alt"] == "A profile with a balance of 120 points")
        #expect(meta["twitter:card"] == "summary_large_image")
    }

    @Test func `a site that does not know its own address has no feed, no card picture and relative data`() async throws
    {
        let site = try await site(withoutAddress(ContentBuilder()))
        #expect(!site.names.contains("feed.xml"))
        let page = "integrations/acme/index.html"
        #expect(!site.text(page).contains("atom+xml") && meta(page, site)["og:image"] == nil)
        let data = try #require(try thing("SoftwareApplication", of: page, in: site))
        #expect(data["url"] as? String == "../../integrations/acme/index.html")
    }

    @Test func `the feed tells what is new and what is asked for otherwise, newest first, and is the same every time`()
        async throws
    {
        var content = ContentBuilder(listingCount: 60)
        content.listings[3].name = "A & <more>\\u0007"
        content.files["integrations/listing-5/permissions.json"] = Array(
            """
            {"releases": [
              {"version": "0.8.0", "date": "2026-10-01", "scopes": []},
              {"version": "0.9.0", "date": "2026-12-01", "scopes": [
                {"id": "users:read", "requirement": "optional", "features": ["points-sync"]},
                {"id": "events:write", "requirement": "required", "features": ["points-sync"]}]},
              {"version": "1.0.0", "date": "2026-11-10", "scopes": [
                {"id": "users:read", "requirement": "required", "features": ["points-sync"]}]}
            ]}
            """.utf8
        )
        let site = try await site(content)
        let feed = Feed(site.files["feed.xml"]?.bytes ?? Data())
        #expect(feed.problem == nil)
        #expect(feed.entries.count == 50)
        let dates = feed.entries.map { $0["updated"] ?? "" }
        #expect(dates == dates.sorted(by: >))
        #expect(feed.updated == dates.first)
        let first = try #require(feed.entries.first)
        #expect(first["title"] == "Other permissions: Listing 5 0.9.0")
        let lines = first["content"]?.split(separator: "\n")
        #expect(lines == ["Asks for users:read, which is optional.", "Asks for events:write, which is required."])
        let current = try #require(feed.entries.first { $0["title"] == "Updated: Listing 5 1.0.0" })
        #expect(current["content"]?.contains("Asks no longer for events:write.") == true)
        #expect(current["content"]?.contains("it was optional and is required") == true)
        #expect(feed.entries.contains { $0["title"] == "New: A & <more>\u{FFFD} 1.0.0" })
        let ids = Set(feed.entries.compactMap { $0["id"] })
        #expect(ids.count == 50)
        #expect(feed.entries.allSatisfy { $0["id"]?.hasPrefix("\(Self.base)integrations/") == true })
        let again = try TemporaryFolder()
        try content.write(to: again)
        _ = try await build(in: again) { $0.threadCount = 1 }
        #expect(try again.text("Output/feed.xml") == site.text("feed.xml"))
    }

    @Test func `the map of the site says when a page was changed, where the content does`() async throws {
        var content = ContentBuilder()
        content.listings[0].files["notes.md"] =
            Array("---\ntitle: Notes\ndescription: Notes.\nupdated: 2026-10-02\n---\n\nSome notes.\n".utf8)
        let map = try await site(content).text("sitemap.xml")
        #expect(map.contains("integrations/acme/</loc><lastmod>2026-11-10</lastmod>"))
        #expect(map.contains("integrations/acme/notes/</loc><lastmod>2026-10-02</lastmod>"))
        #expect(map.contains("integrations/acme/setup/</loc></url>"))
    }

    @Test func `the index for language models has a line for each listing, and every link leads to a twin`()
        async throws
    {
        var content = ContentBuilder(listingCount: 3)
        content.listings[1].name = "Odd [name](x) *here*"
        let site = try await site(content)
        let text = site.text("llms.txt")
        #expect(text.hasPrefix("# Small directory\n\n> Two words on every integration.\n"))
        let links = text.split(separator: "\n").filter { $0.hasPrefix("- [") }
        // A help page, two lists, a category and three integrations.
        #expect(links.count == 7)
        for link in links {
            let start = try #require(link.firstRange(of: "](\(Self.base)")?.upperBound)
            let path = String(link[start...].prefix { $0 != ")" })
            #expect(path.hasSuffix(".md") && site.names.contains(path), "\(link)")
        }
        #expect(text.contains("- [Odd \\[name\\](x) \\*here\\*]("))
    }

    @Test func `a listing is written down for programs as its schema says`() async throws {
        var content = ContentBuilder()
        content.listings[0].files["permissions.json"] = Array(
            """
            {"releases": [
              {"version": "0.9.0", "date": "2026-10-01", "scopes": [
                {"id": "users:write", "actor": "bot", "requirement": "required", "features": ["points-sync"]}]},
              {"version": "1.0.0", "date": "2026-11-10", "scopes": [
                {"id": "users:read", "requirement": "required", "features": ["points-sync"]}]}
            ]}
            """.utf8
        )
        let site = try await site(content)
        let bytes = try #require(site.files["integrations/acme/listing.json"]?.bytes)
        let record = try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
        #expect(try SchemaCheck(named: "listing").problems(of: record) == [])
        let feature = try #require((record["features"] as? [[String: Any]])?.first)
        #expect(feature["url"] as? String == "\(Self.base)integrations/acme/#sync-points")
        let permission = try #require((record["permissions"] as? [[String: Any]])?.first)
        #expect(permission["reason"] as? String == "Members are matched to profiles by it.")
        let releases = try #require(record["permissionChanges"] as? [[String: Any]])
        #expect(releases.map { $0["version"] as? String } == ["1.0.0", "0.9.0"])
        #expect((releases[0]["changes"] as? [[String: Any]])?.map { $0["change"] as? String } == ["added", "removed"])
        #expect((releases[0]["uses"] as? [[String: Any]])?.first?["lost"] as? [String] == ["users:write@bot"])
        #expect((releases[1]["changes"] as? [Any])?.isEmpty == true)
        let pages = try #require(record["pages"] as? [[String: Any]])
        for page in pages {
            let twin = try #require(page["markdown"] as? String)
            #expect(site.names.contains { twin == Self.base + $0 }, "\(twin)")
        }
    }

    /// The content of this repository says something under every key, some of it in several languages.
    @Test func `so is every listing of our own content, in each language of the site`() async throws {
        try FileManager.default.copyItem(
            at: PackageFolder.url(of: "Content"),
            to: folder.url.appending(path: "Content")
        )
        try #require(try await build(in: folder).isPublished)
        let site = try FolderSnapshot(folder.url.appending(path: "Output"))
        let schema = try SchemaCheck(named: "listing")
        let ids = try FileManager.default.contentsOfDirectory(atPath: folder.path(of: "Content/integrations"))
        var said: Set<String> = []
        for id in ids {
            for language in ["", "fr/"] {
                let path = "\(language)integrations/\(id)/listing.json"
                let bytes = try #require(site.files[path]?.bytes, "\(path)")
                let record = try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
                #expect(schema.problems(of: record) == [], "\(path)")
                #expect(record["id"] as? String == id)
                #expect((record["url"] as? String)?.hasSuffix("/\(language)integrations/\(id)/") == true, "\(path)")
                said.formUnion(record.filter { ($0.value as? [Any])?.isEmpty != true }.keys)
            }
        }
        #expect(schema.memberNames.subtracting(said) == [], "what no listing says is not held against the schema")
        let translated = site.text("fr/integrations/fernhollow-picks/listing.json")
        #expect(translated != site.text("integrations/fernhollow-picks/listing.json"))
    }

    @Test func `servers are told to keep for good what is named by its content, and to ask again for the rest`()
        async throws
    {
        let headers = Headers(try await site(ContentBuilder()).text("_headers"))
        let all = try #require(headers.rules["/base/*"])
        #expect(all["X-Content-Type-Options"] == "nosniff")
        #expect(all["Content-Security-Policy"]?.contains("default-src 'none'") == true)
        #expect(all["Content-Security-Policy"]?.contains("unsafe-inline") == false)
        #expect(all["Cache-Control"] == nil)
        let site = try FolderSnapshot(folder.url.appending(path: "Output"))
        for name in site.names where !name.hasPrefix(".") && name != "_headers" {
            let rules = headers.cacheRules(of: "/base/\(name)")
            let isNamedByContent = name.firstMatch(of: /\.([0-9a-f]{8}){1,2}\.[a-z0-9]+$/) != nil
            #expect(rules == (isNamedByContent ? ["public, max-age=31536000, immutable"] : []), "\(name)")
            guard name.hasSuffix("index.html") else { continue }
            let folder = name.dropLast("index.html".count)
            #expect(headers.cacheRules(of: "/base/\(folder)") == [], "\(name)")
        }
    }

    /// Cloudflare Pages reads 100 rules, and of each no line of more than 2,000 characters.
    @Test func `the headers are as many for any number of languages and listings`() async throws {
        func headers(_ languages: [String], listings: Int) async throws -> Headers {
            var content = ContentBuilder(listingCount: listings)
            let tags = languages.map { "\"\($0)\"" }.joined(separator: ", ")
            content.site = content.site.replacing("\"en\"", with: "\"en\", \"languages\": [\(tags)]")
            let text = try await site(content).text("_headers")
            #expect(text.split(separator: "\n").allSatisfy { $0.utf8.count <= 2000 })
            return Headers(text)
        }
        let few = try await headers(["fr"], listings: 1)
        let many = try await headers(["fr", "ar", "de", "es", "it", "pt", "nl", "sv", "pl", "ja"], listings: 9)
        #expect(few.rules.keys.sorted() == many.rules.keys.sorted())
        #expect(many.rules.count < 12)
        for language in ["", "fr/", "ja/"] {
            #expect(many.cacheRules(of: "/base/\(language)data/search/a.js").count == 1, "\(language)")
            #expect(many.cacheRules(of: "/base/\(language)data/search.js").isEmpty, "\(language)")
        }
    }

    @Test func `a listing with the name of a folder of data is not kept for good`() async throws {
        var content = ContentBuilder()
        content.site = content.site.replacing("\"en\"", with: "\"en\", \"languages\": [\"fr\"]")
        content.listings[0].id = "data"
        content.listings[0].files["search.md"] = Array("---\ntitle: Search\ndescription: M.\n---\n\nText.\n".utf8)
        let headers = Headers(try await site(content).text("_headers"))
        #expect(headers.cacheRules(of: "/base/integrations/data/search/index.html").isEmpty)
        #expect(headers.cacheRules(of: "/base/fr/data/search/a.js").count == 1)
    }

    // MARK: The picture of a page

    @Test func `a page without a picture of its own has the theme's, with its size and what it shows`() async throws {
        var content = ContentBuilder()
        content.listings[0].files["faq.md"] = Array("---\ntitle: Q\ndescription: A.\n---\n\nText.\n".utf8)
        let site = try await site(content)
        let theme = try #require(site.names.first { $0.hasPrefix("assets/social.") })
        let pages = [
            "index.html", "404.html", "categories/loyalty/index.html", "products/segments/index.html",
            "scopes/index.html", "scopes/users-read/index.html", "pages/reading/index.html", "search/index.html",
        ]
        for page in pages {
            let meta = meta(page, site)
            #expect(meta["og:image"] == Self.base + theme, "\(page)")
            #expect(meta["og:image:width"] == "1200" && meta["og:image:height"] == "630", "\(page)")
            #expect(meta["og:image:alt"] == "Cards of a directory, drawn without words", "\(page)")
            #expect(meta["twitter:card"] == "summary_large_image", "\(page)")
        }
        for page in ["index.html", "faq/index.html"] {
            #expect(meta("integrations/acme/\(page)", site)["og:image"]?.contains("media/points.") == true)
        }
        let nowhere = try await self.site(withoutAddress(content))
        for page in pages {
            #expect(meta(page, nowhere)["og:image"] == nil, "\(page)")
            #expect(meta(page, nowhere)["twitter:card"] == "summary", "\(page)")
        }
    }

    @Test func `a page among the media is not kept for good`() async throws {
        var content = ContentBuilder()
        content.listings[0].files["media.md"] = Array("---\ntitle: Media\ndescription: M.\n---\n\nText.\n".utf8)
        let headers = Headers(try await site(content).text("_headers"))
        #expect(headers.cacheRules(of: "/base/integrations/acme/media/index.html").isEmpty)
    }

    @Test(arguments: [
        ("https://www.youtube.com/watch?v=abcdefghijk", ["www.youtube-nocookie.com"]),
        ("https://video.example/a", []),
        ("http://video.example/a", []), ("https://a;script-src */x", []), ("https://a b/x", []),
        ("https://é.example", []),
    ])
    func `only a plain host of a video elsewhere comes into the policy`(url: String, hosts: [String]) async throws {
        let video = #", {"id": "film", "kind": "video", "url": "\#(url)", "alt": "How it is set up"}"#
        var content = ContentBuilder()
        let manifest = content.listings[0].manifest.replacing(
            "with a balance of 120 points\"}",
            with: "with a balance of 120 points\"}\(video)"
        )
        content.files["integrations/acme/integration.json"] = Array(manifest.utf8)
        try content.write(to: folder)
        guard try await build(in: folder).isPublished else { return #expect(hosts.isEmpty) }
        let site = try FolderSnapshot(folder.url.appending(path: "Output"))
        let frames = hosts.map { "; frame-src https://\($0)" }.joined()
        let policy = try #require(meta("integrations/acme/index.html", site)["Content-Security-Policy"])
        #expect(policy.contains("connect-src 'self'\(frames); base-uri 'none'"))
        #expect(
            meta("integrations/acme/setup/index.html", site)["Content-Security-Policy"]?.contains("frame-src") == false
        )
        #expect(site.text("_headers").contains("connect-src 'self'\(frames); base-uri 'none'"))
    }
}

/// An Atom feed, read strictly.
private final class Feed: NSObject, XMLParserDelegate {
    private(set) var entries: [[String: String]] = []
    private(set) var updated: String?
    private(set) var problem: (any Error)?
    private var text = ""
    private var isInEntry = false

    init(_ bytes: Data) {
        super.init()
        let parser = XMLParser(data: bytes)
        parser.delegate = self
        if !parser.parse() { problem = parser.parserError ?? CocoaError(.fileReadCorruptFile) }
    }

    func parser(
        _ parser: XMLParser,
        didStartElement name: String,
        namespaceURI: String?,
        qualifiedName: String?,
        attributes: [String: String]
    ) {
        text = ""
        guard name == "entry" else { return }
        isInEntry = true
        entries.append([:])
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        if name == "entry" { isInEntry = false }
        if isInEntry { entries[entries.count - 1][name] = text } else if name == "updated" { updated = text }
    }
}

/// A `_headers` file as the servers that read it understand it.
struct Headers {
    private(set) var rules: [String: [String: String]] = [:]

    init(_ text: String) {
        var path = ""
        for line in text.split(separator: "\n") {
            if line.hasPrefix("  "), let colon = line.firstIndex(of: ":") {
                let name = line[..<colon].trimmingCharacters(in: .whitespaces)
                rules[path, default: [:]][name] =
                    line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
            } else {
                path = String(line)
            }
        }
    }

    /// What all rules that match say of caching.
    func cacheRules(of path: String) -> [String] {
        rules.compactMap { pattern, headers in Self.matches(pattern, path) ? headers["Cache-Control"] : nil }
    }

    private static func matches(_ pattern: String, _ path: String) -> Bool {
        let wanted = pattern.split(separator: "/", omittingEmptySubsequences: false)
        let found = path.split(separator: "/", omittingEmptySubsequences: false)
        for (index, part) in wanted.enumerated() {
            if part == "*" { return index < found.count }
            guard index < found.count, part.hasPrefix(":") ? !found[index].isEmpty : part == found[index] else {
                return false
            }
        }
        return wanted.count == found.count
    }
}
