import Foundation

/// A preview of a folder's content, as a process of its own.
package final class PreviewRun {
    /// Where the site is shown.
    package let url: String
    private let process = Process()
    private let streams: TemporaryFolder

    package struct NotStarted: Error {
        let errors: String
    }

    /// Returns when the first check is done.
    ///
    /// - Parameters:
    ///   - port: 0 for any that is free; nil for the usual one.
    ///   - shell: a line of the shell that ends in the start of `"$@"`, for a preview in other surroundings.
    package init(
        in folder: TemporaryFolder,
        port: Int? = 0,
        _ arguments: [String] = [],
        environment: [String: String] = [:],
        shell: String = "exec \"$@\""
    ) async throws {
        streams = try TemporaryFolder()
        for name in ["output", "errors"] { try streams.write("", to: name) }
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments =
            ["-c", shell, "sh", try CommandRun.program.path, "preview"] + (port.map { ["--port", "\($0)"] } ?? [])
            + arguments
        process.currentDirectoryURL = folder.url
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: streams.url.appending(path: "output"))
        process.standardError = try FileHandle(forWritingTo: streams.url.appending(path: "errors"))
        try process.run()
        while process.isRunning {
            // The address stands there again when the first check is done.
            let addresses = Self.lines(of: streams).filter { $0.hasPrefix("http") }
            if let first = addresses.first, addresses.dropFirst().contains(first) {
                url = first
                return
            }
            try await Task.sleep(for: .milliseconds(20))
        }
        throw NotStarted(errors: try streams.text("errors"))
    }

    deinit { stop() }

    package var lines: [String] { Self.lines(of: streams) }
    package var errors: String { (try? streams.text("errors")) ?? "" }

    private static func lines(of streams: TemporaryFolder) -> [String] {
        ((try? streams.text("output")) ?? "").split(separator: "\n").map(String.init)
    }

    package var port: Int { URL(string: url)?.port ?? 0 }

    /// Waits until a condition holds; a test that waits in vain is ended by its time limit.
    package func wait(until condition: (PreviewRun) throws -> Bool) async throws {
        while try !condition(self) { try await Task.sleep(for: .milliseconds(20)) }
    }

    /// Ends it as Ctrl-C does; gives back the exit code.
    @discardableResult
    package func stop() -> Int32 {
        if process.isRunning { process.interrupt() }
        process.waitUntilExit()
        return process.terminationStatus
    }
}
