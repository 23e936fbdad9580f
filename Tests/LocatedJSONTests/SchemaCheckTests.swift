import Diagnostics
import LocatedJSON
import TestSupport
import Testing

/// A document with its faults marked, and id and message of each.
struct SchemaCase: Sendable, CustomTestStringConvertible {
    let marked: String
    let expected: [String]

    init(_ marked: String, _ expected: String...) {
        self.marked = marked
        self.expected = expected
    }

    var testDescription: String { marked }
}

func check(_ text: MarkedText) throws -> [Diagnostic] {
    var report = DiagnosticReport()
    try ListingSchema.listing.check(value(text.text), path: path, reporting: &report)
    return report.sorted
}

struct SchemaCheckTests {
    @Test(arguments: keys + types + texts + choices + numbers + together)
    func `each fault is reported once at its place`(example: SchemaCase) throws {
        let text = MarkedText(example.marked)
        let diagnostics = try check(text)
        #expect(diagnostics.map(\.range?.bytes) == text.ranges)
        #expect(diagnostics.map { "\($0.id): \($0.message)" } == example.expected)
    }

    static let keys = [
        SchemaCase("⟦{⟧}", #"manifest-key-missing: the listing has no "name""#),
        SchemaCase(
            #"{"name": "A", "features": [⟦{⟧"id": "sync"}]}"#,
            #"manifest-key-missing: feature "sync" has no "summary""#
        ),
        SchemaCase(
            #"{"name": "A", ⟦"widht"⟧: 3}"#,
            #"manifest-key-unknown: "widht" is not a key of a listing, did you mean "width"?"#
        ),
        SchemaCase(
            #"{"name": "A", ⟦"colour"⟧: "red"}"#,
            #"manifest-key-unknown: "colour" is not a key of a listing"#
        ),
        SchemaCase(
            #"{"name": "A", ⟦"nam"⟧: "B"}"#,
            #"manifest-key-unknown: "nam" is not a key of a listing"#
        ),
        SchemaCase(
            #"{"name": "A", "severities": {"link": "error", ⟦"medai"⟧: "error"}}"#,
            #"manifest-key-unknown: "medai" is not a key of "severities", did you mean "media"?"#
        ),
        SchemaCase(
            #"{"name": "A", ⟦"name"⟧: "B", "extra": {"x": 1, ⟦"x"⟧: 2}}"#,
            #"json-key-duplicated: key "name" appears twice in the same object"#,
            #"json-key-duplicated: key "x" appears twice in the same object"#
        ),
    ]

    static let types = [
        SchemaCase(
            "⟦[⟧]",
            "manifest-type-wrong: the document must be an object that describes a listing, not an array"
        ),
        SchemaCase(#"{"name": ⟦12⟧}"#, #"manifest-type-wrong: "name" must be text, not the number 12"#),
        SchemaCase(#"{"name": ⟦null⟧}"#, #"manifest-type-wrong: "name" must be text, not null"#),
        SchemaCase(
            #"{"name": "A", "updated": ⟦2026⟧}"#,
            #"manifest-type-wrong: "updated" must be a date such as "2026-01-31", not the number 2026"#
        ),
        SchemaCase(
            #"{"name": "A", "free": ⟦"yes"⟧}"#,
            #"manifest-type-wrong: "free" must be true or false, not the text "yes""#
        ),
        SchemaCase(
            #"{"name": "A", "sets": [["a"], ⟦"b"⟧, [⟦1⟧]]}"#,
            #"manifest-type-wrong: an item of "sets" must be an array of texts, not the text "b""#,
            #"manifest-type-wrong: an item of "sets" must be text, not the number 1"#
        ),
        SchemaCase(
            #"{"name": "A", "features": ⟦{⟧}}"#,
            #"manifest-type-wrong: "features" must be an array of objects, not an object"#
        ),
        SchemaCase(
            #"{"name": "A", "marketplace": ⟦1⟧}"#,
            "manifest-type-wrong: \"marketplace\" must be \"moengage\" or \"slack\""
                + " or an array of \"moengage\" or \"slack\", not the number 1"
        ),
        SchemaCase(
            #"{"name": "A", "limits": {"a": 1, "b": ⟦"2"⟧}}"#,
            #"manifest-type-wrong: "b" must be a whole number, not the text "2""#
        ),
        SchemaCase(
            #"{"$schema": ⟦1⟧, "name": "A"}"#,
            #"manifest-type-wrong: "$schema" must be text, not the number 1"#
        ),
    ]

    static let texts = [
        SchemaCase(#"{"name": ⟦" "⟧}"#, #"manifest-value-invalid: "name" is blank"#),
        SchemaCase(
            #"{"name": "A", "updated": ⟦"2026-02-29"⟧}"#,
            #"manifest-value-invalid: "updated" is "2026-02-29", which is no day of the calendar"#
        ),
        SchemaCase(
            #"{"name": "A", "website": ⟦"example.com"⟧}"#,
            "manifest-value-invalid: \"website\" is \"example.com\","
                + " which does not begin with \"https://\" or \"http://\""
        ),
        SchemaCase(
            #"{"name": "A", "support": ⟦"help at example.com"⟧, "poster": ⟦"../a.png"⟧}"#,
            #"manifest-value-invalid: "support" is "help at example.com", which has no "@""#,
            #"manifest-value-invalid: "poster" is "../a.png", which has the component "..""#
        ),
    ]

    static let choices = [
        SchemaCase(
            #"{"name": "A", "features": [{"id": "a", "summary": "B", "status": ⟦"availble"⟧}]}"#,
            "manifest-value-invalid: \"status\" must be \"available\", \"beta\" or \"planned\","
                + " not \"availble\", did you mean \"available\"?"
        ),
        SchemaCase(
            #"{"name": "A", "marketplace": ["slack", ⟦"teams"⟧]}"#,
            #"manifest-value-invalid: an item of "marketplace" must be "moengage" or "slack", not "teams""#
        ),
        SchemaCase(
            #"{"name": "A", "marketplace": ⟦[]⟧}"#,
            #"manifest-value-invalid: "marketplace" has 0 of at least 1 item"#
        ),
    ]

    static let numbers = [
        SchemaCase(
            #"{"name": "A", "width": ⟦1.5⟧, "ratio": ⟦2⟧}"#,
            #"manifest-value-invalid: "width" must be a whole number, not 1.5"#,
            #"manifest-value-invalid: "ratio" is 2, which is more than 1.0"#
        ),
        SchemaCase(
            #"{"name": "A", "width": ⟦0⟧, "ratio": ⟦1e999⟧}"#,
            #"manifest-value-invalid: "width" is 0, which is less than 1"#,
            #"manifest-value-invalid: "ratio" is 1e999, a number too large to be read"#
        ),
        SchemaCase(
            #"{"name": "A", "features": ⟦[]⟧}"#,
            #"manifest-value-invalid: "features" has 0 of at least 1 item"#
        ),
        SchemaCase(
            #"{"name": "A", "labels": ["a", "b", ⟦"c"⟧, "d"]}"#,
            #"manifest-value-invalid: "labels" has 4 items, and 2 are the most"#
        ),
    ]

    static let together = [
        SchemaCase(
            #"⟦{⟧⟦"Nam"⟧: "A", "free": ⟦0⟧, "features": [⟦{⟧"id": ⟦"A b"⟧}, ⟦3⟧]}"#,
            #"manifest-key-missing: the listing has no "name""#,
            #"manifest-key-unknown: "Nam" is not a key of a listing, did you mean "name"?"#,
            #"manifest-type-wrong: "free" must be true or false, not the number 0"#,
            #"manifest-key-missing: feature "A b" has no "summary""#,
            #"manifest-value-invalid: "id" is "A b", which has more than the letters a-z, digits and hyphens"#,
            #"manifest-type-wrong: an item of "features" must be an object that describes a feature, not the number 3"#
        )
    ]

    @Test(arguments: [
        #"{"name": "A"}"#,
        #"{"$schema": "a.json", "name": "A", "features": [{"$schema": "b", "id": "a", "summary": "B"}]}"#,
        #"{"name": "A", "features": [{"id": "a-1", "summary": "B", "status": "beta", "scopes": []}]}"#,
        #"{"name": "A", "updated": "2024-02-29", "website": "https://example.com/a?b#c", "support": "a@b.example"}"#,
        #"{"name": "A", "poster": "media/a b.png", "alt": "", "free": false, "width": 4096, "ratio": 0.5}"#,
        #"{"name": "A", "width": 1e1, "marketplace": "slack", "sets": [["a"], ["b", "c"], []]}"#,
        #"{"name": "A", "marketplace": ["slack", "moengage"], "severities": {"$schema": "x", "link": "error"}}"#,
        #"{"name": "A", "limits": {"$schema": "x", "anything": -3}, "extra": [null, {"a": {}}]}"#,
    ])
    func `a document that is right has no fault`(text: String) throws {
        #expect(try check(MarkedText(text)) == [])
    }

    @Test(arguments: [
        (#"{"name": "A", "Web_site": "https://a.b"}"#, #"{"name": "A", "website": "https://a.b"}"#, Fix.Safety.safe),
        (#"{"name": "A", "widht": 3}"#, #"{"name": "A", "width": 3}"#, .safe),
        (#"{"name": "A", "wesbtie": "https://a.b"}"#, #"{"name": "A", "website": "https://a.b"}"#, .needsReview),
        (#"{"name": "A", "marketplace": "Slack"}"#, #"{"name": "A", "marketplace": "slack"}"#, .safe),
        (#"{"name": "A", "marketplace": "slak"}"#, #"{"name": "A", "marketplace": "slack"}"#, .needsReview),
    ])
    func `a fix renames to the likely name, safe only where it is certain`(
        wrong: String,
        right: String,
        safety: Fix.Safety
    ) throws {
        let diagnostic = try #require(check(MarkedText(wrong)).first)
        #expect(diagnostic.fixes.map(\.safety) == [safety])
        #expect(try diagnostic.firstFix(appliedTo: wrong) == right)
        #expect(try check(MarkedText(right)) == [])
    }
}
