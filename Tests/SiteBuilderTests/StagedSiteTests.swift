import FileSystem
import Foundation
import TestSupport
import Testing

@testable import SiteBuilder

/// What happens between the start of a build and the exchange of the sites.
struct StagedSiteTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func publish(_ text: String, meanwhile: () throws -> Void = {}) async throws {
        let stage = try StagedSite(for: OutputFolder(path: "\(folder.path)/Output"))
        let page = RenderedPage(address: .home, bytes: Array(text.utf8))
        let file = try stage.add(page)
        try meanwhile()
        try await stage.publish([file], threads: 1)
    }

    @Test func `a file that somebody puts into the site during a build is there after it`() async throws {
        try await publish("old")
        try await publish("new") {
            try folder.write("example.org", to: "Output/CNAME")
            try folder.write("mine", to: "Output/own/notes.txt")
        }
        #expect(try folder.text("Output/index.html") == "new")
        #expect(try folder.text("Output/CNAME") == "example.org")
        #expect(try folder.text("Output/own/notes.txt") == "mine")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["Output"])
    }

    @Test func `a site that has not changed stays the very folder that it was`() async throws {
        try await publish("same")
        let path = "\(folder.path)/Output"
        let before = try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int
        try await publish("same")
        let after = try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int
        #expect(before != nil && before == after)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["Output"])
    }
}
