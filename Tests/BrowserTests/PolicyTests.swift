import Foundation
import SiteBuilder
import TestSupport
import Testing

/// The policy of the pages in a real browser: what the site needs is let through, and nothing else.
@Suite(.enabled(if: Chromium.isInstalled, Comment(rawValue: Chromium.isMissing)), .timeLimit(.minutes(5)), .serialized)
struct PolicyTests {
    private let folder: TemporaryFolder
    private let browser: Chromium

    init() throws {
        folder = try TemporaryFolder()
        try FileManager.default.copyItem(
            at: PackageFolder.url(of: "Content"),
            to: folder.url.appending(path: "Content")
        )
        browser = try Chromium()
    }

    /// Looks at a page, however it came: the style, the scripts and the media are there, and nothing was refused.
    private func expectWhole(_ tab: Tab) async throws {
        #expect(try await tab.isTrue("[...document.styleSheets].length > 0"))
        #expect(try await tab.isTrue("getComputedStyle(document.querySelector('.skip-link')).position !== 'static'"))
        #expect(try await tab.isTrue("document.querySelector('[data-theme-switch]').checkVisibility()"))
        try await tab.wait(
            until: """
                [...document.images].filter(image => image.loading !== 'lazy').every(image => image.naturalWidth > 0)
                """,
            seconds: 20
        )
        // Browsers ask for an icon whether a site has one or not, and Chromium reads no captions from a folder.
        let usual = ["favicon.ico", "'file:' URLs are treated as unique security origins"]
        #expect(tab.complaints.filter { complaint in !usual.contains { complaint.contains($0) } } == [])
    }

    private func open(_ page: String, in tab: Tab) async throws {
        try await tab.go(to: page)
        try await expectWhole(tab)
    }

    private static let listings = ["integrations/quarrystone/", "integrations/larkspur-loyalty/", "scopes/", ""]

    @Test func `the site is whole when it is opened from a folder`() async throws {
        defer { browser.close() }
        var options = SiteOptions()
        options.content = folder.path(of: "Content")
        options.output = folder.path(of: "Output")
        #expect(try await SiteBuild(options, goal: .build).run().isPublished)
        let tab = try await browser.open("file://\(folder.path(of: "Output"))/index.html")
        for page in Self.listings {
            try await open("file://\(folder.path(of: "Output"))/\(page)index.html", in: tab)
        }
        #expect(asked(tab).filter { !$0.hasPrefix("file:") } == [])
    }

    @Test func `the site is whole in a preview, whose own tools come through`() async throws {
        defer { browser.close() }
        let preview = try await PreviewRun(in: folder)
        let tab = try await browser.open(preview.url)
        for page in Self.listings {
            try await open("\(preview.url)\(page)", in: tab)
            try await tab.wait(
                until: "document.querySelector('candor-preview')?.shadowRoot.querySelector('button') != null"
            )
        }
        let host = preview.url.prefix { $0 != "/" } + "//localhost:\(preview.port)/"
        #expect(asked(tab).filter { !$0.hasPrefix(host) } == [])
    }

    /// Without the pictures of the browser's own controls.
    private func asked(_ tab: Tab) -> [String] {
        tab.requests.filter { !$0.hasPrefix("data:") }
    }

    @Test func `code and styles that get into a page are not run, and nothing is asked of another host`() async throws {
        defer { browser.close() }
        let preview = try await PreviewRun(in: folder)
        let tab = try await browser.open("\(preview.url)integrations/quarrystone/")
        let attempts = [
            "Object.assign(document.createElement('script'), { textContent: 'window.hacked = 1' })",
            "Object.assign(document.createElement('style'), { textContent: 'body { outline-offset: 9px }' })",
            "Object.assign(document.createElement('img'), { src: 'https://other.example/a.png' })",
            "Object.assign(document.createElement('iframe'), { src: 'https://other.example/' })",
            "Object.assign(document.createElement('base'), { href: 'https://other.example/' })",
        ]
        _ = try await tab.value(
            """
            (window.refused = [],
             addEventListener('securitypolicyviolation', event => refused.push(event.effectiveDirective)), 0)
            """
        )
        for attempt in attempts { _ = try await tab.value("(document.body.append(\(attempt)), 0)") }
        try await tab.wait(until: "refused.length === \(attempts.count)", seconds: 20)
        #expect(try await tab.value("window.hacked") == "undefined")
        #expect(
            try await tab.value("refused.sort().join(' ')")
                == "base-uri frame-src img-src script-src-elem style-src-elem"
        )
    }
}
