import Diagnostics
import Evidence
import Foundation
import LocatedJSON
import TestSupport
import Testing

/// Documents that platforms publish.
@Suite(.enabled(if: SharedData.has("moengage-openapi"), "the descriptions are missing beside the project"))
struct RealDescriptionTests {
    @Test func `MoEngage's thirty documents have 119 operations`() throws {
        let files = try SharedData.files(of: "moengage-openapi").filter { $0.pathExtension == "json" }
        #expect(files.count == 30)
        let descriptions = try files.map(description)
        #expect(descriptions.map(\.operations.count).reduce(0, +) == 119)
        let operations = descriptions.flatMap(\.operations)
        #expect(operations.filter { $0.id.value == $0.methodAndPath }.count == 32)
        #expect(operations.allSatisfy { $0.addresses[0].host?.hasSuffix("moengage.com") == true })
        let withoutKey = operations.filter { operation in
            operation.requirement.need(.asWritten).isKnown
        }
        #expect(withoutKey.count == 1, "all but one call need a key, of which no document says what it opens")
    }

    @Test func `Slack's document has 174 operations, of which 20 need no scope`() throws {
        let slack = try description(SharedData.folder.appending(path: "slack/web_openapi_v2.json"))
        #expect(slack.kind == .swagger)
        #expect(slack.operations.count == 174)
        #expect(slack.scopes.count == 66)
        let needs = slack.operations.map { $0.requirement.need(.anyOf) }
        #expect(needs.allSatisfy { $0.isKnown })
        #expect(needs.count { $0.sets.isEmpty } == 20)
        let post = try #require(slack.operations.first { $0.id.value == "chat_postMessage" })
        #expect(post.addresses == [AddressTemplate(host: "slack.com", path: "/api/chat.postMessage")])
        #expect(
            post.requirement.need(.anyOf).sets.map { $0.map(\.value) } == [["chat:write:user"], ["chat:write:bot"]]
        )
        var doubt = DiagnosticReport()
        slack.reportDoubt(of: .asWritten, reporting: &doubt)
        #expect(doubt.warningCount == 1)
    }

    private func description(_ file: URL) throws -> APIDescription {
        var report = DiagnosticReport()
        let bytes = [UInt8](try Data(contentsOf: file))
        let description = APIDescription(bytes, path: file.lastPathComponent, reporting: &report)
        #expect(!report.hasErrors, "\(report.diagnostics)")
        return try #require(description)
    }
}
