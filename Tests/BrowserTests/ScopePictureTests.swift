import Foundation
import TestSupport
import Testing

/// The picture of features and permissions, as a browser draws it and as a screen reader hears it.
@Suite(.enabled(if: Chromium.isInstalled, Comment(rawValue: Chromium.isMissing)), .timeLimit(.minutes(10)), .serialized)
struct ScopePictureTests {
    private let site: PublishedSite

    private static let listings = [
        "larkspur-loyalty", "fernhollow-picks", "quarrystone", "tidewire-parcels", "waxseal-review",
    ]

    init() throws {
        site = try PublishedSite.shared.get()
    }

    private func address(_ listing: String, in folder: String = "") -> String {
        "\(site.root)\(folder)integrations/\(listing)/index.html"
    }

    /// Fonts differ: what is known is only that this one, which runs wide, has room.
    @Test(arguments: listings, ["", "fr/", "ar/"])
    func `every text has room in its box`(listing: String, folder: String) async throws {
        let browser = try Chromium()
        defer { browser.close() }
        let tab = try await browser.open(address(listing, in: folder))
        let outside = """
            (() => {
              const boxes = [...document.querySelectorAll('[role=img] rect')].map(box => box.getBoundingClientRect());
              const isWithin = (text, box) =>
                text.left > box.left && text.right < box.right && text.top > box.top && text.bottom < box.bottom;
              const texts = [...document.querySelectorAll('[role=img] text')].slice(2);
              if (texts.length < 6 || boxes.length < 3) return 'no picture';
              return texts.filter(text => !boxes.some(box => isWithin(text.getBoundingClientRect(), box)))
                .map(text => text.textContent).join('\\n');
            })()
            """
        #expect(try await tab.value(outside) == "")
    }

    @Test func `it is heard once, as one picture, and its box can be scrolled by keys`() async throws {
        let browser = try Chromium()
        defer { browser.close() }
        let tab = try await browser.open(address("larkspur-loyalty"), width: 390)
        _ = try await tab.call("Accessibility.enable")
        let nodes = try await tab.call("Accessibility.getFullAXTree").objects("nodes").filter { !$0.isTrue("ignored") }
        let heard = nodes.map { (role: $0.object("role").string("value"), name: $0.object("name").string("value")) }
        let told = heard.filter { $0.name.contains("lines lead from") }
        #expect(told.map(\.role) == ["image"])
        #expect(told.first?.name.hasPrefix("A picture: lines lead from 3 features to 1 permission") == true)
        // No text in it is heard apart.
        #expect(!heard.contains { $0.name.contains("▲") })
        let scrolls = """
            (() => {
              const box = document.querySelector('[role=img]');
              box.focus();
              return document.activeElement === box && box.scrollWidth > box.clientWidth
                && box.querySelector('[tabindex], a') === null;
            })()
            """
        #expect(try await tab.isTrue(scrolls))
    }

    @Test func `on paper it is as wide as the page at most`() async throws {
        let browser = try Chromium()
        defer { browser.close() }
        let tab = try await browser.open(address("larkspur-loyalty"), width: 640)
        let isWhole = """
            document.querySelector('[role=img] svg').getBoundingClientRect().right <= document.documentElement.clientWidth
            """
        #expect(!(try await tab.isTrue(isWhole)))
        try await tab.setMedia("print")
        #expect(try await tab.isTrue(isWhole))
    }

    @Test func `on paper the table has all of its columns`() async throws {
        let browser = try Chromium()
        defer { browser.close() }
        let tab = try await browser.open(address("larkspur-loyalty"), width: 640)
        let isWhole = """
            (() => {
              const box = document.querySelector('.scope-map');
              for (const row of box.querySelectorAll('tr'))
                while (row.cells.length < 25) row.append(row.lastElementChild.cloneNode(true));
              return box.scrollWidth <= box.clientWidth;
            })()
            """
        #expect(!(try await tab.isTrue(isWhole)))
        try await tab.setMedia("print")
        #expect(try await tab.isTrue(isWhole))
    }

    @Test func `forced colours reach all of it`() async throws {
        let browser = try Chromium()
        defer { browser.close() }
        let tab = try await browser.open("about:blank")
        try await tab.setPreference("forced-colors", "active")
        try await tab.go(to: address("larkspur-loyalty"))
        let colours = """
            (() => {
              const probe = document.createElement('p');
              document.body.append(probe);
              const [text, page] = ['CanvasText', 'Canvas'].map(name => {
                probe.style.color = name;
                return getComputedStyle(probe).color;
              });
              const all = [...document.querySelectorAll('[role=img] :is(text, tspan, circle)')];
              const boxes = [...document.querySelectorAll('[role=img] rect')];
              return [...all.filter(part => getComputedStyle(part).fill !== text),
                ...boxes.filter(part => getComputedStyle(part).fill !== page)].map(part => part.outerHTML).join('\\n');
            })()
            """
        #expect(try await tab.value(colours) == "")
    }
}
