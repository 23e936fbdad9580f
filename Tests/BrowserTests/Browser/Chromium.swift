import Foundation
import TestSupport

/// A headless Chromium that a test drives over the DevTools protocol, through pipes and so without a port.
///
/// Its profile is a folder of its own, so that two of them know nothing of each other.
final class Chromium: Sendable {
    static let program = ["chromium", "chromium-browser", "google-chrome"].lazy
        .flatMap { name in ["/usr/bin/\(name)", "/usr/local/bin/\(name)"] }
        .first { FileManager.default.isExecutableFile(atPath: $0) }

    static let isMissing: String = "Chromium is not installed: run make test-browser, which installs it"
    static var isInstalled: Bool { program != nil }

    struct NotInstalled: Error {}

    private let process: Process
    private let connection: DevTools
    private let profile: TemporaryFolder

    init() throws {
        guard let program = Self.program else { throw NotInstalled() }
        profile = try TemporaryFolder()
        let (toBrowser, fromBrowser) = (Pipe(), Pipe())
        process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        let options = [
            "--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe", "--no-first-run",
            "--autoplay-policy=no-user-gesture-required", "--disable-background-networking",
            "--user-data-dir=\(profile.path)",
        ]
        // The browser reads commands from descriptor 3 and writes to descriptor 4, each message ended by a zero.
        process.arguments = ["-c", "exec \"$0\" \"$@\" 3<&0 4>&1 0</dev/null 1>/dev/null", program] + options
        process.standardInput = toBrowser
        process.standardOutput = fromBrowser
        process.standardError = FileHandle.nullDevice
        try process.run()
        connection = DevTools(input: toBrowser.fileHandleForWriting, output: fromBrowser.fileHandleForReading)
    }

    deinit { close() }

    func close() {
        connection.close()
        if process.isRunning { process.terminate() }
    }

    /// A tab of its own at an address, after the page's `load` event.
    func open(_ url: String, width: Int = 1280, height: Int = 900) async throws -> Tab {
        let target = try await connection.call("Target.createTarget", ["url": "about:blank"])
        let attached = try await connection.call(
            "Target.attachToTarget",
            ["targetId": target.string("targetId"), "flatten": true]
        )
        let tab = Tab(connection: connection, session: attached.string("sessionId"))
        for domain in ["Page", "Runtime", "Network", "Log"] { _ = try await tab.call("\(domain).enable") }
        _ = try await tab.call(
            "Emulation.setDeviceMetricsOverride",
            ["width": width, "height": height, "deviceScaleFactor": 1, "mobile": false]
        )
        try await tab.go(to: url)
        return tab
    }
}
