import Diagnostics
import Listing
import TestSupport
import Testing

struct CatalogueTests {
    private func scope(_ id: String, _ more: String = "") -> String {
        "{\"id\": \"\(id)\", \"title\": \"T\", \"description\": \"D\", \"kind\": \"scope\"\(more)}"
    }

    private func findings(scopes: [String], operations: [String] = []) -> (found: [Finding], expected: [ByteRange]) {
        let text = MarkedText(
            """
            {"complete": true, "checked": "2026-11-01", "scopes": [\(scopes.joined(separator: ",\n"))],
             "operations": [\(operations.joined(separator: ",\n"))]}
            """
        )
        return (parseCatalogue(text.bytes).report.findings, text.ranges)
    }

    private func expect(_ id: String, _ result: (found: [Finding], expected: [ByteRange])) {
        #expect(result.found == result.expected.map { Finding(id: id, range: $0) })
    }

    @Test func `a circle of implications is reported at every link of it`() {
        expect(
            "catalogue-cycle",
            findings(scopes: [
                scope("a:x", ", \"implies\": [⟦\"b:x\"⟧]"), scope("b:x", ", \"implies\": [⟦\"c:x\"⟧]"),
                scope("c:x", ", \"implies\": [⟦\"a:x\"⟧]"), scope("d:x", ", \"implies\": [\"a:x\"]"),
            ])
        )
    }

    @Test func `a scope that implies itself is a circle`() {
        expect("catalogue-cycle", findings(scopes: [scope("a:x", ", \"implies\": [⟦\"a:x\"⟧]")]))
    }

    @Test func `a long chain of implications is followed to its end`() throws {
        let count = 20_000
        let scopes = (0..<count).map { number in
            scope("s:\(number)", number + 1 < count ? ", \"implies\": [\"s:\(number + 1)\"]" : "")
        }
        let text =
            "{\"complete\": true, \"checked\": \"2026-11-01\", \"scopes\": [\(scopes.suffix(1000).joined(separator: ","))]}"
        let (catalogue, report) = parseCatalogue(Array(text.utf8))
        #expect(report.isEmpty)
        #expect(catalogue?.scopesGranted(by: "s:19000").count == 1000)
    }

    @Test func `operations that take the same requests are reported at the second`() {
        expect(
            "api-path-ambiguous",
            findings(
                scopes: [],
                operations: [
                    #"{"id": "a", "method": "GET", "path": "/v1/messages/{id}"}"#,
                    #"{"id": ⟦"b"⟧, "method": "get", "path": "/v1/messages/{mid}"}"#,
                    #"{"id": "c", "method": "PUT", "path": "/v1/messages/{id}"}"#,
                    #"{"id": "d", "method": "GET", "path": "/v1/messages/me"}"#,
                    #"{"id": "e", "method": "GET", "path": "/v1/messages/{id}", "servers": ["https://a.example"]}"#,
                    #"{"id": "f", "method": "GET", "path": "/messages/{id}", "servers": ["https://b.example/v1"]}"#,
                    #"{"id": ⟦"g"⟧, "method": "GET", "path": "/v1/messages/{x}", "servers": ["https://b.example"]}"#,
                ]
            )
        )
    }

    @Test func `an id that stands twice is reported at the second`() {
        expect(
            "catalogue-id-duplicated",
            findings(
                scopes: [
                    scope("a:x"), "{\"id\": ⟦\"a:x\"⟧, \"title\": \"T\", \"description\": \"D\", \"kind\": \"scope\"}",
                ],
                operations: [
                    #"{"id": "o", "method": "GET", "path": "/"}"#, #"{"id": ⟦"o"⟧, "method": "GET", "path": "/"}"#,
                    #"{"id": ⟦"o"⟧, "method": "GET", "path": "/"}"#,
                ]
            )
        )
    }

    @Test func `a bundle without members, and members without a bundle, contradict themselves`() {
        expect(
            "catalogue-bundle-empty",
            findings(scopes: [
                #"{"id": ⟦"a:x"⟧, "title": "T", "description": "D", "kind": "bundle"}"#,
                #"{"id": ⟦"b:x"⟧, "title": "T", "description": "D", "kind": "bundle", "members": []}"#,
                scope("c:x", ", \"members\": [⟦\"d:x\"⟧]"), scope("d:x"),
            ])
        )
    }

    @Test func `a scope that is named and not there is reported wherever it is named`() {
        expect(
            "catalogue-scope-unknown",
            findings(
                scopes: [
                    scope("a:x", ", \"implies\": [⟦\"a:y\"⟧]"), scope("b:x", ", \"replacedBy\": ⟦\"gone\"⟧"),
                    #"{"id": "c:x", "title": "T", "description": "D", "kind": "bundle", "members": [⟦"nobody"⟧]}"#,
                ],
                operations: [
                    #"{"id": "o", "method": "GET", "path": "/", "scopes": [["a:x", ⟦"a:z"⟧]], "least": [⟦"zzz"⟧]}"#
                ]
            )
        )
    }

    @Test func `a misspelt scope brings the right one`() {
        let text =
            "{\"complete\": true, \"checked\": \"2026-11-01\", \"scopes\": [\(scope("users:read", ", \"implies\": [\"users:raed\"]"))]}"
        #expect(
            parseCatalogue(Array(text.utf8)).report.diagnostics.first?.message.hasSuffix("did you mean 'users:read'?")
                == true
        )
    }
}
