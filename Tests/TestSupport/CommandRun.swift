package import Foundation

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// A run of the built `candor` as a process of its own.
package struct CommandRun: Sendable {
    package let exitCode: Int32
    /// Whether a signal ended it; `exitCode` is the signal then.
    package let wasSignalled: Bool
    package let output: String
    package let errors: String

    package struct TimedOut: Error {
        let arguments: [String]
    }

    package struct NotBuilt: Error {}

    /// The program that stands beside the test bundle.
    package static var program: URL {
        get throws {
            for argument in CommandLine.arguments {
                var folder = URL(filePath: argument).deletingLastPathComponent()
                for _ in 0..<4 {
                    let candidate = folder.appending(path: "candor")
                    var isFolder = ObjCBool(false)
                    if FileManager.default.fileExists(atPath: candidate.path, isDirectory: &isFolder),
                        !isFolder.boolValue,
                        FileManager.default.isExecutableFile(atPath: candidate.path)
                    {
                        return candidate
                    }
                    folder.deleteLastPathComponent()
                }
            }
            throw NotBuilt()
        }
    }

    /// Runs `candor` to its end.
    package init(
        _ arguments: [String],
        in folder: URL,
        environment: [String: String] = [:],
        timeLimit: TimeInterval = 60
    ) throws {
        try self.init(program: Self.program, arguments, in: folder, environment: environment, timeLimit: timeLimit)
    }

    /// Runs a line of the shell, in which `$CANDOR` is the program.
    package init(shell line: String, in folder: URL, timeLimit: TimeInterval = 60) throws {
        try self.init(
            program: URL(filePath: "/bin/sh"),
            ["-c", line],
            in: folder,
            environment: ["CANDOR": Self.program.path],
            timeLimit: timeLimit
        )
    }

    private init(
        program: URL,
        _ arguments: [String],
        in folder: URL,
        environment: [String: String],
        timeLimit: TimeInterval
    ) throws {
        let streams = try TemporaryFolder()
        let started = try StartedCommand(program, arguments, in: folder, environment: environment, streams: streams)
        guard started.wait(timeLimit) else {
            started.kill()
            throw TimedOut(arguments: arguments)
        }
        exitCode = started.process.terminationStatus
        wasSignalled = started.process.terminationReason == .uncaughtSignal
        output = String(decoding: try Data(contentsOf: streams.url.appending(path: "output")), as: UTF8.self)
        errors = String(decoding: try Data(contentsOf: streams.url.appending(path: "errors")), as: UTF8.self)
    }
}

/// A process that runs; its output goes to files, so that nothing has to be read while it does.
package final class StartedCommand {
    let process = Process()
    private let ended = DispatchSemaphore(value: 0)
    private let streams: TemporaryFolder

    package convenience init(_ arguments: [String], in folder: URL) throws {
        try self.init(CommandRun.program, arguments, in: folder, environment: [:], streams: TemporaryFolder())
    }

    init(
        _ program: URL,
        _ arguments: [String],
        in folder: URL,
        environment: [String: String],
        streams: TemporaryFolder
    ) throws {
        self.streams = streams
        process.executableURL = program
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try Self.stream("output", in: streams)
        process.standardError = try Self.stream("errors", in: streams)
        let ended = ended
        process.terminationHandler = { _ in ended.signal() }
        try process.run()
    }

    private static func stream(_ name: String, in folder: TemporaryFolder) throws -> FileHandle {
        try folder.write("", to: name)
        return try FileHandle(forWritingTo: folder.url.appending(path: name))
    }

    /// False when the process still runs after so many seconds.
    package func wait(_ seconds: TimeInterval) -> Bool {
        ended.wait(timeout: .now() + seconds) == .success
    }

    /// Ends the process as a crash or a lost battery would: it can clean up nothing.
    package func kill() {
        killProcess(process.processIdentifier)
        _ = wait(10)
    }

    package var exitCode: Int32 { process.terminationStatus }
    package var errors: String { (try? streams.text("errors")) ?? "" }
}

private func killProcess(_ identifier: Int32) {
    #if canImport(Darwin)
    Darwin.kill(identifier, SIGKILL)
    #else
    Glibc.kill(identifier, SIGKILL)
    #endif
}
