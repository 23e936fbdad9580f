import Diagnostics
import Evidence
import Listing
import LocatedJSON
import Rules
import TestSupport
import Testing

/// An example of a rule's description, as a test case of its own.
struct ExampleCase: Sendable, CustomTestStringConvertible {
    let rule: any Rule
    let kind: String
    let number: Int
    let example: RuleExample

    var testDescription: String { "\(type(of: rule).description.id), \(kind) \(number)" }

    /// Those of rules on the whole directory are tried where directories are checked.
    static let all: [ExampleCase] = RuleRegistry.rules.filter { !($0 is any DirectoryRule) }.flatMap { rule in
        let description = type(of: rule).description
        func cases(_ kind: String, _ examples: [RuleExample]) -> [ExampleCase] {
            examples.enumerated().map { ExampleCase(rule: rule, kind: kind, number: $0 + 1, example: $1) }
        }
        return cases("flagged", description.flagged) + cases("allowed", description.allowed)
    }
}

@Test(arguments: ExampleCase.all)
func `a rule reports exactly the marked places of its examples`(example: ExampleCase) throws {
    let marked = MarkedListing(example.example)
    let catalogue = try parsedCatalogue(example.example.catalogue)

    let ownAddress = example.example.baseURL.flatMap {
        OwnAddress(baseURL: $0, languages: example.example.languages)
    }
    let editions = ContentLanguages(others: example.example.languages).choices.map {
        ContentEdition(language: $0, catalogue: catalogue)
    }
    let parser = ListingParser(
        main: editions[0],
        translations: Array(editions.dropFirst()),
        ownAddress: ownAddress
    )
    let listing = parser.parseExcerpt(marked.tree)
    var report = DiagnosticReport()
    let files = marked.texts
    let expected = marked.places
    let packs = try example.example.pack.map { [try parsedPack($0)] } ?? []
    _ = RuleRunner(rules: [example.rule], packs: packs, today: CalendarDate("2026-06-01")).check(
        listing,
        reporting: &report
    )

    #expect(Set(report.diagnostics.compactMap(\.range)) == expected, "\(rendered(report, files))")
    #expect(report.diagnostics.count == expected.count, "\(rendered(report, files))")
    #expect((example.kind == "flagged") == !expected.isEmpty)
    for diagnostic in report.diagnostics {
        #expect(diagnostic.range != nil || !diagnostic.notes.isEmpty, "a place, or why there is none: \(diagnostic)")
        #expect(!diagnostic.message.hasSuffix("."), "a message is no sentence with a full stop: \(diagnostic.message)")
    }
}

/// The files of an example without their marks, and the places that were marked.
private struct MarkedListing {
    private(set) var places: Set<SourceRange> = []
    private(set) var texts: [SourceFile] = []
    private let example: RuleExample
    private let folder = "integrations/acme"

    init(_ example: RuleExample) {
        self.example = example
        var named = example.pages
        named["integration.json"] = example.manifest
        named["permissions.json"] = example.record
        named[Self.traffic] = example.traffic
        named.merge(example.texts) { $1 }
        named.merge(example.mediaTexts) { $1 }
        for (name, content) in named {
            let text = MarkedText(content)
            let path = "\(folder)/\(name)"
            places.formUnion(text.ranges.map { SourceRange(path: path, bytes: $0) })
            texts.append(SourceFile(path: path, name: name, bytes: text.bytes))
        }
    }

    var tree: SourceTree {
        SourceTree(
            path: folder,
            contentPath: folder,
            texts: texts.filter { !$0.name.hasPrefix("media/") && $0.name != Self.traffic },
            captions: texts.filter { $0.name.hasSuffix(".vtt") },
            assets: assets,
            recordings: recordings
        )
    }

    private static let traffic = "evidence/traffic.har"

    private var recordings: [RecordedTraffic] {
        texts.filter { $0.name == Self.traffic }.map { file in
            var report = DiagnosticReport()
            let recording = RecordedTraffic(file.bytes, path: file.path, reporting: &report)
            #expect(report.isEmpty, "\(rendered(report, []))")
            return recording
        }
    }

    private var assets: [AssetFile] {
        let named = example.files.map { AssetFile(path: "\(folder)/\($0)", name: $0, byteCount: 1) }
        let described = example.media.map { name, medium in
            AssetFile(
                path: "\(folder)/\(name)",
                name: name,
                byteCount: medium.byteCount,
                facts: medium.facts,
                contentHash: medium.contentHash
            )
        }
        let written = texts.filter { $0.name.hasPrefix("media/") }.map { file in
            var window = ByteWindow(file.bytes)
            let facts = MediaReader.facts(of: &window)
            return AssetFile(path: file.path, name: file.name, byteCount: file.bytes.count, facts: facts)
        }
        return named + described + written
    }
}

private func parsedCatalogue(_ text: String) throws -> Catalogue {
    var report = DiagnosticReport()
    let file = SourceFile(path: "platform.json", name: "platform.json", bytes: Array(text.utf8))
    let catalogue = SiteParser.parseCatalogue(file, reporting: &report)
    #expect(report.isEmpty, "\(rendered(report, [file]))")
    return try #require(catalogue)
}

private func parsedPack(_ text: String) throws -> RulePack {
    var report = DiagnosticReport()
    let pack = RulePack.parse(Array(text.utf8), path: "pack.json", reporting: &report)
    #expect(report.isEmpty, "\(rendered(report, []))")
    return try #require(pack)
}

private func rendered(_ report: DiagnosticReport, _ files: [SourceFile]) -> String {
    TextRenderer().render(report) { path in files.first { $0.path == path }?.bytes }
}
