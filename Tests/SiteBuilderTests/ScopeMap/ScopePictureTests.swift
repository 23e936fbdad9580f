import TestSupport
import Testing

@testable import SiteBuilder

/// What is drawn of a listing.
struct ScopePictureTests {
    private typealias Line = ScopePicture.Line

    private func request(_ id: String, _ more: String = "") -> String { PictureSample.request(id, "required", more) }

    private func feature(_ scopes: [String], calls operations: [String] = []) -> String {
        PictureSample.feature("F", scopes, calls: operations)
    }

    @Test func `a line leads from each feature to what it needs`() throws {
        let sample = PictureSample(
            requests: [request("users:read"), request("users:write")],
            features: [feature(["users:write"]), feature(["users:read", "users:write"]), feature([])]
        )
        let picture = try #require(sample.picture())
        #expect(
            picture.lines == [
                Line(feature: 0, permission: 1, member: nil), Line(feature: 1, permission: 0, member: nil),
                Line(feature: 1, permission: 1, member: nil),
            ]
        )
        #expect(picture.features.map(\.note) == [nil, nil, "needs no permission"])
        #expect(
            picture.description == "A picture: lines lead from 3 features to 2 permissions, 3 lines in all. "
                + "The tables of permissions on this page say the same in words."
        )
    }

    @Test func `of a bundle the members are drawn that features use, and the rest is counted`() throws {
        let sample = PictureSample(
            requests: [request("key")],
            features: [feature(["key"], calls: ["send"]), feature(["key"], calls: ["close"])]
        )
        let picture = try #require(sample.picture())
        #expect(picture.permissions[0].members.map(\.id) == ["users:delete", "events:write"])
        #expect(picture.permissions[0].rest == "and 1 more that no feature uses")
        #expect(
            picture.lines == [
                Line(feature: 0, permission: 0, member: 1), Line(feature: 1, permission: 0, member: 0),
            ]
        )
        // What may do no harm is not said of each member.
        #expect(picture.permissions[0].members.map(\.sensitivity?.word) == ["restricted", nil])
    }

    @Test(arguments: [
        ("users:read", "normal"), ("users:write", "sensitive"), ("events:write", nil), ("webhooks", nil),
        // What a bundle can do that is not told, its members tell, those of inner bundles included.
        ("outer", "restricted"), ("mild", "normal"), ("open", nil), ("lax", "normal"),
    ])
    func `nothing is said of sensitivity where the catalogue is silent`(id: String, word: String?) throws {
        let sample = PictureSample(
            requests: [request(id), request("key")],
            features: [feature([id]), feature(["key"])]
        )
        #expect(try #require(sample.picture()).permissions[0].name.sensitivity?.word == word)
    }

    @Test func `a member that is named is used, though no operation calls it`() throws {
        let sample = PictureSample(
            requests: [request("key"), request("users:write")],
            features: [feature(["users:read"]), feature(["users:write"])]
        )
        let picture = try #require(sample.picture())
        #expect(picture.permissions[0].members.map(\.id) == ["users:read"])
        #expect(picture.permissions[0].rest == "and 2 more that no feature uses")
    }

    @Test func `where a feature does not tell what it uses of a bundle, only what is ruled out is unused`() throws {
        let ruledOut = #", "unusedGrants": [{"grant": "users:delete", "statement": "S"}]"#
        let sample = PictureSample(
            requests: [request("key", ruledOut), request("users:write")],
            features: [feature(["key"]), feature(["key"], calls: ["send"])]
        )
        let picture = try #require(sample.picture())
        #expect(picture.lines.map(\.member) == [nil, 0])
        #expect(picture.permissions[0].rest == "and 1 more that no feature uses")
        let silent = PictureSample(requests: [request("key"), request("users:write")], features: sample.features)
        #expect(try #require(silent.picture()).permissions[0].rest == nil)
    }

    @Test func `nothing is drawn where there is nothing to tell apart`() {
        let one = PictureSample(requests: [request("users:read")], features: [feature(["users:read"]), feature([])])
        #expect(one.picture() == nil)
        let alone = PictureSample(
            requests: [request("users:read"), request("users:write")],
            features: [feature(["users:read", "users:write"])]
        )
        #expect(alone.picture() == nil)
        let loose = PictureSample(
            requests: [request("users:read"), request("users:write")],
            features: [feature([]), feature([])]
        )
        #expect(loose.picture() == nil)
    }

    @Test func `what nobody could follow is left to the tables`() throws {
        func sample(_ features: Int, _ requests: Int, each: Int) -> PictureSample {
            PictureSample(
                requests: (0..<requests).map { request("s\($0)") },
                features: (0..<features).map { number in
                    feature((0..<each).map { "s\((number + $0) % requests)" })
                }
            )
        }
        #expect(try #require(sample(16, 24, each: 4).picture()).lines.count == 64)
        #expect(sample(25, 24, each: 1).picture() == nil)
        #expect(sample(24, 25, each: 1).picture() == nil)
        #expect(sample(24, 24, each: 3).picture() == nil)
        #expect(sample(60, 60, each: 1).picture() == nil)
    }
}
