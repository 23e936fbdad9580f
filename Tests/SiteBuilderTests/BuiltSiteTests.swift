import Diagnostics
import FileSystem
import Foundation
import SiteBuilder
import TestSupport
import Testing

/// The site that the repository's own content becomes, held against what every page promises.
struct BuiltSiteTests {
    private static let attributes = ["href", "src", "poster", "data-full", "srcset"]

    /// Pages by path, scanned, and the names of all files.
    private func builtSite(_ content: URL) async throws -> (pages: [String: HTMLScan], files: Set<String>) {
        let folder = try TemporaryFolder()
        let outcome = try await build(in: folder) {
            $0.content = content.path
            $0.themes = PackageFolder.url(of: "Themes").path
        }
        #expect(outcome.isPublished, "\(outcome.report.sorted.map(\.message))")
        let site = try FolderSnapshot(folder.url.appending(path: "Output"))
        let pages = site.files.filter { $0.key.hasSuffix(".html") }
        return (pages.mapValues { HTMLScan(String(decoding: $0.bytes, as: UTF8.self)) }, Set(site.names))
    }

    @Test func `every link of the directory leads to a file of the site, and every anchor to a place on its page`()
        async throws
    {
        let (pages, files) = try await builtSite(PackageFolder.url(of: "Content"))
        #expect(pages.count > 20)
        var checked = 0
        for (page, scan) in pages {
            for tag in scan.tags {
                for name in Self.attributes {
                    guard let written = tag.attributes[name], !written.contains("://"), !written.hasPrefix("mailto:")
                    else {
                        continue
                    }
                    checked += 1
                    let target = try #require(resolved(written, from: page), "\(page): \(written)")
                    #expect(files.contains(target.file), "\(page): <\(tag.name) \(name)=\(written)>")
                    if let anchor = target.anchor, !anchor.isEmpty, let there = pages[target.file] {
                        #expect(there.ids.contains(anchor), "\(page): \(written)")
                    }
                }
            }
        }
        #expect(checked > 1000)
    }

    @Test func `no id stands twice on a page, and nothing is loaded from elsewhere`() async throws {
        let (pages, _) = try await builtSite(PackageFolder.url(of: "Content"))
        for (page, scan) in pages {
            let counts = Dictionary(scan.ids.map { ($0, 1) }, uniquingKeysWith: +)
            #expect(counts.filter { $0.value > 1 }.keys.sorted() == [], "\(page)")
            for tag in scan.tags {
                // Addresses that only search engines follow.
                let isTold = tag.attributes["rel"] == "canonical" || tag.attributes["hreflang"] != nil
                let loaded =
                    [tag.attributes["src"], tag.attributes["poster"], tag.attributes["srcset"]]
                    + (tag.name == "link" && !isTold ? [tag.attributes["href"]] : [])
                for address in loaded.compactMap(\.self) {
                    #expect(!address.contains("//"), "\(page): <\(tag.name)> loads \(address)")
                }
                #expect(tag.attributes.keys.filter { $0.hasPrefix("on") } == [], "\(page): a handler in <\(tag.name)>")
            }
        }
    }

    @Test func `no code and no style stands in a page, and what does is data`() async throws {
        let (pages, _) = try await builtSite(PackageFolder.url(of: "Content"))
        for (page, scan) in pages {
            for tag in scan.tags {
                #expect(tag.name != "style" && tag.attributes["style"] == nil, "\(page): a style in <\(tag.name)>")
                #expect(tag.attributes.keys.filter { $0.hasPrefix("on") } == [], "\(page): a handler in <\(tag.name)>")
                if tag.name == "script" {
                    let isData = tag.attributes["type"] == "application/ld+json" && tag.attributes["src"] == nil
                    let isFile = tag.attributes["src"]?.isEmpty == false && tag.attributes["type"] == nil
                    #expect(isData || isFile, "\(page): \(tag.attributes)")
                }
            }
            let policies = scan.tags.filter { $0.attributes["http-equiv"] == "Content-Security-Policy" }
            #expect(policies.count == 1, "\(page)")
            let policy = policies.first?.attributes["content"] ?? ""
            #expect(policy.hasPrefix("default-src 'none'; ") && !policy.contains("unsafe"), "\(page)")
        }
    }

    @Test func `every picture and video has a size, and all pictures but the first wait`() async throws {
        let (pages, _) = try await builtSite(PackageFolder.url(of: "Content"))
        var checked = 0
        for (page, scan) in pages {
            let media = scan.tags.filter { $0.name == "img" || $0.name == "video" }
            checked += media.count
            for tag in media {
                for side in ["width", "height"] {
                    #expect(Int(tag.attributes[side] ?? "") ?? 0 > 0, "\(page): \(side) of \(tag.attributes)")
                }
                #expect(tag.name == "video" || tag.attributes["decoding"] == "async", "\(page): \(tag.attributes)")
            }
            let eager = media.filter { $0.name == "img" && $0.attributes["loading"] != "lazy" }
            #expect(eager.filter { $0.attributes["class"] == "logo" }.count <= 1, "\(page)")
            #expect(eager.filter { $0.attributes["class"] != "logo" }.count <= 1, "\(page)")
        }
        #expect(checked > 50)
    }

    @Test func `every picture and video is named by its content, and servers may keep it for good`() async throws {
        let folder = try TemporaryFolder()
        try FileManager.default.copyItem(
            at: PackageFolder.url(of: "Content"),
            to: folder.url.appending(path: "Content")
        )
        // Our own logos are PNG, as our marketplace asks; others take SVG.
        let rules = try folder.text("Content/site.json")
            .replacing("\"rules\": {}", with: "\"rules\": {\"media-format-not-allowed\": \"warning\"}")
        try folder.write(rules, to: "Content/site.json")
        let listing = "Content/integrations/quarrystone"
        let manifest = try folder.text("\(listing)/integration.json")
        let logo = try #require(manifest.firstMatch(of: /"kind": "logo",\s*"file": "media\/([^"]+)"/)).output.1
        try folder.write(manifest.replacing("media/\(logo)", with: "media/mark.svg"), to: "\(listing)/integration.json")
        try folder.write(
            #"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 34 34"><rect width="34" height="34"/></svg>"#,
            to: "\(listing)/media/mark.svg"
        )
        try FileManager.default.removeItem(at: folder.url.appending(path: "\(listing)/media/\(logo)"))
        let outcome = try await build(in: folder)
        #expect(outcome.isPublished, "\(outcome.report.sorted)")
        let site = try FolderSnapshot(folder.url.appending(path: "Output"))
        let kept = Headers(site.text("_headers"))
        var found: [String: Int] = [:]
        for page in site.names where page.hasSuffix(".html") {
            let media = HTMLScan(site.text(page)).tags.filter { ["img", "video", "source", "track"].contains($0.name) }
            for tag in media {
                for name in ["src", "poster"] {
                    guard let written = tag.attributes[name] else { continue }
                    let file = try #require(resolved(written, from: page)?.file)
                    #expect(file.firstMatch(of: /\.[0-9a-f]{8,}\.[a-z0-9]+$/) != nil, "\(page): \(file)")
                    #expect(kept.cacheRules(of: "/" + file) == [Self.forGood], "\(file)")
                    found["\(page.hasPrefix("fr/") ? "fr" : "en") \(name)", default: 0] += 1
                    found[String(file.suffix(3)), default: 0] += 1
                }
                guard tag.name == "img" || tag.name == "video" else { continue }
                #expect(Int(tag.attributes["width"] ?? "") ?? 0 > 0, "\(page): \(tag.attributes)")
                #expect(Int(tag.attributes["height"] ?? "") ?? 0 > 0, "\(page): \(tag.attributes)")
            }
        }
        for kind in ["en src", "fr src", "en poster", "fr poster", "svg", "png", "mp4", "vtt"] {
            #expect(found[kind, default: 0] > 0, "\(kind): \(found)")
        }
    }

    private static let forGood = "public, max-age=31536000, immutable"

    @Test func `every page has a twin whose links lead to files of the site, and none speaks of Candor's own schemes`()
        async throws
    {
        let folder = try TemporaryFolder()
        _ = try await build(in: folder) {
            $0.content = PackageFolder.url(of: "Content").path
            $0.themes = PackageFolder.url(of: "Themes").path
        }
        let site = try FolderSnapshot(folder.url.appending(path: "Output"))
        var checked = 0
        for page in site.names where page.hasSuffix("index.html") {
            let twin = page.dropLast("html".count) + "md"
            let text = site.text(String(twin))
            #expect(text.hasPrefix("# "), "\(twin)")
            #expect(!text.contains("<!--"), "\(twin)")
            // A help page may show in code how an author writes.
            let prose = text.replacing(/```[^`]*```|`[^`]*`/, with: "")
            #expect(prose.firstMatch(of: /\]\((feature|scope|screenshot|video):/) == nil, "\(twin)")
            for match in prose.matches(of: /\]\(([^)\s]+)/) where !match.output.1.contains(":") {
                checked += 1
                let target = try #require(resolved(String(match.output.1), from: String(twin)), "\(twin)")
                #expect(site.files[target.file] != nil, "\(twin): \(match.output.1)")
                #expect(!target.file.hasSuffix(".html"), "\(twin): \(match.output.1)")
            }
        }
        #expect(checked > 300)
    }

    @Test func `the style sheets and scripts load nothing from elsewhere`() throws {
        for path in try PackageFolder.files(below: "Themes/default/assets", ending: "") {
            let text = try PackageFolder.text(path)
            #expect(!text.contains("@import") && !text.contains("url(http") && !text.contains("url(//"), "\(path)")
            #expect(!text.contains("fetch(\"http") && !text.contains("src = \"http"), "\(path)")
        }
    }

    /// The file and the anchor that an address leads to; nil when it leaves the site.
    private func resolved(_ written: String, from page: String) -> (file: String, anchor: String?)? {
        let parts = written.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let path = parts[0].removingPercentEncoding ?? parts[0]
        let anchor = parts.count > 1 ? parts[1].removingPercentEncoding : nil
        guard !path.isEmpty else { return (page, anchor) }
        // Only the page for missing addresses has absolute links; the site stands at the root of its host.
        var components = path.hasPrefix("/") ? [] : page.split(separator: "/").dropLast().map(String.init)
        for component in path.split(separator: "/") {
            if component == ".." {
                guard components.popLast() != nil else { return nil }
            } else if component != "." {
                components.append(String(component))
            }
        }
        return (components.joined(separator: "/"), anchor)
    }
}
