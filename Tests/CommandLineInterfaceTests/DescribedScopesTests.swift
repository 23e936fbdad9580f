import Foundation
import TestSupport
import Testing

/// A listing whose platform is known by a document alone, which says nothing of how wide a scope is.
struct DescribedScopesTests {
    private static let mail = """
        {"openapi": "3.0.0", "info": {"title": "Mail", "version": "1"},
         "components": {"securitySchemes": {"o": {"type": "oauth2", "flows": {"authorizationCode": {"scopes": {
           "mail": "Everything.", "mail.modify": "All but deletion.", "mail.readonly": "Read.", "mail.send": "Send."}}}}}},
         "paths": {"/m": {
           "get": {"operationId": "list", "security": [{"o": ["mail", "mail.modify", "mail.readonly"]}]},
           "post": {"operationId": "send", "security": [{"o": ["mail", "mail.modify", "mail.send"]}]},
           "put": {"operationId": "change", "security": [{"o": ["mail", "mail.modify"]}]},
           "delete": {"operationId": "delete", "security": [{"o": ["mail"]}]}}}}
        """

    private struct Site {
        let folder: TemporaryFolder
        let id: String
    }

    /// Its listing asks for `scopes` and calls `operations`.
    private func site(
        _ scopes: [String],
        _ operations: [String],
        openAPI: String = #"{"file": "mail.json", "scopeLists": "anyOf"}"#,
        operationsWritten: String = ""
    ) throws -> Site {
        var content = ContentBuilder()
        content.platform = content.platform.replacing(
            #""complete": true,"#,
            with: #""complete": true, "openapi": [\#(openAPI)],"#
        )
        if !operationsWritten.isEmpty {
            content.platform = content.platform.replacing(
                #""operations": ["#,
                with: #""operations": [\#(operationsWritten), "#
            )
        }
        content.files["mail.json"] = Array(Self.mail.utf8)
        let id = content.listings[0].id
        let requests = scopes.map {
            #"{"id": "\#($0)", "requirement": "required", "reason": "Reads the mail of the team."}"#
        }
        let manifest = """
            {"name": "Acme", "scopes": [\(requests.joined(separator: ", "))],
             "features": [{"id": "mail", "title": "Mail", "scopes": \(scopes), "operations": \(operations)}]}
            """
        content.files["integrations/\(id)/integration.json"] = Array(manifest.utf8)
        let folder = try TemporaryFolder()
        try content.write(to: folder)
        return Site(folder: folder, id: id)
    }

    private func findings(_ id: String, in site: Site) throws -> [[String: Any]] {
        let run = try CommandRun(["check", "--format", "json"], in: site.folder.url)
        let report = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        let all = try #require(report["diagnostics"] as? [[String: Any]], "\(run.output.prefix(300))")
        return all.filter { $0["id"] as? String == id }
    }

    @Test func `what documents alone tell of breadth is a warning`() throws {
        let site = try site(["mail"], ["list"])
        let found = try findings("scope-too-broad", in: site)
        #expect(found.map { $0["severity"] as? String } == ["warning"])
        #expect(
            (found.first?["message"] as? String)?.contains("'mail' may be broader than its use: 'mail.readonly'")
                == true
        )
    }

    @Test func `what the platform names as the least is never too broad`() throws {
        let written = #"{"id": "list", "method": "GET", "path": "/m", "least": ["mail.modify"]}"#
        let site = try site(["mail.modify"], ["list"], operationsWritten: written)
        #expect(try findings("scope-too-broad", in: site).isEmpty)
        let advice = try CommandRun(["scopes", site.id], in: site.folder.url)
        #expect(advice.output.contains("least set for its operations: 'mail.modify'"), "\(advice.output)")
    }

    @Test func `more scopes that open less are no mistake`() throws {
        let pair = try site(["mail.readonly", "mail.send"], ["list", "send"])
        let advice = try CommandRun(["scopes", pair.id], in: pair.folder.url)
        #expect(advice.output.contains("least set for its operations: 'mail.modify'"), "\(advice.output)")
        #expect(
            advice.output.contains(
                "'mail.readonly', 'mail.send', which is asked for, is enough as well and opens fewer operations of the "
                    + "catalogue: 2, and not 3"
            ),
            "\(advice.output)"
        )
        #expect(!advice.output.contains("not in the least set"))
        let broad = try site(["mail"], ["list", "send"])
        let warning = try CommandRun(["scopes", broad.id], in: broad.folder.url)
        #expect(warning.output.contains("asked for, and not in the least set:\n  'mail'"), "\(warning.output)")
    }

    @Test func `a document that cannot be read accuses no listing`() throws {
        let unread = try site(["mail"], ["list"], openAPI: #"{"file": "none.json", "scopeLists": "anyOf"}"#)
        #expect(try findings("scope-unknown", in: unread).isEmpty)
        #expect(try findings("operation-unknown", in: unread).isEmpty)
        let read = try site(["male"], ["GET /m/"])
        #expect(try findings("scope-unknown", in: read).count == 1)
        let unknown = try findings("operation-unknown", in: read).first?["message"] as? String
        #expect(unknown == "the catalogue has no operation 'GET /m/'; did you mean 'GET /m'?")
    }

    @Test func `a document is named once`() throws {
        let file = #"{"file": "mail.json", "scopeLists": "anyOf"}"#
        let site = try site(["mail"], ["list"], openAPI: "\(file), \(file.replacing("anyOf", with: "allOf"))")
        #expect(try findings("catalogue-description-repeated", in: site).count == 1)
    }
}
