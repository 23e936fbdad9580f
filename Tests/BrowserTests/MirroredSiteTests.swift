import Foundation
import TestSupport
import Testing

/// The published site in Arabic, which runs from right to left.
@Suite(
    .enabled(if: Chromium.isInstalled, Comment(rawValue: Chromium.isMissing)),
    .enabled(if: PageChecker.isHere, Comment(rawValue: PageChecker.isMissing)),
    .timeLimit(.minutes(15)),
    .serialized
)
struct MirroredSiteTests {
    private let site: PublishedSite

    init() throws {
        site = try PublishedSite.shared.get()
    }

    @Test(arguments: SitePage.allCases)
    func `axe finds nothing`(page: SitePage) async throws {
        let browser = try Chromium()
        defer { browser.close() }
        for width in [1440, 390] {
            let tab = try await browser.open(site.address(of: page, in: "ar/"), width: width)
            let findings = try await tab.accessibilityFindings()
            #expect(findings == [], "at a width of \(width): \(findings.joined(separator: "\n"))")
        }
    }

    @Test(arguments: SitePage.allCases, [1440, 320])
    func `no page scrolls sideways, and each begins on the right`(page: SitePage, width: Int) async throws {
        let browser = try Chromium()
        defer { browser.close() }
        let tab = try await browser.open(site.address(of: page, in: "ar/"), width: width)
        let wide = try await tab.value(PublishedSiteTests.tooWide)
        #expect(wide == "", "\(wide)")
        #expect(try await tab.value("document.documentElement.dir") == "rtl")
        let gap = "innerWidth - document.querySelector('.site-title').getBoundingClientRect().right"
        #expect(try await tab.isTrue("\(gap) < innerWidth / 2"))
    }

    @Test func `a picture that is enlarged says in which language it is described`() async throws {
        let browser = try Chromium()
        defer { browser.close() }
        let tab = try await browser.open(site.address(of: .listing, in: "ar/"))
        try await tab.click(".gallery .screenshot a")
        try await tab.wait(until: "document.querySelector('dialog[open] img') !== null")
        #expect(try await tab.value("document.querySelector('dialog img').lang") == "en")
        #expect(try await tab.value("document.querySelector('.lightbox-caption').lang") == "en")
    }

    @Test func `what machines read runs from left to right`() async throws {
        let browser = try Chromium()
        defer { browser.close() }
        let tab = try await browser.open(site.address(of: .listing, in: "ar/"))
        let turned = """
            [...document.querySelectorAll('code, pre, .scope-id, .scope-chip')]
              .filter(element => getComputedStyle(element).direction !== 'ltr').length
            """
        #expect(try await tab.value(turned) == "0")
        #expect(try await tab.isTrue("document.querySelectorAll('.scope-id').length > 0"))
        #expect(tab.complaints == [])
    }

    private static let counter = "document.querySelector('.gallery-bar output').textContent"

    @Test func `the strip goes on to the left, by buttons and by arrow keys`() async throws {
        let browser = try Chromium()
        defer { browser.close() }
        let tab = try await browser.open(site.root + "ar/integrations/fernhollow-picks/index.html")
        #expect(try await tab.value(Self.counter) == "1 من 4")
        #expect(try await tab.value("document.querySelector('.gallery-bar button').ariaLabel") == "السابق")
        try await tab.click(".gallery-bar button:last-child")
        try await tab.wait(
            until: "\(Self.counter) === '2 من 4' && document.querySelector('.gallery-track').scrollLeft < -100"
        )
        _ = try await tab.value("document.querySelectorAll('.gallery-track a')[1].focus({ preventScroll: true })")
        try await tab.press("ArrowLeft")
        try await tab.wait(until: "\(Self.counter) === '3 من 4'")
        try await tab.press("ArrowRight")
        try await tab.wait(until: "\(Self.counter) === '2 من 4'")
    }

    @Test func `the enlarged view goes on to the left`() async throws {
        let browser = try Chromium()
        defer { browser.close() }
        let tab = try await browser.open(site.root + "ar/integrations/fernhollow-picks/index.html")
        try await tab.click(".gallery .screenshot a")
        try await tab.wait(until: "document.querySelector('dialog[open] img') !== null")
        #expect(try await tab.value("document.querySelector('dialog').ariaLabel") == "لقطة شاشة")
        let counter = "document.querySelector('dialog output').textContent"
        try await tab.press("ArrowLeft")
        #expect(try await tab.value(counter) == "2 من 4")
        try await tab.press("ArrowRight")
        #expect(try await tab.value(counter) == "1 من 4")
        #expect(try await tab.accessibilityFindings() == [])
    }

    @Test func `the search counts as Arabic does`() async throws {
        let browser = try Chromium()
        defer { browser.close() }
        let tab = try await browser.open(site.address(of: .listing, in: "ar/"))
        try await tab.press("/")
        try await tab.wait(until: "document.querySelector('dialog[open] input') !== null")
        _ = try await tab.call("Input.insertText", ["text": "zzzzzzzz"])
        try await tab.wait(until: "document.querySelector('dialog [role=status]').textContent === 'لا نتائج'")
        #expect(try await tab.accessibilityFindings() == [])
    }
}
