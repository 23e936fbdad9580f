import Foundation
import TestSupport
import Testing

/// The site of this repository, built once for all tests that look at it in a browser.
final class PublishedSite: Sendable {
    static let shared = Result { try PublishedSite() }

    private let folder: TemporaryFolder
    /// The folder with the site.
    var url: URL { folder.url.appending(path: "site") }

    private init() throws {
        folder = try TemporaryFolder()
        let output = folder.url.appending(path: "site").path
        let run = try CommandRun(["build", "--output", output], in: PackageFolder.url, timeLimit: 600)
        try #require(run.exitCode == 0, "\(run.output)\(run.errors)")
    }

    func address(of page: SitePage) -> String { url.appending(path: page.path).absoluteString }
}

/// One page of each kind.
enum SitePage: String, CaseIterable, CustomTestStringConvertible {
    case directory = ""
    case category = "categories/loyalty/"
    case listing = "integrations/larkspur-loyalty/"
    case setup = "integrations/larkspur-loyalty/setup/"
    case questions = "integrations/larkspur-loyalty/faq/"
    case permissions = "scopes/"
    case permission = "scopes/data-users-track/"
    case help = "pages/permissions/"
    case notFound = "404.html"

    var path: String { rawValue.isEmpty || rawValue.hasSuffix("/") ? "\(rawValue)index.html" : rawValue }
    var testDescription: String { "\(self)" }
}
