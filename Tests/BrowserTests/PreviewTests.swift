import Foundation
import TestSupport
import Testing

/// The preview in a real browser, while the content changes on the disk.
@Suite(.enabled(if: Chromium.isInstalled, Comment(rawValue: Chromium.isMissing)), .timeLimit(.minutes(15)), .serialized)
struct PreviewTests {
    private let folder: TemporaryFolder
    private let browser: Chromium
    private static let home = "Content/integrations/acme"

    init() throws {
        folder = try TemporaryFolder()
        try ContentBuilder().write(to: folder)
        browser = try Chromium()
    }

    private func listing(_ preview: PreviewRun, _ page: String = "") -> String {
        "\(preview.url)integrations/acme/\(page)"
    }

    /// Whether the preview's script has heard from the server.
    private static let isListening = """
        document.querySelector('candor-preview')?.shadowRoot.querySelector('button').textContent.length > 0
        """

    private func open(_ url: String) async throws -> Tab {
        let tab = try await browser.open(url)
        try await tab.wait(until: Self.isListening)
        // Gone when the page is loaded again.
        _ = try await tab.value("window.mark = 'same'")
        return tab
    }

    private static let panel = "document.querySelector('candor-preview').shadowRoot.querySelector('.panel')"
    private static let bar = "document.querySelector('candor-preview').shadowRoot.querySelector('.bar')"

    @Test func `a page that changed is loaded again where it was, and no other`() async throws {
        var content = ContentBuilder()
        content.listings[0].overview += String(repeating: "\nOne more paragraph of the long text.\n", count: 200)
        try content.write(to: folder)
        defer { browser.close() }
        let preview = try await PreviewRun(in: folder)
        let other = try await open(listing(preview, "setup/"))
        // The later tab is the one in front: one behind it is not scrolled.
        let changed = try await open(listing(preview))
        _ = try await changed.value("scrollTo(0, 1500)")
        try folder.replace("keeps points in profiles", with: "keeps scores in profiles", in: "\(Self.home)/index.md")
        try await changed.wait(until: "document.body.innerText.includes('keeps scores') && \(Self.isListening)")
        #expect(try await changed.value("window.mark") == "undefined")
        try await changed.wait(until: "Math.abs(scrollY - 1500) < 2")
        #expect(try await other.value("window.mark") == "same")
        #expect(changed.complaints == [])
    }

    @Test func `a style is changed in place`() async throws {
        try folder.write(#"{"name": "own", "extends": "default"}"#, to: "Themes/own/theme.json")
        try folder.write("body { outline-offset: 1px }", to: "Themes/own/assets/own.css")
        try folder.replace("\"en\"", with: "\"en\", \"theme\": \"own\"", in: "Content/site.json")
        defer { browser.close() }
        let preview = try await PreviewRun(in: folder)
        let tab = try await open(listing(preview))
        #expect(try await tab.value("getComputedStyle(document.body).outlineOffset") == "1px")
        try folder.write("body { outline-offset: 7px }", to: "Themes/own/assets/own.css")
        try await tab.wait(until: "getComputedStyle(document.body).outlineOffset === '7px'")
        #expect(try await tab.value("window.mark") == "same")
        try await tab.wait(until: "document.querySelectorAll('link[rel=stylesheet]').length === 1")
    }

    @Test func `a picture is changed in place`() async throws {
        defer { browser.close() }
        let preview = try await PreviewRun(in: folder)
        let tab = try await open(listing(preview))
        let picture = "document.querySelector('img[src*=\"media/points.\"]')"
        let before = try await tab.value("\(picture).src")
        try folder.write(TinyPicture.png + [0], to: "\(Self.home)/media/points.png")
        try await tab.wait(until: "\(picture).src !== '\(before)' && \(picture).complete")
        #expect(try await tab.isTrue("\(picture).naturalWidth > 0"))
        #expect(try await tab.value("window.mark") == "same")
    }

    @Test func `errors come up with their place and source, over the last good page, and go when they are mended`()
        async throws
    {
        defer { browser.close() }
        let preview = try await PreviewRun(in: folder)
        let tab = try await open(listing(preview))
        #expect(try await tab.isTrue("\(Self.panel).hidden"))
        try folder.replace("(scope:users:read)", with: "(scope:users:raed)", in: "\(Self.home)/index.md")
        try await tab.wait(until: "!\(Self.panel).hidden && \(Self.panel).innerText.includes('scope-')")
        let text = try await tab.value("\(Self.panel).innerText")
        #expect(text.contains("index.md"))
        #expect(text.contains("scope:users:raed"))
        #expect(text.contains("^^^"))
        #expect(try await tab.isTrue("\(Self.panel).querySelector('a.place').href.startsWith('vscode://file/')"))
        #expect(try await tab.isTrue("document.body.innerText.includes('keeps points in profiles')"))
        #expect(try await tab.value("window.mark") == "same")
        // The terminal says the same.
        #expect(preview.lines.contains { $0.contains("error") })
        try await tab.press("Escape")
        try await tab.wait(until: "\(Self.panel).hidden")
        try folder.replace("(scope:users:raed)", with: "(scope:users:read)", in: "\(Self.home)/index.md")
        try await tab.wait(until: "\(Self.bar).innerText.includes('No problems') && \(Self.panel).hidden")
        // Another error after that comes up again.
        try folder.write("{", to: "\(Self.home)/integration.json")
        try await tab.wait(until: "!\(Self.panel).hidden && \(Self.panel).innerText.includes('integration.json')")
    }

    @Test func `a listing that starts with errors is told of, and shown when it is mended`() async throws {
        let manifest = try folder.text("\(Self.home)/integration.json")
        try folder.write("{", to: "\(Self.home)/integration.json")
        defer { browser.close() }
        let preview = try await PreviewRun(in: folder)
        let tab = try await browser.open(listing(preview, "index.html"))
        try await tab.wait(until: "!\(Self.panel).hidden && \(Self.panel).innerText.includes('integration.json')")
        try folder.write(manifest, to: "\(Self.home)/integration.json")
        try await tab.wait(until: "document.body.innerText.includes('keeps points in profiles')")
    }

    @Test func `a page that is not there stays still until it is`() async throws {
        defer { browser.close() }
        let preview = try await PreviewRun(in: folder)
        let other = try await browser.open(listing(preview, "setupp/"))
        let advice = "Did you mean integrations/acme/setup/index.html?"
        try await other.wait(until: "\(Self.bar).innerText.includes('\(advice)')")
        let tab = try await open(listing(preview, "notes/"))
        try await Task.sleep(for: .milliseconds(500))
        #expect(try await tab.value("window.mark") == "same")
        try folder.write("---\ntitle: Notes\ndescription: Notes.\n---\n\nSome notes.\n", to: "\(Self.home)/notes.md")
        try await tab.wait(until: "document.body.innerText.includes('Some notes')")
    }

    @Test func `warnings are a badge and no more`() async throws {
        defer { browser.close() }
        let preview = try await PreviewRun(in: folder)
        let tab = try await open(listing(preview))
        try folder.replace("keeps points", with: "TODO keeps points", in: "\(Self.home)/index.md")
        try await tab.wait(
            until: "document.body.innerText.includes('TODO') && \(Self.bar).innerText.includes('warning')"
        )
        #expect(try await tab.isTrue("\(Self.panel).hidden"))
        _ = try await tab.value("\(Self.bar).querySelector('button').click()")
        try await tab.wait(until: "!\(Self.panel).hidden && \(Self.panel).innerText.includes('page-placeholder')")
    }

    @Test func `the map behind the page is marked on it, as the content is now`() async throws {
        defer { browser.close() }
        let preview = try await PreviewRun(in: folder)
        let tab = try await open(listing(preview))
        _ = try await tab.value("[...\(Self.bar).querySelectorAll('button')].at(-1).click()")
        try await tab.wait(until: "document.querySelectorAll('.candor-mark-yes').length >= 3")
        #expect(try await tab.isTrue("document.querySelectorAll('.candor-mark-no').length === 0"))
        #expect(try await tab.isTrue("document.querySelector('h2 .candor-mark-yes') !== null"))
        try folder.replace("[`users:read`](scope:users:read)", with: "its key", in: "\(Self.home)/index.md")
        try await tab.wait(until: "document.querySelectorAll('.candor-mark-no').length >= 2")
        #expect(try await tab.isTrue("\(Self.bar).innerText.includes('scopes 0/1')"))
    }

    @Test func `two browsers follow at once`() async throws {
        defer { browser.close() }
        let preview = try await PreviewRun(in: folder)
        let second = try Chromium()
        defer { second.close() }
        let tabs = [try await open(listing(preview)), try await second.open(listing(preview))]
        try await tabs[1].wait(until: Self.isListening)
        try folder.replace("keeps points in profiles", with: "keeps scores in profiles", in: "\(Self.home)/index.md")
        for tab in tabs { try await tab.wait(until: "document.body.innerText.includes('keeps scores')") }
    }

    @Test func `a page that slept through a change is loaded again when the preview is back`() async throws {
        defer { browser.close() }
        let preview = try await PreviewRun(in: folder)
        let (port, tab) = (preview.port, try await open(listing(preview)))
        #expect(preview.stop() == 0)
        try folder.replace("keeps points in profiles", with: "keeps scores in profiles", in: "\(Self.home)/index.md")
        let again = try await PreviewRun(in: folder, port: port)
        try await tab.wait(until: "document.body.innerText.includes('keeps scores')")
        #expect(again.stop() == 0)
    }

    @Test func `a page that is left gives its connection back`() async throws {
        defer { browser.close() }
        let preview = try await PreviewRun(in: folder)
        let tab = try await open(listing(preview))
        // A browser has six connections for one host.
        for number in 0..<10 {
            try await tab.go(to: number.isMultiple(of: 2) ? listing(preview, "setup/") : listing(preview))
            try await tab.wait(until: Self.isListening)
        }
    }

    @Test(arguments: ["mp4", "webm"])
    func `a video plays, and can be wound to any place`(ending: String) async throws {
        let videos = try PackageFolder.files(below: "Content/integrations", ending: ".\(ending)")
        let video = try #require(videos.first, "the project's content has no .\(ending)")
        let id = video.split(separator: "/")[2]
        try FileManager.default.removeItem(at: folder.url.appending(path: "Content"))
        try FileManager.default.copyItem(
            at: PackageFolder.url(of: "Content"),
            to: folder.url.appending(path: "Content")
        )
        defer { browser.close() }
        let preview = try await PreviewRun(in: folder)
        let tab = try await browser.open("\(preview.url)integrations/\(id)/")
        try await tab.wait(until: "document.querySelector('source[src$=\".\(ending)\"]') !== null")
        _ = try await tab.value(
            """
            (document.body.innerHTML = `<video id="film" muted src="${
              document.querySelector('source[src$=".\(ending)"]').src}"></video>`, 0)
            """
        )
        let film = "document.getElementById('film')"
        try await tab.wait(until: "\(film).readyState >= 2")
        _ = try await tab.value("\(film).play()")
        try await tab.wait(until: "\(film).currentTime > 0.1")
        let place = "\(film).duration * 0.8"
        _ = try await tab.value(
            "(\(film).currentTime = \(place), new Promise(done => \(film).onseeked = () => done(1)))"
        )
        #expect(try await tab.isTrue("\(film).currentTime >= \(place) - 0.5 && !\(film).error"))
    }
}
