import Diagnostics
import Foundation
import SiteBuilder
import TestSupport
import Testing

@Test func `a small site becomes the files that are kept beside it`() async throws {
    let folder = try TemporaryFolder()
    let input = PackageFolder.url(of: "Tests/Fixtures/sites/small/input")
    let outcome = try await build(in: folder) {
        $0.content = input.appending(path: "Content").path
        $0.themes = input.appending(path: "Themes").path
    }
    #expect(outcome.report.isEmpty, "\(outcome.report.sorted)")
    let site = try FolderSnapshot(folder.url.appending(path: "Output")).content
    #expect(try Golden.differences(of: site, from: "sites/small/expected") == [])
}
