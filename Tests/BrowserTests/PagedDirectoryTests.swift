import Foundation
import TestSupport
import Testing

/// A directory of many pages, whose filter is cut into many files.
@Suite(.enabled(if: Chromium.isInstalled, Comment(rawValue: Chromium.isMissing)), .timeLimit(.minutes(15)), .serialized)
struct PagedDirectoryTests {
    private static let listingCount = 640
    private static let rowsOfPage = 100
    private static let pageCount = 7

    /// Built once for all tests.
    private static let built = Result {
        let sample = try DirectorySample(listingCount: listingCount, productCount: 40)
        let run = try sample.build()
        try #require(run.exitCode == 0, "\(run.errors)")
        return sample
    }

    private let sample: DirectorySample
    private let browser: Chromium

    init() throws {
        sample = try Self.built.get()
        browser = try Chromium()
    }

    private static let mayWriteUsers = Set(
        (0..<listingCount).filter(DirectorySample.mayWriteUsers).map(DirectorySample.name)
    )
    private static let count = "document.querySelector('[data-filter-count]').textContent"
    private static let cardCount = "document.querySelectorAll('[data-filter-results] .card').length"
    private static let isListShown = "document.querySelector('[data-filter-list]').checkVisibility()"

    /// The names on the cards of a list.
    private func names(in list: String, _ tab: Tab) async throws -> [String] {
        try await tab.value(
            "[...document.querySelectorAll('\(list) .card-title')].map((title) => title.innerText).join('|')"
        )
        .split(separator: "|").map(String.init)
    }

    private func follow(_ selector: String, in tab: Tab) async throws {
        let target = try await tab.value("document.querySelector('\(selector)').href")
        try await tab.click(selector)
        try await tab.wait(until: "location.href === '\(target)' && document.readyState === 'complete'", seconds: 10)
    }

    private func goBack(in tab: Tab, until condition: String) async throws {
        _ = try await tab.value("history.back()")
        try await tab.wait(until: condition, seconds: 10)
    }

    private func choose(_ name: String, _ value: String, in tab: Tab) async throws {
        _ = try await tab.value(
            """
            (() => {
              const field = document.querySelector('[data-filter] [name=\(name)]');
              field.value = '\(value)';
              field.dispatchEvent(new Event('input', { bubbles: true }));
            })()
            """
        )
    }

    /// Opens the filter of a page, and sees to it that its choices are there.
    private func openFilter(in tab: Tab) async throws {
        try await tab.click("[data-filter] summary")
        try await tab.wait(
            until: "document.querySelector('[data-filter] [name=product]').options.length === 41",
            seconds: 10
        )
    }

    /// All listings in the order of the directory, read off its pages.
    private func namesOnPages(_ tab: Tab) async throws -> [[String]] {
        var pages: [[String]] = []
        while true {
            pages.append(try await names(in: "[data-filter-list]", tab))
            guard try await tab.isTrue("document.querySelector('.pagination [rel=next]') !== null") else {
                return pages
            }
            try await follow(".pagination [rel=next]", in: tab)
        }
    }

    @Test(arguments: [true, false])
    func `all listings are met on the way forward, and the same ones on the way back`(scripts: Bool) async throws {
        defer { browser.close() }
        let tab = try await browser.open("about:blank")
        if !scripts { try await tab.turnScriptsOff() }
        try await tab.go(to: sample.file("index.html"))
        #expect(try await tab.isTrue("document.querySelector('.pagination [rel=prev]') === null"))
        let pages = try await namesOnPages(tab)
        #expect(pages.map(\.count) == Array(repeating: Self.rowsOfPage, count: Self.pageCount - 1) + [40])
        #expect(pages.joined().sorted() == (0..<Self.listingCount).map(DirectorySample.name).sorted())
        #expect(try await tab.value("document.querySelector('.pagination span').textContent") == "Page 7 of 7")
        for page in pages.dropLast().reversed() {
            try await follow(".pagination [rel=prev]", in: tab)
            #expect(try await names(in: "[data-filter-list]", tab) == page)
        }
        #expect(try await tab.value("location.pathname").hasSuffix("/Output/index.html"))
        // The page that a browser goes back to is the one that was left.
        try await follow(".pagination [rel=next]", in: tab)
        try await follow(".pagination [rel=next]", in: tab)
        try await follow("[data-filter-list] .card:last-child .card-title a", in: tab)
        try await goBack(in: tab, until: "document.querySelector('.pagination span')?.textContent === 'Page 3 of 7'")
        #expect(try await names(in: "[data-filter-list]", tab) == pages[2])
        #expect(tab.complaints == [])
    }

    @Test func `a filter goes over all pages from any of them, and loads the files of what it shows alone`()
        async throws
    {
        defer { browser.close() }
        let reader = try await browser.open(sample.file("index.html"))
        let pages = try await namesOnPages(reader)
        let tab = try await browser.open(sample.file("page/3/index.html"))
        try await openFilter(in: tab)
        #expect(files("c", asked: tab) == [])
        try await choose("scope", "users:write", in: tab)
        try await tab.wait(until: "\(Self.count) === '64 of 640 integrations' && \(Self.cardCount) === 24", seconds: 10)
        let expected = pages.joined().filter(Self.mayWriteUsers.contains)
        #expect(try await names(in: "[data-filter-results]", tab) == Array(expected.prefix(24)))
        // Four cards stand in a file.
        let places = pages.joined().enumerated().filter { Self.mayWriteUsers.contains($0.element) }.map(\.offset)
        #expect(files("c", asked: tab) == Set(places.prefix(24).map { $0 / 4 }))
        for shown in [48, 64] {
            try await tab.click("[data-filter-more]")
            try await tab.wait(until: "\(Self.cardCount) === \(shown)", seconds: 10)
        }
        #expect(try await names(in: "[data-filter-results]", tab) == expected)
        #expect(files("c", asked: tab) == Set(places.map { $0 / 4 }))
        #expect(Set(places.map { $0 / Self.rowsOfPage }).count > 3, "they stand on several pages")
        #expect(try await tab.isTrue("document.querySelector('[data-filter-more]').hidden"))
        #expect(try await !tab.isTrue(Self.isListShown))
        #expect(try await !tab.isTrue("document.querySelector('.pagination').checkVisibility()"))
        // The lists of the products fill a file, so that those of the permissions are in the next one.
        #expect(files("f", asked: tab) == [1])
        try await choose("product", "product-0", in: tab)
        let both = (0..<Self.listingCount).filter {
            DirectorySample.mayWriteUsers($0) && DirectorySample.addsTo(product: 0, $0)
        }
        try await tab.wait(until: "\(Self.count) === '\(both.count) of 640 integrations'", seconds: 10)
        #expect(files("f", asked: tab) == [0, 1])
        let shown = try await names(in: "[data-filter-results]", tab)
        #expect(shown == Array(expected.filter(Set(both.map(DirectorySample.name)).contains).prefix(24)))
        #expect(tab.complaints == [])
    }

    /// The numbers of the filter's files of a kind that a tab has loaded.
    private func files(_ kind: String, asked tab: Tab) -> Set<Int> {
        Set(
            tab.requests.compactMap { request in
                let name = request.split(separator: "/data/filter/").dropFirst().first ?? ""
                return name.hasPrefix(kind) ? Int(name.dropFirst(kind.count).prefix { $0 != "." }) : nil
            }
        )
    }

    @Test func `Back leads from a listing to the filter as it was left, and from there to the page`() async throws {
        defer { browser.close() }
        let tab = try await browser.open(sample.file("page/3/index.html"))
        let page = try await names(in: "[data-filter-list]", tab)
        try await openFilter(in: tab)
        try await choose("scope", "users:write", in: tab)
        try await tab.wait(until: "\(Self.count) === '64 of 640 integrations'", seconds: 10)
        try await choose("category", "Messaging", in: tab)
        let found = (0..<Self.listingCount).count { DirectorySample.mayWriteUsers($0) && $0 % 4 == 2 }
        let isNarrowed = "\(Self.count) === '\(found) of 640 integrations' && \(Self.cardCount) === 24"
        try await tab.wait(until: isNarrowed, seconds: 10)
        let shown = try await names(in: "[data-filter-results]", tab)
        try await follow("[data-filter-results] .card:nth-child(5) .card-title a", in: tab)
        #expect(try await tab.value("document.querySelector('h1').textContent") == shown[4])
        try await goBack(in: tab, until: isNarrowed)
        #expect(try await names(in: "[data-filter-results]", tab) == shown)
        let chosen = "[...document.querySelectorAll('[data-filter] select')].map((field) => field.value).join()"
        #expect(try await tab.value(chosen) == "Messaging,,,,users:write")
        #expect(try await tab.value("location.search") == "?category=Messaging&scope=users%3Awrite")
        #expect(try await tab.isTrue("document.querySelector('[data-filter]').open"))
        try await goBack(in: tab, until: "\(Self.count) === '64 of 640 integrations'")
        #expect(try await tab.value(chosen) == ",,,,users:write")
        try await goBack(in: tab, until: "\(Self.count) === '' && \(Self.isListShown)")
        #expect(try await names(in: "[data-filter-list]", tab) == page)
        #expect(try await tab.value("document.querySelector('.pagination span').textContent") == "Page 3 of 7")
        _ = try await tab.value("history.forward()")
        try await tab.wait(until: "\(Self.count) === '64 of 640 integrations'", seconds: 10)
        #expect(tab.complaints == [])
    }
}
