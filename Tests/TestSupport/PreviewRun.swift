import Foundation
import TestSupport

/// A preview of a folder's content, as a process of its own.
final class PreviewRun {
    let url: String
    private let process = Process()
    private let output: URL

    struct NotStarted: Error {
        let errors: String
    }

    /// - Parameter port: 0 for any that is free.
    init(in folder: TemporaryFolder, port: Int = 0, environment: [String: String] = [:]) async throws {
        output = folder.url.appending(path: "preview-\(UUID().uuidString).txt")
        let errors = folder.url.appending(path: "preview-errors.txt")
        for file in [output, errors] { try Data().write(to: file) }
        process.executableURL = try CommandRun.program
        process.arguments = ["preview", "--port", "\(port)"]
        process.currentDirectoryURL = folder.url
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        for _ in 0..<1000 {
            let lines = try String(contentsOf: output, encoding: .utf8).split(separator: "\n")
            // The first check is done when its line stands there.
            if let address = lines.first(where: { $0.hasPrefix("http") }), lines.contains(where: { $0.contains(": ") })
            {
                url = String(address)
                return
            }
            guard process.isRunning else { break }
            try await Task.sleep(for: .milliseconds(20))
        }
        process.terminate()
        throw NotStarted(errors: try String(contentsOf: errors, encoding: .utf8))
    }

    deinit { stop() }

    var lines: [Substring] { ((try? String(contentsOf: output, encoding: .utf8)) ?? "").split(separator: "\n") }

    var port: Int { URL(string: url)?.port ?? 0 }

    /// Ends it as Ctrl-C does; gives back the exit code.
    @discardableResult
    func stop() -> Int32 {
        if process.isRunning { process.interrupt() }
        process.waitUntilExit()
        return process.terminationStatus
    }
}
