import Foundation
import TestSupport
import Testing

/// The search and the filter of a built site, in a browser that opened it from the disk.
@Suite(.enabled(if: Chromium.isInstalled, Comment(rawValue: Chromium.isMissing)), .timeLimit(.minutes(15)), .serialized)
struct SearchTests {
    private let sample: DirectorySample
    private let browser: Chromium

    init() throws {
        sample = try DirectorySample()
        browser = try Chromium()
    }

    private static let options = "[...document.querySelectorAll('[role=option]')].map((o) => o.innerText)"
    private static let status = "document.querySelector('dialog [role=status]').textContent"

    private func opened(_ path: String = "index.html") async throws -> Tab {
        if !sample.folder.has("Output/index.html") {
            let run = try sample.build()
            try #require(run.exitCode == 0, "\(run.errors)")
        }
        return try await browser.open(sample.file(path))
    }

    /// Opens the search by its key and types.
    private func search(_ words: String, in tab: Tab) async throws {
        if try await !tab.isTrue("document.querySelector('dialog[open]') !== null") {
            try await tab.press("/")
            try await tab.wait(until: "document.activeElement.getAttribute('role') === 'combobox'", seconds: 10)
        }
        _ = try await tab.value("document.activeElement.select()")
        _ = try await tab.call("Input.insertText", ["text": words])
        // What is shown belongs to what stands in the field.
        _ = try await tab.value("new Promise((done) => setTimeout(done, 60))")
        try await tab.wait(until: "\(Self.status) !== ''", seconds: 10)
        _ = try await tab.value("new Promise((done) => setTimeout(done, 60))")
    }

    private func firstOption(_ words: String, in tab: Tab) async throws -> String {
        try await search(words, in: tab)
        return try await tab.value("\(Self.options)[0] ?? ''")
    }

    @Test func `names, beginnings, mistakes and permissions are found without a server`() async throws {
        defer { browser.close() }
        let tab = try await opened("integrations/listing-3/setup/index.html")
        // By the whole name, by its beginning, and by one letter too few, too many, wrong, or in the wrong place.
        for words in [
            "Cobalt Falcon", "cobalt falc", "cobalt fal", "falcom cobalt", "cobalt falon", "cobalt falccon",
            "COBALT FALOCN",
        ] {
            let first = try await firstOption(words, in: tab)
            #expect(first.hasPrefix("Cobalt Falcon"), "\(words): \(first)")
        }
        #expect(try await firstOption("cafe lodz 131", in: tab) == "Words of its own\nDune Quartz")
        #expect(try await firstOption("quartzworks", in: tab).hasPrefix("Words of its own"))
        #expect(try await firstOption("xylophone", in: tab) == "")
        #expect(try await tab.value(Self.status).hasPrefix("0 found"))
        #expect(try await firstOption("users:read", in: tab).hasPrefix("Read users – users:read"))
        let scopes = try await firstOption("users:write", in: tab)
        #expect(scopes.hasPrefix("Change users – users:write"))
        #expect(
            try await tab.isTrue(
                "document.querySelector('[role=option]').pathname.endsWith('scopes/users-write/index.html')"
            )
        )
        let second = "document.querySelectorAll('[role=option]')[1]"
        #expect(try await tab.isTrue("\(second).hash === '#scope-users-write'"))
        #expect(try await tab.value(Self.status).hasPrefix("33 found"))
        #expect(tab.complaints == [])
        // Nothing but files of the site was asked for.
        #expect(tab.requests.allSatisfy { $0.hasPrefix("file://") })
    }

    @Test func `the keyboard alone is enough`() async throws {
        defer { browser.close() }
        let tab = try await opened("integrations/listing-3/setup/index.html")
        _ = try await tab.value("document.querySelector('.site-title').focus()")
        try await tab.press("k", modifiers: 2)
        try await tab.wait(until: "document.querySelector('dialog[open]') !== null", seconds: 10)
        try await tab.press("Escape", code: 27)
        try await tab.wait(until: "document.querySelector('dialog[open]') === null", seconds: 10)
        #expect(try await tab.isTrue("document.activeElement.className === 'site-title'"))
        try await tab.press("k", modifiers: 4)
        try await tab.wait(until: "document.querySelector('dialog[open]') !== null", seconds: 10)
        try await tab.press("Escape", code: 27)
        try await search("cobalt", in: tab)
        let active = """
            document.getElementById(document.querySelector('[role=combobox]').getAttribute('aria-activedescendant'))
            """
        let place = "[...document.querySelectorAll('[role=option]')].indexOf(\(active))"
        #expect(try await tab.value(place) == "0")
        #expect(try await tab.isTrue("document.querySelector('[role=combobox]').ariaExpanded === 'true'"))
        for (key, expected) in [("ArrowDown", "1"), ("End", "9"), ("ArrowDown", "0"), ("ArrowUp", "9"), ("Home", "0")] {
            try await tab.press(key)
            #expect(try await tab.value(place) == expected, "\(key)")
            #expect(try await tab.value("\(active).ariaSelected") == "true")
        }
        // A slash is a letter as long as somebody types.
        try await tab.press("/")
        #expect(try await tab.value("document.querySelectorAll('dialog[open]').length") == "1")
        #expect(try await tab.isTrue("document.activeElement.getAttribute('role') === 'combobox'"))
        try await tab.press("ArrowDown")
        let target = try await tab.value("\(active).href")
        try await tab.press("Enter")
        try await tab.wait(until: "location.href === '\(target)' && document.readyState === 'complete'", seconds: 10)
        #expect(tab.complaints == [])
    }

    private static let cards = "document.querySelectorAll('[data-filter-results] .card').length"
    private static let count = "document.querySelector('[data-filter-count]').textContent"

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

    @Test func `the filter goes through all listings and can be linked to`() async throws {
        defer { browser.close() }
        let tab = try await opened()
        _ = try await tab.value("document.querySelector('[data-filter] summary').click()")
        let filled = "document.querySelector('[data-filter] [name=scope]').options.length === 3"
        try await tab.wait(until: filled, seconds: 10)
        try await choose("action", "write", in: tab)
        try await choose("resource", "users", in: tab)
        try await tab.wait(until: "\(Self.count) === '32 of 320 integrations' && \(Self.cards) === 24", seconds: 10)
        #expect(try await tab.value("location.search") == "?action=write&resource=users")
        #expect(try await tab.isTrue("document.querySelector('[data-filter-list]').hidden"))
        _ = try await tab.value("document.querySelector('[data-filter-more]').click()")
        try await tab.wait(until: "\(Self.cards) === 32", seconds: 10)
        #expect(try await tab.isTrue("document.querySelector('[data-filter-more]').hidden"))
        try await choose("category", "Messaging", in: tab)
        let expected = (0..<320).count { DirectorySample.mayWriteUsers($0) && $0 % 4 == 2 }
        try await tab.wait(until: "\(Self.count) === '\(expected) of 320 integrations'", seconds: 10)
        let link = "document.querySelector('[data-filter-results] .card-title a').href"
        #expect(try await tab.value(link).contains("/Output/integrations/listing-"))
        _ = try await tab.value("history.back()")
        try await tab.wait(until: "\(Self.count) === '32 of 320 integrations'", seconds: 10)
        #expect(try await tab.value("document.querySelector('[data-filter] [name=category]').value") == "")
        _ = try await tab.value("history.go(-2)")
        try await tab.wait(until: "\(Self.count) === ''", seconds: 10)
        #expect(try await !tab.isTrue("document.querySelector('[data-filter-list]').hidden"))

        let linked = try await browser.open(sample.file("index.html") + "?scope=users:write&category=Loyalty")
        // Loyalty is every fourth listing from the second on, and those that may write users have even numbers.
        try await linked.wait(until: "\(Self.count) === '0 of 320 integrations'", seconds: 10)
        let named = try await browser.open(sample.file("index.html") + "?scope=users:write&product=segments")
        try await named.wait(until: "\(Self.count) === '32 of 320 integrations'", seconds: 10)
        #expect(try await named.isTrue("document.querySelector('[data-filter]').open"))
        #expect(tab.complaints + linked.complaints + named.complaints == [])
    }

    @Test func `without scripts there are pages for each letter`() async throws {
        defer { browser.close() }
        let tab = try await opened()
        _ = try await tab.call("Emulation.setScriptExecutionDisabled", ["value": true])
        let link = try await tab.value("document.querySelector('[data-search]').href")
        try await tab.go(to: link)
        #expect(try await tab.value("[...document.querySelectorAll('.letter h2')].map((h) => h.textContent)") == "A")
        #expect(try await tab.value("document.querySelectorAll('.letter li').length") == "40")
        #expect(try await tab.value("document.querySelectorAll('.chips a').length") == "8")
        try await tab.go(to: try await tab.value("document.querySelectorAll('.chips a')[3].href"))
        #expect(try await tab.value("document.querySelector('.letter a').textContent") == "Dune Anchor")
        try await tab.go(to: try await tab.value("document.querySelector('.letter a').href"))
        #expect(try await tab.value("document.querySelector('h1').textContent") == "Dune Anchor")
    }

    @Test func `the preview finds what was just written`() async throws {
        defer { browser.close() }
        let small = try TemporaryFolder()
        try ContentBuilder().write(to: small)
        let preview = try await PreviewRun(in: small)
        let tab = try await browser.open(preview.url)
        #expect(try await firstOption("zeppelin", in: tab) == "")
        try small.replace("Press **Connect**", with: "Press zeppelin", in: "Content/integrations/acme/setup.md")
        try await Task.sleep(for: .seconds(2))
        let again = try await browser.open(preview.url)
        #expect(try await firstOption("zeppelin", in: again).hasPrefix("Connect"))
    }

    @Test func `on the page of a category the filter begins with the category`() async throws {
        defer { browser.close() }
        let tab = try await opened("categories/analytics/index.html")
        #expect(try await tab.isTrue("\(Self.count) === '' && \(Self.cards) === 0"))
        _ = try await tab.value("document.querySelector('[data-filter] summary').click()")
        let chosen = "document.querySelector('[data-filter] [name=category]').value === 'Analytics'"
        try await tab.wait(until: chosen, seconds: 10)
        try await choose("scope", "users:write", in: tab)
        let expected = (0..<320).count { DirectorySample.mayWriteUsers($0) && $0 % 4 == 0 }
        try await tab.wait(until: "\(Self.count) === '\(expected) of 320 integrations'", seconds: 10)
        let pictures =
            "[...document.querySelectorAll('[data-filter-results] a')].every((a) => a.href.includes('/Output/'))"
        #expect(try await tab.isTrue(pictures))
        try await choose("category", "", in: tab)
        try await tab.wait(until: "\(Self.count) === '32 of 320 integrations'", seconds: 10)
        #expect(try await tab.value("location.search") == "?category=&scope=users%3Awrite")
    }
}
