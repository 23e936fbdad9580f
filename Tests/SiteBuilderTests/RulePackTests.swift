import BuiltInFiles
import Diagnostics
import LocatedJSON
import Rules
import TestSupport
import Testing

@testable import SiteBuilder

private let builtIn = BuiltInFile.files(below: "packs/")

@Test func `the program has a pack for each marketplace that is known`() {
    let names = builtIn.map { String($0.path.dropLast(".json".count)) }
    let known = [
        "atlassian", "chrome", "datadog", "github", "google", "hubspot", "intercom", "moengage", "shopify", "slack",
        "stripe",
    ]
    #expect(names.sorted() == known)
}

@Test(arguments: builtIn.map(\.path))
func `a pack that travels with the program has no fault and bears its file's name`(path: String) throws {
    let file = try #require(builtIn.first { $0.path == path })
    var report = DiagnosticReport()
    let pack = try #require(RulePack.parse(file.bytes, path: path, reporting: &report))
    #expect(report.isEmpty, "\(report.sorted)")
    #expect("\(pack.id).json" == path)
    for provenance in pack.provenances where provenance.confidence == .conflicting {
        #expect(provenance.note != nil, "what contradicts what has to be said")
        #expect(!provenance.isCertain)
    }
}

@Test func `the page of the packs says what the packs say`() throws {
    let page = RulePackDocumentation(of: builtIn.sorted { $0.path < $1.path }.map(\.bytes)).page
    #expect(try PackageFolder.text("docs/rule-packs.md") == page, "run make docs")
}

@Test func `the limits of MoEngage rest on its own text alone`() throws {
    let file = try #require(builtIn.first { $0.path == "moengage.json" })
    var report = DiagnosticReport()
    let pack = try #require(RulePack.parse(file.bytes, path: file.path, reporting: &report))
    // Which words make a claim is this pack's own reading, and says so.
    let claims = pack.claims.map(\.provenance)
    let limits = pack.provenances.filter { !claims.contains($0) }
    #expect(limits.allSatisfy { $0.confidence == .primary })
    #expect(pack.provenances.count > 10)
}

private func report(_ content: ContentBuilder, _ marketplace: String) async throws -> DiagnosticReport {
    var content = content
    content.site = #"{"title": "Small", "baseURL": "https://directory.example/", "marketplace": \#(marketplace)}"#
    let folder = try TemporaryFolder()
    try content.write(to: folder)
    return try await SiteBuild(options(in: folder), goal: .check).run().report
}

private let ownPack = Array(
    """
    {"id": "own", "title": "Own shop", "texts": [{"field": "tagline", "mostWords": 1,
     "source": "https://own.example/rules", "read": "2026-11-24", "confidence": "primary"}]}
    """.utf8
)

@Test func `a site brings a pack of its own and is held against it`() async throws {
    var content = ContentBuilder()
    content.files["packs/own.json"] = ownPack
    let found = try await report(content, #""own""#).sorted.filter { $0.id == "manifest-text-too-long" }
    #expect(found.map(\.severity) == [.error])
    #expect(found[0].notes.first?.message == "Own shop asks for it: https://own.example/rules, read 2026-11-24")
}

@Test func `a site is held against several packs at once`() async throws {
    var content = ContentBuilder()
    content.listings[0].name = "Acme Loyalty for every single shop"
    content.files["packs/own.json"] = ownPack
    let found = try await report(content, #"["own", "moengage"]"#).sorted.filter { $0.id == "manifest-text-too-long" }
    #expect(Set(found.map(\.message)).count == 2)
}

@Test func `the own pack wins over the one of the program`() async throws {
    var content = ContentBuilder()
    content.listings[0].name = "Acme Loyalty for every single shop"
    content.files["packs/moengage.json"] = Array(#"{"id": "moengage", "title": "Ours"}"#.utf8)
    let report = try await report(content, #""moengage""#)
    #expect(!report.sorted.contains { $0.id == "manifest-text-too-long" })
}

@Test func `faults of an own pack are reported in it`() async throws {
    var content = ContentBuilder()
    content.files["packs/own.json"] = Array(#"{"id": "own", "title": "Own", "texts": [{"field": "nam"}]}"#.utf8)
    let report = try await report(content, #""own""#)
    #expect(report.sorted.contains { $0.range?.path.hasSuffix("Content/packs/own.json") == true })
    #expect(report.hasErrors)
}

@Test func `a pack that is nowhere is missed`() async throws {
    let report = try await report(ContentBuilder(), #""moenage""#)
    #expect(report.sorted.contains { $0.id == "marketplace-unknown" && $0.message.contains("'moengage'") })
}
