import TestSupport
import Testing

@testable import SiteBuilder

/// Where the parts of a picture stand.
struct ScopePictureLayoutTests {
    private func layout(_ sample: PictureSample) throws -> (ScopePicture, ScopePictureLayout) {
        let picture = try #require(sample.picture())
        return (picture, ScopePictureLayout(of: picture))
    }

    /// Pairs of lines that cross, by the places where they start and end.
    private func crossings(_ layout: ScopePictureLayout) -> Int {
        let curves = layout.curves
        return curves.indices.reduce(0) { sum, first in
            sum
                + curves[(first + 1)...].count { second in
                    (curves[first].start - second.start).signum() * (curves[first].end - second.end).signum() < 0
                }
        }
    }

    @Test func `boxes stand below one another, within the picture, and hold their texts`() throws {
        let (picture, layout) = try layout(.ofAll)
        #expect(layout.features.count == picture.features.count)
        #expect(layout.permissions.count == picture.permissions.count)
        for column in [layout.features, layout.permissions] {
            for (upper, lower) in zip(column, column.dropFirst()) { #expect(upper.top + upper.height < lower.top) }
            for box in column {
                #expect(box.top > ScopePictureLayout.titleBaseline)
                #expect(box.top + box.height < layout.height)
                #expect(box.start + box.width <= ScopePictureLayout.width)
                for line in box.lines { #expect((box.top + 1..<box.top + box.height).contains(line.baseline)) }
            }
        }
    }

    @Test func `a curve leads from the middle of a feature to what it needs`() throws {
        let (picture, layout) = try layout(.ofAll)
        #expect(layout.curves.count == picture.lines.count)
        let doors = layout.permissions.flatMap { [$0.door] + $0.memberDoors.values }
        for (line, curve) in zip(picture.lines, layout.curves) {
            let feature = layout.features[line.feature]
            #expect(curve.start == feature.top + feature.height / 2)
            #expect(doors.contains(curve.end))
        }
        #expect(layout.curves.filter(\.isPlanned).count == 1)
    }

    @Test func `the shorter column stands beside what its lines lead to`() throws {
        let requests = (0..<8).map { PictureSample.request("s\($0)") }
        let features = [PictureSample.feature("A", ["s1"]), PictureSample.feature("B", ["s6"])]
        let (_, few) = try layout(PictureSample(requests: requests, features: features))
        // What is needed stands first.
        #expect(few.features.map(\.door) == few.permissions[0...1].map(\.door))
        let (_, many) = try layout(
            PictureSample(
                requests: [requests[0], requests[1]],
                features: (0..<10).map { PictureSample.feature("F", $0 == 2 ? ["s0"] : $0 == 8 ? ["s1"] : []) }
            )
        )
        #expect(many.permissions.map(\.door) == [many.features[2].door, many.features[8].door])
    }

    // MARK: Places

    private func tops(_ heights: [Int], _ wishes: [Int?], to end: Int = 100) -> [Int] {
        ColumnPlacement.tops(of: heights, wishes: wishes, gap: 2, in: 0..<end)
    }

    @Test func `a box stands where it had best be, as far as the others let it`() {
        #expect(tops([10, 10], [20, 60]) == [15, 55])
        // Both would stand at 25: each gives way by half.
        #expect(tops([10, 10], [30, 30]) == [19, 31])
        #expect(tops([10, 10, 10], [60, 30, 40]) == [26, 38, 50])
        // Within the column.
        #expect(tops([10, 10], [0, 500]) == [0, 90])
        #expect(tops([10, 10], [200, 500]) == [78, 90])
        // What has no wish stands behind the one before it, and at the top before all.
        #expect(tops([10, 10, 10], [20, nil, 70]) == [15, 27, 65])
        #expect(tops([10, 10], [nil, 70]) == [0, 65])
        #expect(tops([10, 10, 10], [nil, nil, nil]) == [0, 12, 24])
        // There is no room to spare.
        #expect(tops([10, 10], [90, 90], to: 22) == [0, 12])
        #expect(tops([], []) == [])
    }

    @Test func `permissions stand so that fewer lines cross, and equals as the manifest has them`() throws {
        let sample = PictureSample(
            requests: (0..<6).map { PictureSample.request("s\($0)") },
            features: (0..<6).map { PictureSample.feature("F\($0)", ["s\(5 - $0)"]) }
        )
        let (picture, layout) = try layout(sample)
        #expect(ScopePictureOrder(of: picture).permissions == [5, 4, 3, 2, 1, 0])
        #expect(crossings(layout) == 0)
        let equal = PictureSample(
            requests: sample.requests,
            features: [
                PictureSample.feature("A", ["s4", "s2", "s3"]), PictureSample.feature("B", []),
            ]
        )
        #expect(ScopePictureOrder(of: try #require(equal.picture())).permissions == [2, 3, 4, 0, 1, 5])
    }

    @Test func `members of a bundle stand by the features that use them`() throws {
        let sample = PictureSample(
            requests: [PictureSample.request("key")],
            features: [
                PictureSample.feature("A", ["key"], calls: ["send"]),
                PictureSample.feature("B", ["key"], calls: ["close"]),
            ]
        )
        let (_, layout) = try layout(sample)
        #expect(crossings(layout) == 0)
        #expect(layout.permissions[0].dividers.count == 3)
    }

    // MARK: Lines of text

    private func wrapped(_ text: String, width: Int = 100, most: Int = 2) -> [String] {
        TextWrapping.lines(of: text, .code(10), width: width, most: most)
    }

    /// At 6.2 a letter a line of 100 has room for sixteen.
    @Test(arguments: [
        ("short", ["short"]),
        ("  two   words  ", ["two   words"]),
        ("sixteen letters.", ["sixteen letters."]),
        ("a word that goes on", ["a word that goes", "on"]),
        ("another thatwould break", ["another", "thatwould break"]),
        ("abcdefghijklmnopqrstuvw", ["abcdefghijklmnop", "qrstuvw"]),
        ("the first line, then one that is too long", ["the first line,", "then one that i…"]),
        ("users:read.everything.all", ["users:read.", "everything.all"]),
        ("", []),
        ("   ", []),
        // Wide letters take two places each and may be divided everywhere.
        ("管理者用の設定画面を表示", ["管理者用の設定画", "面を表示"]),
    ])
    func `a name has two lines`(text: String, lines: [String]) {
        #expect(wrapped(text) == lines)
    }

    @Test func `no comma stands before an ellipsis, and no space after the last word counts`() {
        let measure = TextMeasure.text(10)
        #expect(TextWrapping.lines(of: "in a language, which", measure, width: 83, most: 1) == ["in a language…"])
        #expect(wrapped("sixteen letters." + String(repeating: " ", count: 20), most: 1) == ["sixteen letters."])
    }

    @Test func `no letter is divided from its marks`() {
        let family = "👨‍👩‍👧‍👦"
        #expect(wrapped(String(repeating: family, count: 20), most: 1) == [String(repeating: family, count: 7) + "…"])
        #expect(
            wrapped(String(repeating: "e\u{301}", count: 40), most: 1) == [
                String(repeating: "e\u{301}", count: 15) + "…"
            ]
        )
    }

    @Test func `a name without an end takes no longer than one that is cut`() {
        let text = String(repeating: "word ", count: 100_000)
        #expect(wrapped(text, most: 1) == ["word word word…"])
        #expect(TextWrapping.lines(of: text, .text(13), width: 1, most: 2) == ["w", "o…"])
    }
}
