import Diagnostics
import Foundation
import Listing
import LocatedJSON
import Testing

@testable import Review

/// A listing and the record of what its last release asked for.
private func files(record: String?, scopes: String, features: String) -> [String: String] {
    var files = [
        "integration.json": #"{"name": "Acme", "version": "2.0", "scopes": [\#(scopes)], "features": [\#(features)]}"#
    ]
    files["permissions.json"] = record
    return files
}

private func record(_ scopes: String) -> String {
    """
    {"releases": [{"version": "0.9", "date": "2025-01-01", "scopes": []},
      {"version": "1.0", "date": "2026-01-01", "scopes": [\(scopes)]}]}
    """
}

private func scope(_ id: String, _ requirement: String, _ more: String = #""reason": "R.""#) -> String {
    #"{"id": "\#(id)", "requirement": "\#(requirement)", \#(more)}"#
}

private func feature(_ id: String, _ scopes: String...) -> String {
    #"{"id": "\#(id)", "title": "The \#(id)", "summary": "S.", "scopes": \#(scopes)}"#
}

private let changed = files(
    record: record(
        [
            scope("users:read", "optional", #""features": ["sync", "look"]"#),
            scope("events:send", "required", #""features": ["tell"]"#),
        ].joined(separator: ", ")
    ),
    scopes: [scope("users:read", "required"), scope("users:write", "conditional")].joined(separator: ", "),
    features: [feature("sync", "users:read", "users:write"), feature("look", "users:read")].joined(separator: ", ")
)

private func comparison(_ files: [String: String]) throws -> ReleaseComparison {
    try #require(review(files).release.comparison)
}

@Test func `scopes are held against the newest release, and it is said who must consent again`() throws {
    let comparison = try comparison(changed)
    #expect(comparison.version == "1.0")
    #expect(comparison.date == "2026-01-01")
    #expect(comparison.place.text == "permissions.json:2")
    #expect(comparison.scopes.map(\.scope) == ["users:write", "users:read", "events:send"])
    #expect(comparison.scopes.map(\.kind) == [.added, .altered, .removed])
    #expect(comparison.scopes.map(\.before) == [nil, .optional, .required])
    #expect(comparison.scopes.map(\.after) == [.conditional, .required, nil])
    #expect(comparison.scopes.map(\.consent) == [.concerned, .everybody, .nobody])
}

@Test func `a scope that grants the one before is told as wider`() throws {
    let comparison = try comparison(
        files(
            record: record(scope("events:send", "required", #""features": []"#)),
            scopes: scope("tile:data", "required"),
            features: ""
        )
    )
    #expect(comparison.scopes.map(\.kind) == [.widened])
    #expect(comparison.scopes.map(\.inPlaceOf) == [["events:send"]])
    #expect(comparison.scopes.map(\.consent) == [.everybody])
}

@Test func `features that need other scopes are named with what they gained and lost`() throws {
    let features = try comparison(changed).features
    #expect(features.map(\.subject) == ["sync", "tell"])
    #expect(features.map(\.title) == ["The sync", nil])
    #expect(features.map(\.gained) == [["users:write"], []])
    #expect(features.map(\.lost) == [[], ["events:send"]])
}

@Test(arguments: [
    (nil, "required", RenewedConsent.everybody), (nil, "optional", .choosing), (nil, "conditional", .concerned),
    ("optional", "required", .everybody), ("conditional", "required", .everybody),
    ("optional", "conditional", .concerned), ("conditional", "optional", .choosing),
    ("required", "optional", .nobody), ("required", "conditional", .nobody),
])
func `who must consent again follows from both requirements`(
    before: String?,
    after: String,
    consent: RenewedConsent
) throws {
    let recorded = before.map { scope("users:read", $0, #""features": []"#) } ?? ""
    let files = files(record: record(recorded), scopes: scope("users:read", after), features: "")
    #expect(try comparison(files).scopes.map(\.consent) == [consent])
}

@Test func `of a bundle that stays it is said what else is used`() throws {
    let bundle = #""features": ["sync"], "members": ["events:send"]"#
    let feature = #"{"id": "sync", "title": "S", "summary": "S.", "scopes": ["tile:data"], "operations": ["put"]}"#
    let files = files(
        record: record(scope("tile:data", "required", bundle)),
        scopes: scope("tile:data", "required"),
        features: feature
    )
    let comparison = try comparison(files)
    #expect(comparison.scopes.isEmpty)
    #expect(comparison.features.isEmpty)
    #expect(comparison.bundles.map(\.gained) == [["users:write"]])
    #expect(comparison.bundles.map(\.lost) == [["events:send"]])
    #expect(review(files).release.account == "1 bundle since 1.0")
}

@Test(arguments: [
    (nil, "no release recorded"), (#"{"releases": []}"#, "no release recorded"), ("{", "cannot be read"),
    (record(scope("users:read", "required", #""features": ["sync"]"#)), "nothing since 1.0"),
    (record(""), "1 scope, 1 feature since 1.0"),
])
func `the overview says in words what changed, or why nobody knows`(record: String?, account: String) {
    let files = files(record: record, scopes: scope("users:read", "required"), features: feature("sync", "users:read"))
    #expect(review(files).release.account == account)
}

@Test func `a listing without a manifest does not pass for one in which nothing changed`() {
    #expect(review(["permissions.json": record("")]).release.account == "cannot be read")
}

@Test func `the page shows the change, and the JSON says the same`() throws {
    let matrix = review(changed)
    var report = DiagnosticReport()
    let pages = ReviewPages(title: "Directory", language: "en", reporting: &report)
    let html = String(decoding: pages.page(of: matrix, reporting: &report), as: UTF8.self)
    for text in [
        "Everybody must consent again.", "optional → required", "those for whom its condition holds",
        "+ <code>users:write</code>", "− <code>events:send</code>", "no longer claimed",
    ] { #expect(html.contains(text), "\(text)") }
    #expect(report.isEmpty)
    let json = try #require(
        try JSONSerialization.jsonObject(with: Data(ReviewJSON.listing(matrix).bytes)) as? [String: Any]
    )
    let release = try #require(json["release"] as? [String: Any])
    #expect(release["state"] as? String == "compared")
    let scopes = try #require(release["scopes"] as? [[String: Any]])
    #expect(scopes.compactMap { $0["consent"] as? String } == ["concerned", "everybody", "nobody"])
    #expect((release["features"] as? [[String: Any]])?.first?["gained"] as? [String] == ["users:write"])
}
