import Foundation
import TestSupport
import Testing

/// The site of this repository, built once for all tests that look at it in a browser, and served as a plain host would.
final class PublishedSite: Sendable {
    static let shared = Result { try PublishedSite() }

    private let folder: TemporaryFolder
    private let server: Process
    /// What the server reads, and ends with: a value that all tests share is never let go.
    private let life = Pipe()
    /// Ends in `/`.
    let root: String
    /// The folder with the site.
    var url: URL { folder.url.appending(path: "site") }

    /// In the languages of our content, and in Arabic, in which there is nothing but the interface.
    private init() throws {
        folder = try TemporaryFolder()
        let output = folder.url.appending(path: "site").path
        let content = folder.url.appending(path: "Content")
        try FileManager.default.copyItem(at: PackageFolder.url(of: "Content"), to: content)
        let site = try folder.text("Content/site.json")
            .replacing("\"languages\": [\"fr\"]", with: "\"languages\": [\"fr\", \"ar\"]")
        try folder.write(site, to: "Content/site.json")
        let run = try CommandRun(
            ["build", "--content", content.path, "--output", output],
            in: PackageFolder.url,
            timeLimit: 600
        )
        try #require(run.exitCode == 0, "\(run.output)\(run.errors)")
        server = Process()
        let words = Pipe()
        server.executableURL = URL(filePath: "/usr/bin/env")
        server.arguments =
            ["python3", "-u", "-c", Self.serving, "0", "--bind", "127.0.0.1", "--directory", output]
        server.standardInput = life
        server.standardOutput = words
        server.standardError = FileHandle.nullDevice
        try server.run()
        // "Serving HTTP on 127.0.0.1 port 40123 …"
        let greeting = String(decoding: words.fileHandleForReading.availableData, as: UTF8.self)
        let port = greeting.split(separator: " ").drop { $0 != "port" }.dropFirst().first
        root = "http://127.0.0.1:\(try #require(port.flatMap { Int($0) }))/"
    }

    deinit { server.terminate() }

    /// Takes the folder of the site with it when the tests end, however they end.
    private static let serving = """
        import os, runpy, shutil, sys, threading
        def follow():
            sys.stdin.read()
            shutil.rmtree(os.path.dirname(sys.argv[-1]), ignore_errors=True)
            os._exit(0)
        threading.Thread(target=follow, daemon=True).start()
        runpy.run_module("http.server", run_name="__main__")
        """

    /// - Parameter folder: that of the language.
    func address(of page: SitePage, in folder: String = "") -> String { root + folder + page.path }

    /// As it stands on the disk, where a reader without a network opens it.
    func fileAddress(of page: SitePage) -> String { url.appending(path: page.path).absoluteString }
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
    case search = "search/"
    case help = "pages/permissions/"
    case notFound = "404.html"

    var path: String { rawValue.isEmpty || rawValue.hasSuffix("/") ? "\(rawValue)index.html" : rawValue }
    var testDescription: String { "\(self)" }
}
