import Diagnostics
import LocatedJSON
import TestSupport
import Testing

struct JSONObjectTests {
    @Test func `members are read by type with their places`() throws {
        let text = MarkedText(#"{⟦"name"⟧: ⟦"A"⟧, "free": true, "width": 3, "ratio": 0.5, "updated": "2026-01-31"}"#)
        let listing = try object(text.text)
        #expect(listing.string("name") == Located("A", at: SourceRange(path: path, bytes: text.ranges[1])))
        #expect(listing.keyRange("name")?.bytes == text.ranges[0])
        #expect(listing.valueRange("name")?.bytes == text.ranges[1])
        #expect(listing.bool("free")?.value == true)
        #expect(listing.integer("width")?.value == 3)
        #expect(listing.number("ratio")?.value == 0.5)
        #expect(listing.date("updated")?.value == CalendarDate(year: 2026, month: 1, day: 31))
        #expect(listing.range.bytes == ByteRange(0, text.bytes.count))
    }

    @Test func `objects, texts and lists of texts are read`() throws {
        let listing = try object(
            #"{"features": [{"id": "a"}, {"id": "b"}], "sets": [["a"], ["b"]], "one": "x", "support": {"url": "u"}}"#
        )
        #expect(listing.objects("features").map { $0.string("id")?.value } == ["a", "b"])
        #expect(listing.stringLists("sets").map { $0.map(\.value) } == [["a"], ["b"]])
        #expect(listing.strings("one").map(\.value) == ["x"])
        #expect(listing.object("support")?.string("url")?.value == "u")
    }

    @Test func `a choice is read as the type that declares it`() throws {
        let feature = try object(#"{"status": "beta", "other": "gamma"}"#)
        #expect(feature.choice("status", of: ListingSchema.Status.self)?.value == .beta)
        #expect(feature.choice("other", of: ListingSchema.Status.self) == nil)
    }

    @Test func `what the check has reported is not read`() throws {
        let listing = try object(
            #"{"name": " ", "free": 1, "width": "3", "updated": "2026", "list": ["a", 1, ""], "objects": [{}, 2]}"#
        )
        #expect(listing.string("name") == nil)
        #expect(listing.string("name", .any)?.value == " ")
        #expect(listing.string("absent") == nil)
        #expect(listing.bool("free") == nil)
        #expect(listing.integer("width") == nil)
        #expect(listing.date("updated") == nil)
        #expect(listing.strings("list").map(\.value) == ["a"])
        #expect(listing.objects("objects").count == 1)
        #expect(listing.object("list") == nil)
        #expect(listing.has("free") && !listing.has("absent"))
    }

    @Test func `a map is read without the key for editors`() throws {
        let text = MarkedText(#"{"$schema": "x", ⟦"b"⟧: 1, ⟦"a"⟧: 2}"#)
        let entries = try object(text.text).entries
        #expect(entries.map(\.key.value) == ["b", "a"])
        #expect(entries.map(\.key.range.bytes) == text.ranges)
        #expect(entries.map(\.value.integer) == [1, 2])
    }

    @Test func `of a duplicated key the first value is read`() throws {
        #expect(try object(#"{"a": 1, "a": 2}"#).integer("a")?.value == 1)
    }
}
