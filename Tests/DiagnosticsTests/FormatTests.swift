import Diagnostics
import Foundation
import TestSupport
import Testing

#if canImport(FoundationXML)
import FoundationXML
#endif

@Test func `every format says the same of one report as before`() throws {
    let found = SampleReport.formats.map { name, renderer in
        (name, Data(renderer.render(SampleReport.report, sources: SampleReport.sources).utf8))
    }
    #expect(try Golden.differences(of: Dictionary(uniqueKeysWithValues: found), from: "reports") == [])
}

struct GitHubTests {
    static let messages: [(String, String)] = [
        ("plain", "plain"), ("100% sure", "100%25 sure"), ("%0A", "%250A"), ("a\nb\rc\r\nd", "a%0Ab%0Dc%0D%0Ad"),
        ("a:b,c", "a:b,c"), ("::error::x", "::error::x"), ("a\u{1B}[31mb", "a\u{FFFD}[31mb"),
    ]

    @Test(arguments: messages)
    func `a message cannot end its command`(message: String, expected: String) {
        var report = DiagnosticReport()
        report.error("an-id", message, withoutPlace: "in no file")
        let text = GitHubRenderer().render(report) { _ in nil }
        #expect(text == "::error title=an-id::\(expected)%0Anote: in no file\n")
    }

    static let paths: [(String, String)] = [
        ("a.md", "a.md"), ("a:b,c%.md", "a%3Ab%2Cc%25.md"), ("a\nb\r.md", "a%0Ab%0D.md"),
    ]

    @Test(arguments: paths)
    func `a path cannot end its property`(path: String, expected: String) {
        var report = DiagnosticReport()
        report.warning("an-id", "x", at: SourceRange(startOf: path))
        let text = GitHubRenderer().render(report) { _ in nil }
        #expect(text == "::warning file=\(expected),title=an-id::x\n")
    }
}

struct JUnitTests {
    @Test func `the report is XML whatever the messages hold`() throws {
        var report = SampleReport.report
        let scalars = (UInt32(0)..<0x300).compactMap(Unicode.Scalar.init) + ["\u{FFFE}", "\u{FFFF}", "\u{1F600}"]
        report.error("any-scalar", String(String.UnicodeScalarView(scalars)), at: SourceRange(startOf: "<&\">\u{2}"))
        let text = JUnitRenderer().render(report, sources: SampleReport.sources)
        let parser = XMLParser(data: Data(text.utf8))
        #expect(parser.parse(), "\(String(describing: parser.parserError))")
        #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" && $0 != "\t" })
    }

    @Test func `a run without findings has a case that passed`() {
        let text = JUnitRenderer().render(DiagnosticReport()) { _ in nil }
        #expect(text.contains("tests=\"1\" failures=\"0\""))
        #expect(text.contains("<testcase classname=\"candor\" name=\"no problems found\"/>"))
    }
}

struct SARIFTests {
    private let root: [String: Any]
    private let run: [String: Any]
    private let results: [[String: Any]]

    init() throws {
        let text = SARIFRenderer(version: "1.2.3", rules: SampleReport.rules, exitCode: 1)
            .render(SampleReport.report, sources: SampleReport.sources)
        root = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        run = try #require((root["runs"] as? [[String: Any]])?.first)
        results = try #require(run["results"] as? [[String: Any]])
    }

    @Test func `a log has a version, a tool with rules, and an invocation`() throws {
        #expect(root["version"] as? String == "2.1.0")
        let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
        #expect(driver["name"] as? String == "candor")
        let rules = try #require(driver["rules"] as? [[String: Any]])
        #expect(Set(rules.compactMap { $0["id"] as? String }).count == rules.count)
        let invocation = try #require((run["invocations"] as? [[String: Any]])?.first)
        #expect(invocation["executionSuccessful"] as? Bool == true)
        #expect(invocation["exitCode"] as? Int == 1)
        #expect(run["columnKind"] as? String == "unicodeCodePoints")
    }

    @Test func `a result has a message, a level, and the place of its rule in the list`() throws {
        let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
        let rules = try #require(driver["rules"] as? [[String: Any]])
        let ids = rules.map { $0["id"] as? String }
        #expect(results.count == 7)
        for result in results {
            #expect((result["message"] as? [String: Any])?["text"] is String)
            #expect(["note", "warning", "error"].contains(result["level"] as? String))
            let index = try #require(result["ruleIndex"] as? Int)
            #expect(ids[index] == result["ruleId"] as? String)
        }
    }

    @Test func `bytes and columns of a region name the same text`() throws {
        let result = try #require(results.first { $0["ruleId"] as? String == "scope-unknown" })
        let locations = try #require(result["locations"] as? [[String: Any]])
        let location = try #require(locations.first?["physicalLocation"] as? [String: Any])
        let artifact = try #require(location["artifactLocation"] as? [String: Any])
        #expect(artifact["uri"] as? String == "Content/integrations/acme/a%3A%201%2C%25.md")
        let region = try #require(location["region"] as? [String: Int])
        #expect(region["startLine"] == 2 && region["startColumn"] == 1)
        #expect(region["endLine"] == 3 && region["endColumn"] == 4)
        #expect(region["byteOffset"] == SampleReport.page.ranges[0].start)
        #expect(region["byteLength"] == SampleReport.page.ranges[0].count)
    }

    @Test func `fingerprints differ within a run, and every result tells whether it is suppressed`() {
        let prints = results.compactMap { ($0["partialFingerprints"] as? [String: String])?.values.first }
        #expect(prints.count == results.count)
        #expect(Set(prints).count == prints.count)
        let suppressions = results.compactMap { $0["suppressions"] as? [[String: String]] }
        #expect(suppressions.count == results.count)
        #expect(suppressions.joined().map { $0["kind"] } == ["external", "external"])
    }

    @Test func `a fix names what it deletes and what it inserts`() throws {
        let fixes = results.compactMap { $0["fixes"] as? [[String: Any]] }
        let fix = try #require(fixes.first?.first)
        let change = try #require((fix["artifactChanges"] as? [[String: Any]])?.first)
        let replacement = try #require((change["replacements"] as? [[String: Any]])?.first)
        #expect((replacement["deletedRegion"] as? [String: Int])?["byteLength"] == 6)
        #expect((replacement["insertedContent"] as? [String: String])?["text"] == "\"name\"")
    }
}
