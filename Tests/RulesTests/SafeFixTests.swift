import Diagnostics
import Listing
import LocatedJSON
import Rules
import TestSupport
import Testing

/// Whoever applies a safe fix looks at nothing afterwards: so it must do what it says, whatever the file holds.
struct SafeFixTests {
    private typealias Files = [String: [UInt8]]

    private static let folder = "integrations/acme"

    @Test(arguments: 0..<24)
    func `a safe fix removes its diagnostic from a file that was damaged at random`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let sound = ListingBuilder().allFiles
        var fixCount = 0
        for _ in 0..<40 {
            var files = sound
            for _ in 0..<Int.random(in: 1...4, using: &generator) { Self.damage(&files, using: &generator) }
            let report = Self.report(on: files)
            for diagnostic in report.diagnostics {
                guard let fix = diagnostic.fixes.first(where: { $0.safety == .safe }) else { continue }
                fixCount += 1
                let mended = Self.applying(fix, to: files)
                let left = Self.count(of: diagnostic, in: Self.report(on: mended))
                #expect(left < Self.count(of: diagnostic, in: report), "\(diagnostic) is still there")
            }
        }
        #expect(fixCount > 0, "nothing was tried")
    }

    @Test(arguments: 0..<12)
    func `all safe fixes again and again come to an end`(seed: UInt64) {
        var generator = SeededGenerator(seed: 1000 + seed)
        for _ in 0..<20 {
            var files = ListingBuilder().allFiles
            for _ in 0..<3 { Self.damage(&files, using: &generator) }
            var rounds = 0
            while rounds < 20 {
                let fixes = Self.report(on: files).diagnostics.compactMap { $0.fixes.first { $0.safety == .safe } }
                let outcome = FixApplier.apply(fixes) { files[String($0.dropFirst(Self.folder.count + 1))] }
                guard !outcome.applied.isEmpty else { break }
                for (path, bytes) in outcome.texts { files[String(path.dropFirst(Self.folder.count + 1))] = bytes }
                rounds += 1
            }
            #expect(rounds < 20)
        }
    }

    static let periods: [(String, Fix.Safety?, String)] = [
        ("Points in profiles.", .safe, "Points in profiles"), ("Points in profiles. ", .safe, "Points in profiles"),
        ("Made in the U.S.", .needsReview, "Made in the U.S"),
        ("Points in \\u0070rofiles.", .safe, "Points in \\u0070rofiles"),
        ("Seals by Waxseal Inc.", .needsReview, "Seals by Waxseal Inc"), ("Seals etc.", .needsReview, "Seals etc"),
        (".", nil, "."),
    ]

    @Test(arguments: periods)
    func `a full stop goes where it can be spared`(text: String, safety: Fix.Safety?, expected: String) throws {
        var report = DiagnosticReport()
        let pack = """
            {"id": "example", "title": "Example", "texts": [{"field": "tagline", "forbidsFinalPeriod": true,
             "source": "example.com", "read": "2026-01-01", "confidence": "primary"}]}
            """
        let packs = [try #require(RulePack.parse(Array(pack.utf8), path: "pack.json", reporting: &report))]
        let manifest = Array("{\"tagline\": \"\(text)\"}".utf8)
        let file = SourceFile(path: "integration.json", name: "integration.json", bytes: manifest)
        let tree = SourceTree(path: "", contentPath: Self.folder, texts: [file])
        let listing = ListingParser(catalogue: Catalogue(path: "")).parseExcerpt(tree)
        let rule = try #require(
            RuleRegistry.rules.first { type(of: $0).description.id == "manifest-text-final-period" }
        )
        _ = RuleRunner(rules: [rule], packs: packs).check(listing, reporting: &report)
        let diagnostic = try #require(report.diagnostics.first, "\(report)")
        #expect(diagnostic.fixes.first?.safety == safety)
        let mended = FixApplier.apply(diagnostic.fixes) { _ in manifest }.texts["integration.json"] ?? manifest
        #expect(String(decoding: mended, as: UTF8.self) == "{\"tagline\": \"\(expected)\"}")
    }

    private static func count(of diagnostic: Diagnostic, in report: DiagnosticReport) -> Int {
        report.diagnostics.count { $0.id == diagnostic.id && $0.message == diagnostic.message }
    }

    private static func applying(_ fix: Fix, to files: Files) -> Files {
        let outcome = FixApplier.apply([fix]) { files[String($0.dropFirst(folder.count + 1))] }
        return outcome.texts.reduce(into: files) { $0[String($1.key.dropFirst(folder.count + 1))] = $1.value }
    }

    private static func report(on files: Files) -> DiagnosticReport {
        var report = DiagnosticReport()
        let texts = files.filter { !$0.key.contains("/") }
            .map { SourceFile(path: "\(folder)/\($0.key)", name: $0.key, bytes: $0.value) }
        let assets = files.keys.filter { $0.contains("/") }
            .map { AssetFile(path: "\(folder)/\($0)", name: $0, byteCount: 1) }
        let tree = SourceTree(path: folder, contentPath: folder, texts: texts, assets: assets)
        let listing = ListingParser(catalogue: Catalogue(path: "")).parseIntegration(tree, reporting: &report)
        _ = RuleRunner().check(listing, reporting: &report)
        return report
    }

    /// What fingers do: a letter twice, none, another one, two the wrong way round, a capital, a comma too many.
    private static func damage(_ files: inout Files, using generator: inout SeededGenerator) {
        guard let name = ["integration.json", "index.md", "setup.md"].randomElement(using: &generator),
            var bytes = files[name], bytes.count > 2
        else { return }
        let end = name.hasSuffix(".json") ? bytes.count - 2 : min(bytes.count - 2, 700)
        let place = Int.random(in: 0..<end, using: &generator)
        guard bytes[place] < 0x80, bytes[place + 1] < 0x80 else { return }
        switch Int.random(in: 0..<6, using: &generator) {
        case 0: bytes.insert(bytes[place], at: place)
        case 1: bytes.remove(at: place)
        case 2: bytes[place] = UInt8.random(in: UInt8(ascii: "a")...UInt8(ascii: "z"), using: &generator)
        case 3: bytes.swapAt(place, place + 1)
        case 4:
            let letter = bytes[place]
            if letter >= UInt8(ascii: "a"), letter <= UInt8(ascii: "z") { bytes[place] = letter - 32 }
        default:
            if let bracket = bytes[place...].firstIndex(where: { $0 == UInt8(ascii: "]") || $0 == UInt8(ascii: "}") }) {
                bytes.insert(UInt8(ascii: ","), at: bracket)
            }
        }
        files[name] = bytes
    }
}
