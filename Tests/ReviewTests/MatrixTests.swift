import Listing
import Testing

@testable import Review

/// A listing in which every link of the chain is there, for a test to break one.
private func files(
    scopes: String = #"{"id": "users:read", "requirement": "required", "reason": "To match members."}"#,
    features: String =
        #"{"id": "sync", "title": "Sync", "summary": "S.", "scopes": ["users:read"], "evidence": ["shot"]}"#,
    media: String = #"{"id": "shot", "kind": "screenshot", "file": "media/a.png", "alt": "A picture of it"}"#,
    page: String = "## [Sync](feature:sync)\n\n\(prose) Needs `users:read`.\n\n![The sync](screenshot:shot)\n",
    picture: String = "media/a.png"
) -> [String: String] {
    [
        "integration.json": """
        {"name": "Acme", "updated": "2026-11-20", "scopes": [\(scopes)],
         "features": [\(features)],
         "media": [\(media)]}
        """,
        "index.md": "---\ntitle: Overview\n---\n\n\(page)", picture: "",
    ]
}

private let prose = """
    Every night the members of the programme are read and each of them is matched to the profile with the same address.
    """

private func feature(_ files: [String: String]) throws -> FeatureReview { try #require(review(files).features.first) }
private func scope(_ files: [String: String]) throws -> ScopeReview { try #require(review(files).scopes.first) }

@Test func `a whole chain is marked link by link, with the lines where it stands`() throws {
    let feature = try feature(files())
    #expect(!feature.hasHole)
    #expect(feature.claim.text == "integration.json:2")
    #expect(feature.section.places.map(\.text) == ["index.md:5"])
    #expect(feature.scopes.map(\.requested.mark) == [.present])
    #expect(feature.scopes.flatMap(\.named.places).map(\.text) == ["index.md:7"])
    #expect(feature.evidence.flatMap(\.shown.places).map(\.text) == ["index.md:9"])
    let scope = try scope(files())
    #expect(!scope.hasHole)
    #expect(scope.reason.note == "To match members.")
    #expect(scope.ifDeclined.mark == .notApplicable)
    #expect(scope.named.places.map(\.text) == ["index.md:7"])
    #expect(scope.features == ["Sync"])
}

@Test func `a feature without a section has a hole there, and one with a thin section says how thin`() throws {
    let silent = try feature(files(page: "Nothing.\n"))
    #expect(silent.section == ReviewCell(.missing, "no section"))
    #expect(silent.scopes.map(\.named.mark) == [.missing])
    let thin = try feature(files(page: "## [Sync](feature:sync)\n\nNeeds `users:read`.\n"))
    #expect(thin.section.mark == .missing)
    #expect(thin.section.note == "1 word of prose")
    #expect(thin.section.places.map(\.text) == ["index.md:5"])
}

@Test func `a scope that is needed and not requested is a hole of the feature`() throws {
    let feature = try feature(files(scopes: ""))
    #expect(feature.scopes.map(\.requested) == [ReviewCell(.missing, "not requested")])
    #expect(feature.hasHole)
}

@Test func `a scope that its section does not name is a hole of the feature and of the scope`() throws {
    let files = files(page: "## [Sync](feature:sync)\n\n\(prose)\n\n![The sync](screenshot:shot)\n")
    #expect(try feature(files).scopes.map(\.named) == [ReviewCell(.missing, "not named")])
    #expect(try scope(files).named.mark == .missing)
}

@Test func `a scope that no feature needs is a hole of its own`() throws {
    let scope = try scope(files(features: ""))
    #expect(scope.needed.mark == .missing)
    #expect(scope.named.mark == .notApplicable)
}

@Test(arguments: [
    ("", "media/a.png", ReviewMark.missing, "no such medium"),
    (
        #"{"id": "shot", "kind": "screenshot", "file": "media/b.png", "alt": "A"}"#, "media/a.png", .missing,
        "the file is missing"
    ),
    (
        #"{"id": "shot", "kind": "video", "url": "https://a.example/v", "alt": "A"}"#, "media/a.png", .notChecked,
        "at another host"
    ),
])
func `evidence is there, missing or not checked`(
    media: String,
    picture: String,
    mark: ReviewMark,
    note: String
) throws {
    let feature = try feature(files(media: media, picture: picture))
    #expect(feature.evidence.map(\.shown.mark) == [mark])
    #expect(feature.evidence.map(\.shown.note) == [note])
    #expect(feature.evidenceMark.mark == mark)
}

@Test func `evidence that no page shows is missing, and so is none at all unless the feature is planned`() throws {
    let unshown = try feature(files(page: "## [Sync](feature:sync)\n\n\(prose) Needs `users:read`.\n"))
    #expect(unshown.evidence.map(\.shown) == [ReviewCell(.missing, "no page shows it")])
    let none = #"{"id": "sync", "title": "Sync", "summary": "S.", "scopes": []"#
    #expect(try feature(files(features: none + "}")).evidenceMark.mark == .missing)
    let planned = try feature(files(features: none + #", "status": "planned"}"#))
    #expect(planned.evidenceMark.mark == .notApplicable)
}

@Test func `of a bundle it is said what is used, what is explained, and what is not`() throws {
    let files = files(
        scopes: """
            {"id": "tile:data", "requirement": "optional", "reason": "To send.",
             "unusedGrants": [{"grant": "users:write", "statement": "Changes nobody."}]}
            """,
        features: """
            {"id": "sync", "title": "Sync", "summary": "S.", "scopes": ["tile:data"], "operations": ["send", "put-all"],
             "evidence": ["shot"]}
            """,
        page: "## [Sync](feature:sync)\n\n\(prose) Needs `tile:data`.\n\n![The sync](screenshot:shot)\n"
    )
    let scope = try scope(files)
    #expect(scope.grants.map(\.scope) == ["users:write", "events:send"])
    #expect(scope.grants.map(\.explained.mark) == [.present, .present])
    #expect(scope.grants.map(\.isUsed) == [false, true])
    #expect(scope.ifDeclined.mark == .missing)
    let feature = try feature(files)
    #expect(feature.members.map(\.scope) == ["events:send"])
    #expect(feature.members.map(\.named.mark) == [.missing])
    #expect(feature.operations.map(\.allowed.mark) == [.present, .notChecked])
}

@Test func `an operation that nothing requested allows is a hole`() throws {
    let operation =
        #"{"id": "sync", "title": "Sync", "summary": "S.", "scopes": ["users:read"], "operations": ["put"]}"#
    let feature = try feature(files(features: operation))
    #expect(feature.operations.map(\.allowed) == [ReviewCell(.missing, "needs 'users:write'")])
}

@Test func `a scope unknown to a complete catalogue is a hole, and without a catalogue it is not checked`() throws {
    let files = files(scopes: #"{"id": "users:fly", "requirement": "required", "reason": "R."}"#)
    #expect(review(files).scopes.map(\.known.mark) == [.missing])
    #expect(review(files, isChecked: false).scopes.map(\.known.mark) == [.notChecked])
    #expect(review(files, isChecked: false).features.map(\.section.mark) == [.notChecked])
}

@Test func `a listing without a manifest has no matrix and still its findings`() {
    let matrix = review(["index.md": "Hello.\n"])
    #expect(!matrix.hasManifest)
    #expect(matrix.features.isEmpty)
    #expect(matrix.findings.map(\.id).contains("file-missing"))
}

@Test func `findings have the line and the column of their place`() throws {
    let finding = try #require(review(files(features: "")).findings.first { $0.id == "scope-unmapped" })
    #expect(finding.place?.line == 1)
    #expect(finding.place?.column == 61)
}
