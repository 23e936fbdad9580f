import Foundation
import TestSupport
import Testing

/// What the theme's scripts do on the pages of a built site, which are opened as files.
@Suite(.enabled(if: Chromium.isInstalled, Comment(rawValue: Chromium.isMissing)), .timeLimit(.minutes(15)), .serialized)
struct SitePageTests {
    private let folder: TemporaryFolder
    private let browser: Chromium

    init() throws {
        folder = try TemporaryFolder()
        browser = try Chromium()
    }

    /// The package's own content, or what a test has written.
    private func build(content: String) throws {
        let run = try CommandRun(
            [
                "build", "--content", content, "--output", folder.path(of: "Output"), "--base-url",
                "https://a.example/b/",
            ],
            in: folder.url
        )
        #expect(run.exitCode == 0, "\(run.errors)")
    }

    private func open(_ page: String, width: Int = 1280) async throws -> Tab {
        try await browser.open("file://\(folder.path(of: "Output"))/\(page)index.html", width: width)
    }

    private func openOwn(_ page: String, width: Int = 1280) async throws -> Tab {
        let site = try PublishedSite.shared.get().url
        return try await browser.open(site.appending(path: "\(page)index.html").absoluteString, width: width)
    }

    private static let counter = "document.querySelector('.gallery-bar output').textContent"
    private static let focused = "document.activeElement"

    @Test func `the strip counts, and is turned over by buttons and by arrow keys`() async throws {
        defer { browser.close() }
        let tab = try await openOwn("integrations/fernhollow-picks/")
        #expect(try await tab.value(Self.counter) == "1 of 4")
        #expect(try await tab.isTrue("document.querySelector('.gallery-bar button').disabled"))
        try await tab.click(".gallery-bar button:last-child")
        try await tab.wait(
            until: "\(Self.counter) === '2 of 4' && document.querySelector('.gallery-track').scrollLeft > 100"
        )
        _ = try await tab.value("document.querySelectorAll('.gallery-track a')[1].focus({ preventScroll: true })")
        try await tab.press("ArrowRight")
        try await tab.wait(until: "\(Self.counter) === '3 of 4'")
        // The focus goes along, so that Enter enlarges what is seen.
        #expect(try await tab.isTrue("\(Self.focused) === document.querySelectorAll('.gallery-track a')[2]"))
        try await tab.press("ArrowLeft")
        try await tab.press("ArrowLeft")
        try await tab.press("ArrowLeft")
        try await tab.wait(until: "\(Self.counter) === '1 of 4'")
        #expect(tab.complaints == [])
    }

    @Test func `a screenshot is enlarged, turned over, shown in full, and closed with the focus where it was`()
        async throws
    {
        defer { browser.close() }
        let tab = try await openOwn("integrations/fernhollow-picks/")
        _ = try await tab.value("document.querySelector('.gallery-track a').focus()")
        try await tab.press("Enter")
        try await tab.wait(until: "document.querySelector('dialog')?.open")
        let dialog = "document.querySelector('dialog')"
        #expect(try await tab.value("\(dialog).querySelector('output').textContent") == "1 of 4")
        #expect(try await tab.isTrue("\(dialog).querySelector('img').alt.length > 5"))
        #expect(
            try await tab.isTrue(
                "\(dialog).querySelector('p').textContent === document.querySelector('.gallery figcaption').textContent"
            )
        )
        let first = try await tab.value("\(dialog).querySelector('img').src")
        try await tab.press("ArrowRight")
        #expect(try await tab.value("\(dialog).querySelector('output').textContent") == "2 of 4")
        #expect(try await tab.value("\(dialog).querySelector('img').src") != first)
        try await tab.press("End")
        #expect(try await tab.value("\(dialog).querySelector('output').textContent") == "4 of 4")
        try await tab.wait(until: "\(dialog).querySelector('img').complete")
        try await tab.click("dialog .lightbox-bar .button")
        let image = "\(dialog).querySelector('img')"
        #expect(try await tab.value("\(dialog).querySelector('[aria-pressed]').getAttribute('aria-pressed')") == "true")
        #expect(try await tab.isTrue("\(image).getBoundingClientRect().width === \(image).naturalWidth"))
        try await tab.press("Escape")
        try await tab.wait(until: "!\(dialog).open")
        #expect(try await tab.isTrue("\(Self.focused) === document.querySelector('.gallery-track a')"))
        #expect(tab.complaints == [])
    }

    @Test func `nothing is asked of a video's host before the reader presses play`() async throws {
        var content = ContentBuilder()
        content.listings[0].video = "https://youtu.be/dQw4w9WgXcQ"
        content.listings[0].features[0].evidence.append("tour")
        content.listings[0].overview += "\n![A tour](video:tour)\n"
        try content.write(to: folder)
        try build(content: folder.path(of: "Content"))
        defer { browser.close() }
        let tab = try await open("integrations/acme/")
        #expect(try await tab.value("document.querySelectorAll('.video button.play').length") == "2")
        #expect(tab.requests.filter { !$0.hasPrefix("file://") } == [])
        #expect(try await tab.value("document.querySelector('.play-instead a').href") == "https://youtu.be/dQw4w9WgXcQ")
        try await tab.click(".prose button.play")
        try await tab.wait(until: "document.querySelector('.prose iframe') !== null")
        #expect(
            try await tab.value("document.querySelector('iframe').src")
                == "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1"
        )
        #expect(try await tab.isTrue("document.querySelector('iframe').title.length > 0"))
        #expect(try await tab.value("document.querySelectorAll('iframe').length") == "1")
    }

    @Test func `what is copied of a session is what the reader types`() async throws {
        var content = ContentBuilder()
        content.pages["typing"] = """
            ```console
            $ candor new acme \\
              --title "A & B"
            made acme
            $ candor check
            ```

            ```json
            {"a": "<b>"}
            ```
            """
        try content.write(to: folder)
        try build(content: folder.path(of: "Content"))
        defer { browser.close() }
        let tab = try await open("pages/typing/")
        _ = try await tab.value("navigator.clipboard.writeText = async (text) => { window.copied = text; }")
        try await tab.click(".copy")
        try await tab.wait(until: "document.querySelector('.copy').textContent === 'Copied'")
        #expect(try await tab.value("copied") == "candor new acme \\\n  --title \"A & B\"\ncandor check\n")
        _ = try await tab.value("document.querySelectorAll('.copy')[1].click()")
        try await tab.wait(until: "copied.startsWith('{')")
        #expect(try await tab.value("copied") == "{\"a\": \"<b>\"}\n")
        #expect(tab.complaints == [])
    }

    @Test func `the contents mark the section that is read`() async throws {
        defer { browser.close() }
        let tab = try await openOwn("integrations/larkspur-loyalty/setup/", width: 1440)
        let marked = "document.querySelector('.contents [aria-current]')?.getAttribute('href')"
        for heading in ["prerequisites", "check-that-it-works", "prerequisites"] {
            _ = try await tab.value(
                "document.getElementById('\(heading)').scrollIntoView({ block: 'start', behavior: 'instant' })"
            )
            try await tab.wait(until: "\(marked) === '#\(heading)'")
        }
        _ = try await tab.value("scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' })")
        try await tab.wait(until: "\(marked) === '#disconnect-or-uninstall'")
    }

    @Test func `the menus of a narrow page are used by keyboard`() async throws {
        defer { browser.close() }
        let tab = try await openOwn("integrations/larkspur-loyalty/setup/", width: 390)
        let menu = "document.querySelectorAll('.narrow-menus details')[1]"
        _ = try await tab.value("\(menu).querySelector('summary').focus()")
        try await tab.press("Enter")
        try await tab.wait(until: "\(menu).open")
        try await tab.press("Tab")
        #expect(try await tab.isTrue("\(Self.focused) === \(menu).querySelector('a')"))
        try await tab.press("Escape")
        #expect(try await tab.value("\(menu).open") == "false")
        #expect(try await tab.isTrue("\(Self.focused) === \(menu).querySelector('summary')"))
        try await tab.press("Enter")
        try await tab.press("Tab")
        try await tab.press("Enter")
        try await tab.wait(until: "!\(menu).open && location.hash.length > 1")
        #expect(tab.complaints == [])
    }

    /// The page itself never scrolls sideways; what is too wide scrolls in a box that the keyboard reaches.
    @Test(arguments: [
        "integrations/tidewire-parcels/", "integrations/quarrystone/tables/", "integrations/larkspur-loyalty/setup/",
        "pages/how-to-write-a-listing/",
    ])
    func `nothing is wider than a phone`(page: String) async throws {
        defer { browser.close() }
        let tab = try await openOwn(page, width: 320)
        #expect(try await tab.isTrue("document.documentElement.scrollWidth <= innerWidth"))
        let unreachable = """
            [...document.querySelectorAll('main *')].filter((e) => e.scrollWidth > e.clientWidth + 1
              && /auto|scroll/.test(getComputedStyle(e).overflowX) && e.tabIndex < 0 && !e.querySelector('a'))
              .map((e) => e.className).join()
            """
        #expect(try await tab.value(unreachable) == "")
    }
}
