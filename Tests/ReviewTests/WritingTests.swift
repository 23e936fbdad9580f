import Diagnostics
import Foundation
import LocatedJSON
import TestSupport
import Testing

@testable import Review
@testable import Rules

#if canImport(FoundationXML)
import FoundationXML
#endif

@Test func `the templates only say what the views can answer`() {
    var report = DiagnosticReport()
    ReviewPages.checkTemplates(reporting: &report)
    #expect(report.diagnostics.map(\.message) == [])
}

private let hostile = #"<script>alert(1)</script> \"quoted\" & 'more'"#

private let hostileFiles = [
    "integration.json": """
    {"name": "\(hostile)", "builtBy": "\(hostile)", "version": "\(hostile)",
     "scopes": [{"id": "\(hostile)", "reason": "\(hostile)", "requirement": "optional", "ifDeclined": "\(hostile)"}],
     "features": [{"id": "\(hostile)", "title": "\(hostile)", "summary": "S", "scopes": ["\(hostile)"],
       "operations": ["\(hostile)"], "evidence": ["\(hostile)"]}]}
    """,
    "index.md": "---\ntitle: Overview\n---\n\n[a](feature:%3Cscript%3E)\n",
]

@Test func `no value of a listing becomes markup of the page`() {
    var report = DiagnosticReport()
    let pages = ReviewPages(title: "<script>", language: "en\"><script>", reporting: &report)
    let html = String(decoding: pages.page(of: review(hostileFiles), reporting: &report), as: UTF8.self)
    #expect(html.contains("&lt;script&gt;alert(1)&lt;/script&gt; &quot;quoted&quot; &amp; 'more'"))
    #expect(!html.contains("<script"))
    #expect(!html.contains("\"quoted\""))
    #expect(report.isEmpty)
}

@Test func `a page asks no other host for anything and needs no script`() {
    var report = DiagnosticReport()
    let pages = ReviewPages(title: "Directory", language: "en", reporting: &report)
    let html = String(decoding: pages.page(of: review(hostileFiles), reporting: &report), as: UTF8.self)
    for word in ["http://", "https://", "<link", "<img", "url(", "@import"] { #expect(!html.contains(word), "\(word)") }
}

@Test func `the JSON of a listing is JSON, whatever stands in it`() throws {
    let json = ReviewJSON.listing(review(hostileFiles))
    let object = try #require(try JSONSerialization.jsonObject(with: Data(json.bytes)) as? [String: Any])
    #expect(object["name"] as? String == #"<script>alert(1)</script> "quoted" & 'more'"#)
    let features = try #require(object["features"] as? [[String: Any]])
    #expect((features.first?["section"] as? [String: Any])?["mark"] as? String == "missing")
}

private func coverage(proved: Int, total: Int, notChecked: Int = 0) -> Coverage {
    var coverage = Coverage()
    coverage.scopes = Coverage.Count(proved: proved, total: total, notChecked: notChecked)
    return coverage
}

@Test(arguments: [
    (coverage(proved: 14, total: 14), "14/14", "#0a5c49"),
    (coverage(proved: 13, total: 14), "13/14", "#9c2318"),
    (coverage(proved: 0, total: 14, notChecked: 14), "not checked", "#47564f"),
    (coverage(proved: 3, total: 4, notChecked: 1), "3/4, 1 not checked", "#47564f"),
    (coverage(proved: 0, total: 0), "none requested", "#47564f"),
])
func `the badge says how many scopes are documented`(coverage: Coverage, value: String, colour: String) {
    let badge = CoverageBadge(of: coverage)
    let svg = String(decoding: badge.svg, as: UTF8.self)
    #expect(badge.value == value)
    #expect(svg.contains("<title>scopes documented: \(value)</title>"))
    #expect(svg.contains(">\(value)</text>"))
    #expect(svg.contains("fill=\"\(colour)\""))
    #expect(XMLParser(data: Data(badge.svg)).parse())
}
