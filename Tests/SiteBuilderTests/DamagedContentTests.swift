import Diagnostics
import Listing
import LocatedJSON
import Rules
import TestSupport
import Testing

@testable import SiteBuilder

/// Content that is damaged at random is checked, and rendered where nothing was found, without a crash.
struct DamagedContentTests {
    private static let folder = "Content/integrations/acme"
    private static let manifest = "\(folder)/integration.json"
    private static let fragments: [[UInt8]] = [
        [0xFF], [0xC3], [0], Array("\r".utf8), Array("\n\n".utf8), Array("---\n".utf8), Array("](".utf8),
        Array("![](screenshot:".utf8), Array("[a](scope:".utf8), Array("## [](feature:points-sync)\n".utf8),
        Array("```\n".utf8), Array("> ".utf8), Array("| a |\n| - |\n".utf8), Array("\"".utf8), Array("{".utf8),
        Array("},".utf8), Array("[]".utf8), Array("null".utf8), Array("1e999".utf8), Array("\\ud800".utf8),
        Array("\"scopes\": [],".utf8), Array("users:read".utf8), Array("é".utf8), Array("👩‍👩‍👧".utf8),
        Array("\u{202E}".utf8), Array("<script>".utf8), Array("{{{".utf8), Array("java\tscript:".utf8),
    ]

    /// Platform, manifest and pages by path.
    private static let files: [String: [UInt8]] = {
        let content = ContentBuilder()
        var files = ["Content/platform.json": Array(content.platform.utf8)]
        for (name, bytes) in content.listings[0].allFiles where !name.hasPrefix("media/") {
            files["\(folder)/\(name)"] = bytes
        }
        return files
    }()

    private func damaged(_ generator: inout SeededGenerator) -> [String: [UInt8]] {
        var files = Self.files
        for _ in 0..<Int.random(in: 1...4, using: &generator) {
            let path = files.keys.sorted().randomElement(using: &generator) ?? Self.manifest
            files[path] = files[path].map { damaged($0, &generator) }
        }
        return files
    }

    private func damaged(_ bytes: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
        guard !bytes.isEmpty else { return bytes }
        var bytes = bytes
        let start = Int.random(in: 0..<bytes.count, using: &generator)
        let end = min(bytes.count, start + Int.random(in: 1...60, using: &generator))
        switch Int.random(in: 0..<6, using: &generator) {
        case 0: bytes[start] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
        case 1: bytes.removeSubrange(start..<end)
        case 2: bytes.insert(contentsOf: bytes[start..<end], at: Int.random(in: 0...bytes.count, using: &generator))
        case 3: bytes.removeSubrange(start...)
        case 4: bytes[start] = UInt8.random(in: 0...255, using: &generator)
        default: bytes.insert(contentsOf: Self.fragments.randomElement(using: &generator) ?? [], at: start)
        }
        return bytes
    }

    /// What loading would let through: texts only.
    private func isText(_ bytes: [UInt8]) -> Bool {
        !bytes.contains(0) && String(validating: bytes, as: UTF8.self) != nil
    }

    private func check(_ files: [String: [UInt8]]) -> (checked: CheckedListing?, report: DiagnosticReport) {
        var report = DiagnosticReport()
        let texts = files.filter { isText($0.value) }
        let catalogue = texts["Content/platform.json"].flatMap { bytes in
            SiteParser.parseCatalogue(
                SourceFile(path: "Content/platform.json", name: "platform.json", bytes: bytes),
                reporting: &report
            )
        }
        let tree = SourceTree(
            path: Self.folder,
            contentPath: "integrations/acme",
            texts: texts.filter { $0.key.hasPrefix(Self.folder) }.map { path, bytes in
                SourceFile(path: path, name: String(path.dropFirst(Self.folder.count + 1)), bytes: bytes)
            },
            assets: [AssetFile(path: "\(Self.folder)/media/points.png", name: "media/points.png", byteCount: 67)]
        )
        let listing = ListingParser(catalogue: catalogue ?? Catalogue(path: "")).parseIntegration(
            tree,
            reporting: &report
        )
        return (RuleRunner().check(listing, reporting: &report).checked, report)
    }

    private static let theme: Theme? = {
        var report = DiagnosticReport()
        return try? ThemeLoader(folder: "").load(
            "default",
            namedAt: SourceRange(startOf: "site.json"),
            languages: [Located("en", at: SourceRange(startOf: "site.json"))],
            reporting: &report
        )
    }()

    private func renderer(_ theme: Theme) -> ListingRenderer {
        let site = SiteFrame(
            folder: "",
            languages: [SiteLanguage(tag: "en", folder: "")],
            title: "Site",
            description: "",
            language: "en",
            texts: theme.texts(in: "en"),
            baseURL: nil,
            ownAddress: nil,
            helpPages: [],
            stylesheets: [],
            icon: nil,
            scripts: [],
            editLink: nil
        )
        return ListingRenderer(renderer: PageRenderer(theme: theme, language: "en"), site: site, scopeSlugs: Slugs([]))
    }

    @Test(arguments: 0..<30 as Range<UInt64>)
    func `a damaged listing is judged or rendered, with every place inside its file`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let renderer = renderer(try #require(Self.theme))
        var renderedCount = 0
        for round in 0..<100 {
            let files = damaged(&generator)
            let (checked, report) = check(files)
            #expect((checked == nil) == report.hasErrors)
            for range in places(of: report) {
                let length = files[range.path]?.count ?? 0
                #expect(range.bytes.end <= length, "seed \(seed), round \(round): \(range)")
            }
            _ = TextRenderer().render(report) { files[$0] }
            guard let checked else { continue }
            var rendering = DiagnosticReport()
            let media = PublishedMedia(of: checked.listing)
            let summary = ListingSummary(of: checked.listing, media: media)
            var pageCount = 0
            let permissions = PermissionWords(of: checked.listing)
            try renderer.render(
                checked,
                summary: summary,
                permissions: permissions,
                media: media,
                reporting: &rendering
            ) { page in
                if page.address.path.hasSuffix(".html") { pageCount += 1 }
                #expect(String(validating: page.bytes, as: UTF8.self) != nil)
            }
            #expect(!rendering.hasErrors, "\(rendering.sorted)")
            #expect(pageCount == checked.listing.pages.count)
            renderedCount += 1
        }
        #expect((1..<95).contains(renderedCount), "the damage is too great, or none")
    }

    private func places(of report: DiagnosticReport) -> [SourceRange] {
        report.diagnostics.flatMap { diagnostic in
            [diagnostic.range].compactMap(\.self) + diagnostic.notes.compactMap(\.range)
                + diagnostic.fixes.flatMap(\.edits).map(\.range)
        }
    }
}
