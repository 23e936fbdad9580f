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

/// What `.ci/discovery-documents` installs.
private enum DiscoveryDocuments {
    static let folder = PackageFolder.url(
        of: ".build/discovery-documents/googleapiclient/discovery_cache/documents"
    )
    static var areThere: Bool { FileManager.default.fileExists(atPath: folder.path) }
}

/// All documents of Google's interfaces, read a second time by Foundation.
@Suite(.enabled(if: DiscoveryDocuments.areThere, "Google's documents are missing: run .ci/discovery-documents"))
struct GoogleDescriptionTests {
    @Test func `every method of Google's interfaces is read with its scopes`() async throws {
        let files = try FileManager.default.contentsOfDirectory(
            at: DiscoveryDocuments.folder,
            includingPropertiesForKeys: nil
        )
        .filter { $0.pathExtension == "json" && $0.lastPathComponent != "index.json" }
        #expect(files.count > 500)
        let counts = try await withThrowingTaskGroup(of: Int.self) { group in
            for file in files { group.addTask { try Self.compare(file) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(counts.reduce(0, +) > 25_000)
    }

    /// - Returns: how many methods the document has.
    private static func compare(_ file: URL) throws -> Int {
        let data = try Data(contentsOf: file)
        let document = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
        var report = DiagnosticReport()
        let description = try #require(
            APIDescription([UInt8](data), path: file.lastPathComponent, reporting: &report)
        )
        let expected = methods(in: document)
        let found = Dictionary(uniqueKeysWithValues: description.operations.map { ($0.id.value, $0) })
        #expect(!report.hasErrors && Set(found.keys) == Set(expected.keys), "\(file.lastPathComponent)")
        for (id, method) in expected {
            let scopes = (method["scopes"] as? [String]).map(Set.init)
            let need = try #require(found[id]).requirement.need(.asWritten)
            #expect(scopes == (need.isKnown ? Set(need.sets.map { $0.map(\.value).joined() }) : nil), "\(id)")
            #expect(found[id]?.method == method["httpMethod"] as? String, "\(id)")
        }
        let declared = (document["auth"] as? [String: [String: [String: Any]]])?["oauth2"]?["scopes"] ?? [:]
        #expect(Set(description.scopes.map(\.id.value)) == Set(declared.keys), "\(file.lastPathComponent)")
        return expected.count
    }

    private static func methods(in resource: [String: Any]) -> [String: [String: Any]] {
        var found: [String: [String: Any]] = [:]
        for method in (resource["methods"] as? [String: [String: Any]] ?? [:]).values {
            if let id = method["id"] as? String { found[id] = method }
        }
        for inner in (resource["resources"] as? [String: [String: Any]] ?? [:]).values {
            found.merge(methods(in: inner)) { $1 }
        }
        return found
    }
}
