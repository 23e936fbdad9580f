import Foundation
import TestSupport
import Testing

/// How a reader makes everything, or the text alone, twice as large (WCAG 1.4.4).
enum Zoom: String, CaseIterable, CustomTestStringConvertible {
    /// A window of 1280 points whose page is magnified.
    case page
    /// The same window with a text that is set twice as large.
    case text

    var testDescription: String { rawValue }

    func open(_ url: String, in browser: Chromium) async throws -> Tab {
        switch self {
        case .page:
            let tab = try await browser.open("about:blank")
            _ = try await tab.call(
                "Emulation.setDeviceMetricsOverride",
                ["width": 640, "height": 450, "deviceScaleFactor": 2, "mobile": false]
            )
            try await tab.go(to: url)
            return tab
        case .text:
            let tab = try await browser.open(url)
            _ = try await tab.value("document.documentElement.style.fontSize = '200%'")
            // Scripts that look at sizes come to know of it.
            _ = try await tab.value("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
            return tab
        }
    }
}

/// The published site at 200 %, from left to right and from right to left.
@Suite(.enabled(if: Chromium.isInstalled, Comment(rawValue: Chromium.isMissing)), .timeLimit(.minutes(15)), .serialized)
struct ZoomTests {
    private let site: PublishedSite
    private let browser: Chromium

    init() throws {
        site = try PublishedSite.shared.get()
        browser = try Chromium()
    }

    private static let languages = ["", "ar/"]

    /// The expression lists what is wrong.
    private func expectNothing(_ expression: String, on tab: Tab, _ what: String) async throws {
        let found = try await tab.value(expression)
        #expect(found == "", "\(what): \(found.replacing("\n", with: " ¶ "))")
    }

    /// Called with an element: whether it is there for eyes, and not for screen readers alone.
    private static let isShown = """
        (element) => {
          if (!element.checkVisibility({ checkVisibilityCSS: true }) || element.closest('.skip-link')) return false;
          for (let part = element; part; part = part.parentElement) {
            const { clipPath, position } = getComputedStyle(part);
            if (clipPath !== 'none' || position === 'absolute' && part.offsetWidth <= 1) return false;
          }
          return true;
        }
        """

    @Test(arguments: SitePage.allCases, Zoom.allCases)
    func `a page is whole`(page: SitePage, zoom: Zoom) async throws {
        defer { browser.close() }
        for language in Self.languages {
            let tab = try await zoom.open(site.address(of: page, in: language), in: browser)
            try await expectNothing(PublishedSiteTests.tooWide, on: tab, "sideways, \(language)")
            try await expectNothing(Self.cutText, on: tab, "cut off, \(language)")
            try await expectNothing(Self.textOverText, on: tab, "over one another, \(language)")
            try await expectNothing(Self.hiddenControls, on: tab, "header, \(language)")
            guard try await tab.isTrue("document.querySelector('.site-menu').checkVisibility()") else { continue }
            try await tab.click(".site-menu > summary")
            try await tab.wait(until: "document.querySelector('.site-menu').open", seconds: 10)
            try await expectNothing(Self.unreachable(".site-menu[open] a"), on: tab, "menu, \(language)")
        }
    }

    /// The texts of the page that can be seen, with the boxes of their lines.
    ///
    /// The links that find no room in the header are in its menu, which has a test of its own.
    private static let shownTexts = """
        (() => {
          const isShown = \(isShown);
          const texts = [];
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          for (let node; (node = walker.nextNode());) {
            const owner = node.parentElement;
            if (!node.data.trim() || !isShown(owner) || owner.closest('.site-nav, script, noscript, option')) continue;
            const range = document.createRange();
            range.selectNodeContents(node);
            texts.push({ text: node.data.trim(), owner, boxes: range.getClientRects() });
          }
          return texts;
        })()
        """

    /// What is hidden by the box around it, or stands outside the window where nothing scrolls to it.
    private static let cutText = """
        (() => {
          const cut = [];
          for (const { text, owner, boxes } of \(shownTexts)) {
            for (const box of boxes) {
              let left = 0, right = innerWidth, top = -Infinity, bottom = Infinity, scrolls = false;
              for (let part = owner; part !== document.documentElement; part = part.parentElement) {
                const style = getComputedStyle(part);
                const edge = part.getBoundingClientRect();
                scrolls ||= /auto|scroll/.test(style.overflowX);
                if (!scrolls && /hidden|clip/.test(style.overflowX)) [left, right] = [Math.max(left, edge.left), Math.min(right, edge.right)];
                if (/hidden|clip/.test(style.overflowY)) [top, bottom] = [Math.max(top, edge.top), Math.min(bottom, edge.bottom)];
              }
              const middle = (box.top + box.bottom) / 2;
              const isOutside = !scrolls && (box.left < left - 1 || box.right > right + 1);
              if (isOutside || middle < top || middle > bottom) cut.push(`${text.slice(0, 40)} in ${owner.outerHTML.slice(0, 60)}`);
            }
          }
          return cut.slice(0, 5).join('\\n');
        })()
        """

    /// Lines of two elements that share a place; a fifth of a line's height is room that letters leave.
    private static let textOverText = """
        (() => {
          const lines = [];
          for (const { owner, boxes } of \(shownTexts)) {
            for (const { left, right, top, bottom } of boxes) {
              const room = (bottom - top) / 5;
              lines.push({ owner, left: left + 1, right: right - 1, top: top + room, bottom: bottom - room });
            }
          }
          const isOver = (one, other) => one.left < other.right && other.left < one.right && one.top < other.bottom
            && other.top < one.bottom && one.owner !== other.owner;
          return lines.flatMap((line, at) => lines.slice(at + 1).filter((other) => isOver(line, other))
            .map((other) => `${line.owner.outerHTML.slice(0, 60)} and ${other.owner.outerHTML.slice(0, 60)}`))
            .slice(0, 5).join('\\n');
        })()
        """

    /// What is not wholly in the window, or under something else.
    private static let hiddenControls = """
        (() => {
          const isShown = \(isShown);
          const controls = '.site-title, .site-search, .theme-switch label, .site-menu > summary';
          return [...document.querySelectorAll(controls)].filter(isShown).filter((control) => {
            const box = control.getBoundingClientRect();
            const hit = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
            const isInside = box.left >= -1 && box.right <= innerWidth + 1 && box.top >= -1 && box.bottom <= innerHeight;
            return !isInside || !control.contains(hit);
          }).map((control) => control.outerHTML.slice(0, 120)).join('\\n');
        })()
        """

    /// What nobody can press, wherever the box around it is scrolled to.
    private static func unreachable(_ selector: String) -> String {
        """
        [...document.querySelectorAll('\(selector)')].filter((part) => {
          part.scrollIntoView({ block: 'nearest', behavior: 'instant' });
          const box = part.getBoundingClientRect();
          const hit = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
          return box.left < -1 || box.right > innerWidth + 1 || !part.contains(hit);
        }).map((part) => part.outerHTML.slice(0, 120)).join('\\n')
        """
    }

    @Test(arguments: [SitePage.directory, .listing, .setup], Zoom.allCases)
    func `the search is whole, and its results can be pressed`(page: SitePage, zoom: Zoom) async throws {
        defer { browser.close() }
        for language in Self.languages {
            let tab = try await zoom.open(site.address(of: page, in: language), in: browser)
            try await tab.click(".site-search")
            try await tab.wait(until: "document.querySelector('dialog[open] input') !== null", seconds: 10)
            _ = try await tab.call("Input.insertText", ["text": "points"])
            let options = "[...document.querySelectorAll('dialog [role=option]')]"
            try await tab.wait(until: "\(options).length > 3", seconds: 10)
            let parts = ["input", "button", "[role=option]", "p a"].map { "dialog \($0)" }.joined(separator: ", ")
            try await expectNothing(Self.unreachable(parts), on: tab, "search, \(language)")
            let dialog = "document.querySelector('dialog[open]')"
            #expect(try await tab.isTrue("\(dialog).scrollWidth <= \(dialog).clientWidth"), "\(language)")
            #expect(
                try await tab.isTrue("\(dialog).getBoundingClientRect().bottom <= innerHeight + 1"),
                "\(language)"
            )
            let target = try await tab.value("\(options)[0].href")
            try await tab.press("Enter")
            try await tab.wait(until: "location.href === '\(target)'", seconds: 10)
        }
    }
}
