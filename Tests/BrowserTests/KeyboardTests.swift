import Foundation
import TestSupport
import Testing

/// The site for somebody who has no pointer: nothing here is clicked or given the focus by a script.
@Suite(.enabled(if: Chromium.isInstalled, Comment(rawValue: Chromium.isMissing)), .timeLimit(.minutes(15)), .serialized)
struct KeyboardTests {
    private let site: PublishedSite
    private let browser: Chromium

    init() throws {
        site = try PublishedSite.shared.get()
        browser = try Chromium()
    }

    private static let focused = "document.activeElement"

    private func isFocused(_ selector: String, in tab: Tab) async throws -> Bool {
        try await tab.isTrue("\(Self.focused).matches('\(selector)')")
    }

    /// Goes on with Tab until what is looked for has the focus.
    private func goOn(to selector: String, in tab: Tab, atMost most: Int = 150) async throws {
        for _ in 0..<most {
            try await tab.press("Tab")
            if try await isFocused(selector, in: tab) { return }
        }
        Issue.record("Tab does not lead to \(selector)")
    }

    @Test(arguments: SitePage.allCases, ["", "ar/"])
    func `Tab leads to everything on a page, and out of it again`(page: SitePage, language: String) async throws {
        defer { browser.close() }
        for width in [1440, 390] {
            let tab = try await browser.open(site.address(of: page, in: language), width: width)
            let count = Int(try await tab.value(Self.collect)) ?? 0
            #expect(count > 10)
            var hasLeft = false
            // A player has controls of its own, which the page does not see.
            for _ in 0..<count + 60 where !hasLeft {
                try await tab.press("Tab")
                hasLeft = try await tab.isTrue("missing.delete(\(Self.focused)), \(Self.focused) === document.body")
            }
            let last = try await tab.value("\(Self.focused).outerHTML.slice(0, 120)")
            #expect(hasLeft, "something holds the keyboard: \(last)")
            let missing = try await tab.value(
                "[...missing].map((element) => element.outerHTML.slice(0, 120)).join('\\n')"
            )
            #expect(missing == "", "at a width of \(width)")
        }
    }

    /// Of a group of choices only the one that is chosen has the focus.
    private static let collect = """
        (window.missing = new Set([...document.querySelectorAll(
          'a[href], button:enabled, summary, select, input:enabled, video[controls], [tabindex="0"]'
        )].filter((element) => element.checkVisibility({ checkVisibilityCSS: true }) && !element.closest('[inert]')
          && element.tabIndex >= 0 && (element.type !== 'radio' || element.checked)))).size
        """

    @Test func `the first stop leads past the header`() async throws {
        defer { browser.close() }
        let tab = try await browser.open(site.address(of: .listing))
        try await tab.press("Tab")
        #expect(try await isFocused(".skip-link", in: tab))
        try await tab.press("Enter")
        try await tab.wait(until: "\(Self.focused).matches('main')", seconds: 10)
        try await tab.press("Tab")
        #expect(try await tab.isTrue("\(Self.focused).closest('main') !== null"))
    }

    @Test(arguments: SitePage.allCases)
    func `the search is opened, left and opened again, and its dialog keeps the focus`(page: SitePage) async throws {
        defer { browser.close() }
        let tab = try await browser.open(site.address(of: page))
        try await goOn(to: ".site-search", in: tab)
        try await tab.press("Enter")
        try await tab.wait(until: "\(Self.focused).matches('dialog[open] input')", seconds: 10)
        _ = try await tab.call("Input.insertText", ["text": "points"])
        try await tab.wait(until: "document.querySelectorAll('dialog [role=option]').length > 3", seconds: 10)
        try await goOn(to: "dialog button", in: tab, atMost: 2)
        try await goOn(to: "dialog p a", in: tab, atMost: 2)
        for _ in 0..<5 {
            try await tab.press("Tab")
            #expect(
                try await tab.isTrue("\(Self.focused).closest('dialog') !== null || \(Self.focused) === document.body")
            )
        }
        try await goOn(to: "dialog button", in: tab, atMost: 5)
        try await tab.press(" ")
        try await tab.wait(until: "document.querySelector('dialog[open]') === null", seconds: 10)
        #expect(try await isFocused(".site-search", in: tab))
        try await tab.press("Enter")
        try await tab.wait(until: "\(Self.focused).matches('dialog[open] input')", seconds: 10)
        try await tab.press("ArrowDown", code: 40)
        let active = "document.querySelector('dialog [aria-selected=true]')"
        try await tab.wait(until: "\(active)?.id === 'search.1'", seconds: 10)
        let target = try await tab.value("\(active).href")
        try await tab.press("Enter")
        try await tab.wait(until: "location.href === '\(target)'", seconds: 10)
        #expect(tab.complaints == [])
    }

    @Test func `the filter is opened, set and cleared`() async throws {
        defer { browser.close() }
        let tab = try await browser.open(site.address(of: .directory))
        try await goOn(to: "[data-filter] summary", in: tab)
        try await tab.press("Enter")
        try await tab.wait(
            until: "document.querySelector('[data-filter] [name=scope]').options.length > 2",
            seconds: 10
        )
        try await goOn(to: "[data-filter] [name=category]", in: tab, atMost: 1)
        try await tab.press("ArrowDown", code: 40)
        let chosen = "document.querySelector('[data-filter] [name=category]').value"
        try await tab.wait(until: "\(chosen) !== '' && location.search.startsWith('?category=')", seconds: 10)
        let cards = "document.querySelectorAll('[data-filter-results] .card').length"
        try await tab.wait(until: "\(cards) > 0", seconds: 10)
        let (shown, told) = (
            try await tab.value(cards), try await tab.value("document.querySelector('[data-filter-count]').textContent")
        )
        #expect(told.hasPrefix("\(shown) of "))
        for name in ["product", "action", "resource", "scope"] {
            try await goOn(to: "[data-filter] [name=\(name)]", in: tab, atMost: 1)
        }
        try await goOn(to: "[data-filter] a", in: tab, atMost: 1)
        try await tab.press("Enter")
        try await tab.wait(until: "location.search === '' && document.readyState === 'complete'", seconds: 10)
        #expect(try await tab.value(cards) == "0")
        #expect(tab.complaints == [])
    }

    @Test func `the strip of screenshots is turned over, and a picture enlarged, looked at and left`() async throws {
        defer { browser.close() }
        let tab = try await browser.open(site.root + "integrations/fernhollow-picks/index.html")
        let counter = "document.querySelector('.gallery-bar output').textContent"
        // The button that leads back is off at the first picture.
        try await goOn(to: ".gallery-bar button:last-child", in: tab)
        try await tab.press(" ")
        try await tab.wait(until: "\(counter) === '2 of 4'", seconds: 10)
        try await tab.press("Tab", modifiers: 8)
        #expect(try await isFocused(".gallery-bar button:nth-of-type(1)", in: tab))
        try await tab.press("Enter")
        try await tab.wait(until: "\(counter) === '1 of 4'", seconds: 10)
        try await goOn(to: ".gallery-track a", in: tab, atMost: 5)
        let opener = try await tab.value("\(Self.focused).href")
        try await tab.press("Enter")
        try await tab.wait(until: "document.querySelector('dialog.lightbox[open]') !== null", seconds: 10)
        let position = "document.querySelector('dialog output').textContent"
        let before = try await tab.value(position)
        try await goOn(to: "dialog button[aria-label=\"\(try await label(1, in: tab))\"]", in: tab, atMost: 4)
        try await tab.press(" ")
        #expect(try await tab.value(position) != before)
        try await goOn(to: "dialog [aria-pressed]", in: tab, atMost: 4)
        try await tab.press(" ")
        #expect(try await isFocused("[aria-pressed=true]", in: tab))
        try await tab.press("Enter")
        #expect(try await isFocused("[aria-pressed=false]", in: tab))
        try await goOn(to: "dialog .lightbox-bar button:last-child", in: tab, atMost: 1)
        for _ in 0..<6 {
            try await tab.press("Tab")
            #expect(
                try await tab.isTrue("\(Self.focused).closest('dialog') !== null || \(Self.focused) === document.body")
            )
        }
        try await goOn(to: "dialog .lightbox-bar button:last-child", in: tab, atMost: 8)
        try await tab.press("Enter")
        try await tab.wait(until: "document.querySelector('dialog[open]') === null", seconds: 10)
        #expect(try await tab.value("\(Self.focused).href") == opener)
        #expect(tab.complaints == [])
    }

    /// What a button of the enlarged view is called.
    private func label(_ number: Int, in tab: Tab) async throws -> String {
        try await tab.value("document.querySelectorAll('dialog .round')[\(number)].ariaLabel")
    }

    @Test(arguments: ["", "ar/"])
    func `the menu of a narrow header is opened, left and used`(language: String) async throws {
        defer { browser.close() }
        let tab = try await browser.open(site.address(of: .listing, in: language), width: 390)
        let menu = "document.querySelector('.site-menu')"
        try await goOn(to: ".site-menu > summary", in: tab)
        try await tab.press(" ")
        try await tab.wait(until: "\(menu).open", seconds: 10)
        let count = Int(try await tab.value("\(menu).querySelectorAll('a').length")) ?? 0
        for _ in 0..<count {
            try await tab.press("Tab")
            #expect(try await isFocused(".site-menu a", in: tab))
        }
        try await tab.press("Escape")
        #expect(try await isFocused(".site-menu:not([open]) > summary", in: tab))
        try await tab.press("Enter")
        try await tab.press("Tab")
        let target = try await tab.value("\(Self.focused).href")
        try await tab.press("Enter")
        try await tab.wait(until: "location.href === '\(target)'", seconds: 10)
        #expect(tab.complaints == [])
    }

    @Test func `a language and a colour scheme are chosen`() async throws {
        defer { browser.close() }
        let tab = try await browser.open(site.address(of: .listing), width: 1440)
        try await goOn(to: ".theme-switch input", in: tab)
        try await tab.press("ArrowRight")
        #expect(try await tab.value("document.documentElement.dataset.theme") == "light")
        try await tab.press("ArrowRight")
        #expect(try await tab.value("document.documentElement.dataset.theme") == "dark")
        try await goOn(to: ".languages > summary", in: tab, atMost: 2)
        try await tab.press("Enter")
        try await goOn(to: ".languages a[lang=fr]", in: tab, atMost: 3)
        try await tab.press("Enter")
        try await tab.wait(
            until: "document.documentElement.lang === 'fr' && document.readyState === 'complete'",
            seconds: 10
        )
        #expect(try await tab.value("document.documentElement.dataset.theme") == "dark")
    }

    @Test func `what a permission also grants is opened, and its address is copied from its own link`() async throws {
        defer { browser.close() }
        let tab = try await browser.open(site.address(of: .listing))
        try await goOn(to: ".permission-table .scope-id", in: tab)
        try await tab.press("Enter")
        try await tab.wait(until: "location.hash.startsWith('#scope-')", seconds: 10)
        try await goOn(to: ".also-grants summary", in: tab)
        try await tab.press("Enter")
        try await tab.wait(until: "\(Self.focused).parentElement.open", seconds: 10)
        #expect(try await tab.isTrue("\(Self.focused).parentElement.querySelector('dd, dt').checkVisibility()"))
    }

    @Test func `code is copied, and a wide block of it scrolled`() async throws {
        defer { browser.close() }
        let tab = try await browser.open(site.root + "integrations/fernhollow-picks/setup/index.html", width: 390)
        _ = try await tab.value("navigator.clipboard.writeText = async (text) => { window.copied = text; }")
        try await goOn(to: ".copy", in: tab)
        try await tab.press("Enter")
        try await tab.wait(until: "\(Self.focused).textContent === 'Copied' && copied.startsWith('{')", seconds: 10)
        try await goOn(to: ".code pre", in: tab, atMost: 1)
        let isWide = "\(Self.focused).scrollWidth > \(Self.focused).clientWidth"
        if try await tab.isTrue(isWide) {
            try await tab.press("ArrowRight")
            try await tab.wait(until: "\(Self.focused).scrollLeft > 0", seconds: 10)
        }
        try await goOn(to: ".copy", in: tab, atMost: 40)
        try await tab.press(" ")
        try await tab.wait(until: "\(Self.focused).textContent === 'Copied'", seconds: 10)
    }

    @Test(arguments: ["Enter", " "])
    func `a video of another host is started, and its player then has the focus`(key: String) async throws {
        let folder = try TemporaryFolder()
        var content = ContentBuilder()
        content.listings[0].video = "https://youtu.be/dQw4w9WgXcQ"
        content.listings[0].features[0].evidence.append("tour")
        content.listings[0].overview += "\n![A tour](video:tour)\n"
        try content.write(to: folder)
        let run = try CommandRun(["build"], in: folder.url)
        try #require(run.exitCode == 0, "\(run.errors)")
        defer { browser.close() }
        let tab = try await browser.open(
            folder.url.appending(path: "Output/integrations/acme/index.html").absoluteString
        )
        try await goOn(to: ".prose button.play", in: tab)
        try await tab.press(key)
        try await tab.wait(until: "\(Self.focused).matches('.prose iframe')", seconds: 10)
        // The way to the host's own page is the next stop behind the player, or stands before it.
        #expect(try await tab.isTrue("document.querySelector('.prose .play-instead a').tabIndex === 0"))
    }
}
