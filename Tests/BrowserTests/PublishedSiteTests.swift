import Foundation
import TestSupport
import Testing

/// The pages of the published site, as a reader's browser shows them and as two checkers judge them.
@Suite(
    .enabled(if: Chromium.isInstalled, Comment(rawValue: Chromium.isMissing)),
    .enabled(if: PageChecker.isHere, Comment(rawValue: PageChecker.isMissing)),
    .timeLimit(.minutes(15)),
    .serialized
)
struct PublishedSiteTests {
    private let site: PublishedSite

    /// The elements that make a page wider than its window.
    static let tooWide = """
        document.documentElement.scrollWidth <= document.documentElement.clientWidth ? '' :
          [...document.querySelectorAll('body *')].filter(element => element.getBoundingClientRect().right > innerWidth + 1)
            .slice(0, 5).map(element => element.outerHTML.slice(0, 160)).join('\\n')
        """

    init() throws {
        site = try PublishedSite.shared.get()
    }

    @Test(arguments: SitePage.allCases, ["light", "dark"])
    func `axe finds nothing`(page: SitePage, scheme: String) async throws {
        let browser = try Chromium()
        defer { browser.close() }
        for width in [1440, 390] {
            let tab = try await browser.open("about:blank", width: width)
            try await tab.setColorScheme(scheme)
            try await tab.go(to: site.address(of: page))
            let findings = try await tab.accessibilityFindings()
            #expect(findings == [], "at a width of \(width): \(findings.joined(separator: "\n"))")
        }
    }

    @Test(arguments: ["light", "dark"])
    func `axe finds nothing in what opens over a page`(scheme: String) async throws {
        let browser = try Chromium()
        defer { browser.close() }
        let search = try await browser.open("about:blank")
        try await search.setColorScheme(scheme)
        try await search.go(to: site.address(of: .listing))
        try await search.press("/")
        try await search.wait(until: "document.querySelector('dialog[open] input') !== null")
        _ = try await search.call("Input.insertText", ["text": "points"])
        try await search.wait(until: "document.querySelectorAll('dialog[open] [role=option]').length > 0")
        #expect(try await search.accessibilityFindings() == [])
        let lightbox = try await browser.open("about:blank")
        try await lightbox.setColorScheme(scheme)
        try await lightbox.go(to: site.address(of: .listing))
        try await lightbox.click(".gallery .screenshot a")
        try await lightbox.wait(until: "document.querySelector('dialog[open] img') !== null")
        #expect(try await lightbox.accessibilityFindings() == [])
    }

    @Test func `the HTML checker finds no error`() throws {
        #expect(try PageChecker.errors(inPagesBelow: site.url) == "")
    }

    @Test(arguments: SitePage.allCases)
    func `a page asks no other host for anything, and complains of nothing`(page: SitePage) async throws {
        let browser = try Chromium()
        defer { browser.close() }
        let tab = try await browser.open(site.address(of: page))
        _ = try await tab.value("scrollTo(0, document.body.scrollHeight)")
        try await Task.sleep(for: .milliseconds(300))
        let elsewhere = tab.requests.filter { !$0.hasPrefix(site.root) && !$0.hasPrefix("data:") }
        #expect(elsewhere == [])
        #expect(tab.complaints == [])
    }

    /// Captions are left out: a browser reads them from no file beside a page.
    @Test(arguments: SitePage.allCases.filter { $0 != .notFound })
    func `a page works from a folder, without a server`(page: SitePage) async throws {
        let browser = try Chromium()
        defer { browser.close() }
        let tab = try await browser.open(site.fileAddress(of: page))
        #expect(tab.requests.allSatisfy { $0.hasPrefix(site.url.absoluteString) || $0.hasPrefix("data:") })
        #expect(tab.complaints.filter { !$0.contains(".vtt") } == [])
    }

    /// What a page says does not hang on its scripts.
    @Test(arguments: SitePage.allCases)
    func `a page says the same without scripts`(page: SitePage) async throws {
        let browser = try Chromium()
        defer { browser.close() }
        let text = "document.querySelector('main').innerText.replace(/\\s+/g, ' ')"
        let with = try await browser.open(site.address(of: page))
        let without = try await browser.open("about:blank")
        try await without.turnScriptsOff()
        try await without.go(to: site.address(of: page))
        // What stands in the place of something that only works with scripts, such as the filter.
        _ = try await without.value("document.querySelectorAll('noscript').forEach((part) => part.remove())")
        let (said, plain) = (try await with.value(text), try await without.value(text))
        #expect(plain.count > 100)
        // Scripts may add their own controls, and take nothing away.
        let words = Set(said.split(separator: " "))
        #expect(plain.split(separator: " ").filter { !words.contains($0) } == [])
    }

    /// At 640 points a window of 1280 shows everything twice as large, as WCAG 1.4.4 asks; 320 is what 1.4.10 asks.
    @Test(arguments: SitePage.allCases, [1440, 768, 640, 390, 320])
    func `no page scrolls sideways`(page: SitePage, width: Int) async throws {
        let browser = try Chromium()
        defer { browser.close() }
        let tab = try await browser.open(site.address(of: page), width: width)
        let wide = try await tab.value(Self.tooWide)
        #expect(wide == "", "\(wide)")
    }

    @Test(arguments: [1900, 1440, 1280, 1000, 820])
    func `a link of the header is whole or in the menu`(width: Int) async throws {
        let browser = try Chromium()
        defer { browser.close() }
        let tab = try await browser.open(site.address(of: .listing), width: width)
        let isCut = """
            (() => {
              const list = document.querySelector('.site-nav ul').getBoundingClientRect();
              const links = [...document.querySelectorAll('.site-nav a')].map(link => link.getBoundingClientRect());
              const isShown = link => link.top < list.bottom - 1;
              if (links.filter(isShown).some(link => link.right > list.right + 1 || link.bottom > list.bottom + 1)) return 'cut';
              const isInMenu = document.querySelector('.site-menu summary').checkVisibility();
              return links.every(isShown) || isInMenu ? '' : 'lost';
            })()
            """
        #expect(try await tab.value(isCut) == "")
    }

    @Test(arguments: SitePage.allCases)
    func `whatever can be clicked is 24 pixels high or stands in a sentence`(page: SitePage) async throws {
        let browser = try Chromium()
        defer { browser.close() }
        let tab = try await browser.open(site.address(of: page), width: 390)
        let small = try await tab.value(
            """
            [...document.querySelectorAll('a[href], button, summary, input:enabled, select')].filter(element => {
              const box = element.getBoundingClientRect();
              if (!box.width || !box.height || !element.checkVisibility({checkVisibilityCSS: true})) return false;
              if (box.right < 0 || box.bottom < 0 || element.closest('.visually-hidden, .skip-link')) return false;
              // WCAG 2.5.8 leaves out what stands in a line of text, and what has room enough around it.
              const isInline = getComputedStyle(element).display === 'inline';
              return !isInline && (box.height < 24 || box.width < 24) && !element.closest('label');
            }).map(element => element.outerHTML.slice(0, 120)).join('\\n')
            """
        )
        #expect(small == "")
    }

    @Test(arguments: SitePage.allCases)
    func `the keyboard reaches everything, and shows where it is`(page: SitePage) async throws {
        let browser = try Chromium()
        defer { browser.close() }
        let tab = try await browser.open(site.address(of: page))
        let count = Int(
            try await tab.value(
                """
                [...document.querySelectorAll('a[href], button, summary, input, video[controls]')]
                  .filter(element => element.checkVisibility({checkVisibilityCSS: true})).length
                """
            )
        )
        try await tab.press("Tab")
        #expect(try await tab.value("document.activeElement.className") == "skip-link")
        var reached: Set<String> = []
        for _ in 0..<min(60, count ?? 0) {
            let state = try await tab.value(
                """
                (() => {
                  const element = document.activeElement;
                  if (element === document.body || element.matches('video')) return 'shown by the browser';
                  const isMarked = style => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1
                    || style.boxShadow !== 'none';
                  // A card is marked as a whole where its link covers it.
                  const shown = [element, element.closest('label'), element.closest('.card')].some(part =>
                    part && (isMarked(getComputedStyle(part)) || isMarked(getComputedStyle(part, '::after'))));
                  return (shown ? 'shown ' : 'hidden ') + element.outerHTML.slice(0, 160);
                })()
                """
            )
            #expect(state.hasPrefix("shown"), "\(state)")
            reached.insert(state)
            try await tab.press("Tab")
        }
        #expect(reached.count > 5)
    }

    @Test(arguments: SitePage.allCases)
    func `printed, a page is its text alone`(page: SitePage) async throws {
        let browser = try Chromium()
        defer { browser.close() }
        let tab = try await browser.open(site.address(of: page))
        try await tab.setMedia("print")
        #expect(try await tab.isTrue("document.querySelector('h1').checkVisibility()"))
        for chrome in [".site-nav", ".site-menu", ".theme-switch", ".sidebar", ".contents"] {
            #expect(try await tab.isTrue("!document.querySelector('\(chrome)')?.checkVisibility()"), "\(chrome)")
        }
        #expect(try await tab.value("getComputedStyle(document.body).backgroundColor") != "rgb(0, 0, 0)")
        let printed = try await tab.call("Page.printToPDF")
        #expect(Data(base64Encoded: printed.string("data"))?.starts(with: Data("%PDF".utf8)) == true)
    }

    @Test(arguments: SitePage.allCases)
    func `who wants fewer movements sees none`(page: SitePage) async throws {
        let browser = try Chromium()
        defer { browser.close() }
        let tab = try await browser.open("about:blank", width: 1440)
        try await tab.setPreference("prefers-reduced-motion", "reduce")
        try await tab.go(to: site.address(of: page))
        let moving = try await tab.value(
            """
            [document.documentElement, ...document.querySelectorAll('body :not(source, track)')].filter(element => {
              const style = getComputedStyle(element);
              return style.scrollBehavior === 'smooth' || style.animationName !== 'none'
                || style.transitionDuration.split(',').some(time => parseFloat(time) > 0);
            }).map(element => element.outerHTML.slice(0, 120)).join('\\n')
            """
        )
        #expect(moving == "")
        #expect(try await tab.value("document.getAnimations().length") == "0")
    }

    /// Grounds and shadows are gone then: what is current, chosen or to be pressed has to be told by lines and weights.
    @Test(arguments: SitePage.allCases)
    func `in forced colours every control has an edge, and what is current a mark`(page: SitePage) async throws {
        let browser = try Chromium()
        defer { browser.close() }
        let tab = try await browser.open("about:blank", width: 1440)
        try await tab.setPreference("forced-colors", "active")
        try await tab.go(to: site.address(of: page))
        #expect(try await tab.isTrue("matchMedia('(forced-colors: active)').matches"))
        let bare = try await tab.value(
            """
            (() => {
              const shown = selector => [...document.querySelectorAll(selector)].filter(element => element.checkVisibility());
              const hasLine = element => ['border', 'outline'].some(kind => {
                const style = getComputedStyle(element);
                const width = kind === 'border' ? style.borderBlockEndWidth : style.outlineWidth;
                const look = kind === 'border' ? style.borderBlockEndStyle : style.outlineStyle;
                return parseFloat(width) > 0 && look !== 'none';
              });
              const bareControls = shown('button, .button, summary, select, .theme-switch, .site-search').filter(element =>
                !hasLine(element) && !element.closest('.also-grants, .filter, [data-filter]'));
              const unmarked = shown('[aria-current]').filter(element => {
                const style = getComputedStyle(element);
                const isLink = element.matches('a');
                return isLink && !hasLine(element) && Number(style.fontWeight) < 600 && style.textDecorationLine === 'none'
                  && parseFloat(style.borderInlineStartWidth) === 0;
              });
              const unchosen = shown('.theme-switch label:has(:checked)').filter(element => !hasLine(element));
              return [...bareControls, ...unmarked, ...unchosen].map(element => element.outerHTML.slice(0, 120)).join('\\n');
            })()
            """
        )
        #expect(bare == "")
    }

    @Test(arguments: SitePage.allCases, [1440, 390])
    func `nothing moves once it was painted`(page: SitePage, width: Int) async throws {
        let browser = try Chromium()
        defer { browser.close() }
        let tab = try await browser.open(site.address(of: page), width: width)
        let moved = try await tab.value(Self.moved(in: "html"))
        #expect(moved == "")
    }

    /// The page comes in pieces, so that it could be painted half.
    ///
    /// What is read by then may find its place while the rest comes, the header may not.
    @Test(arguments: [SitePage.directory, .listing, .notFound], [1440, 800, 390])
    func `the header does not move while a page comes slowly`(page: SitePage, width: Int) async throws {
        let browser = try Chromium()
        defer { browser.close() }
        let address = site.address(of: page)
        // Style sheet and script are in the cache by then.
        let tab = try await browser.open(address, width: width)
        _ = try await tab.call(
            "Network.emulateNetworkConditions",
            ["offline": false, "latency": 0, "downloadThroughput": 4_000, "uploadThroughput": 4_000]
        )
        try await tab.go(to: address + "?slowly")
        try await tab.wait(until: "location.search === '?slowly' && document.readyState === 'complete'")
        let moved = try await tab.value(Self.moved(in: ".site-header"))
        #expect(moved == "")
    }

    /// A script that lists what moved within a part of the page since it began, and from where to where.
    private static func moved(in part: String) -> String {
        """
        new Promise(done => {
          const moved = [];
          const place = ({ x, y, width, height }) => `${x} ${y} ${width} ${height}`;
          new PerformanceObserver(list => {
            for (const { node, previousRect, currentRect } of list.getEntries().flatMap(({ sources }) => sources)) {
              const element = node?.nodeType === Node.TEXT_NODE ? node.parentElement : node;
              if (element && !element.closest('\(part)')) continue;
              moved.push(`${element?.outerHTML.slice(0, 80)}: ${place(previousRect)} to ${place(currentRect)}`);
            }
          }).observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => done(moved.join(' ¶ ')), 300);
        })
        """
    }

    /// With the one style sheet and the one script that it needs, as a server sends them.
    @Test func `the page of an integration is small`() throws {
        let listings = try FileManager.default.contentsOfDirectory(
            atPath: site.url.appending(path: "integrations").path
        )
        let assets = try FileManager.default.contentsOfDirectory(atPath: site.url.appending(path: "assets").path)
            .filter { $0.hasSuffix(".css") || $0.hasSuffix(".js") }
        #expect(assets.count == 2)
        for (ending, limit) in [(".css", 40_000), (".js", 30_000)] {
            let asset = try #require(assets.first { $0.hasSuffix(ending) })
            #expect(try Data(contentsOf: site.url.appending(path: "assets/\(asset)")).count < limit)
        }
        let common = try assets.reduce(0) { try $0 + sentSize(of: "assets/\($1)") }
        for id in listings {
            let size = try common + sentSize(of: "integrations/\(id)/index.html")
            #expect(size < 60_000, "\(id)")
        }
    }

    private func sentSize(of path: String) throws -> Int {
        let gzip = Process()
        let output = Pipe()
        gzip.executableURL = URL(filePath: "/usr/bin/env")
        gzip.arguments = ["gzip", "--stdout", site.url.appending(path: path).path]
        gzip.standardOutput = output
        try gzip.run()
        let size = output.fileHandleForReading.readDataToEndOfFile().count
        gzip.waitUntilExit()
        try #require(gzip.terminationStatus == 0 && size > 0)
        return size
    }
}
