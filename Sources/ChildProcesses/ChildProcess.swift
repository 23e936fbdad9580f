#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Another program that runs to its end, with nothing to read and what it writes collected, unless files take their place.
package struct ChildProcess: Sendable {
    package struct Ended: Sendable {
        package let exitCode: Int32
        package let output: [UInt8]
    }

    /// The program is not there, or the machine can start no more.
    package struct NotStarted: Error, CustomStringConvertible {
        package let code: Int32

        package var description: String { "no other program can be started (error \(code) of the system)" }
    }

    /// More than a program's honest answer has; the rest is thrown away.
    private static let longestOutput = 1 << 18

    /// What a program reads and writes where it is too much to be held.
    package struct Streams: Sendable {
        /// Read by the program.
        package let input: String
        /// Made for what the program writes, so that it must not be there yet; nil when that is collected.
        package let output: String?

        package init(input: String = "/dev/null", output: String? = nil) {
            self.input = input
            self.output = output
        }
    }

    private let identifier: pid_t
    private let output: Int32

    /// - Parameter environment: `NAME=value`.
    package static func run(
        _ program: String,
        _ arguments: [String],
        environment: [String],
        streams: Streams = Streams()
    ) async throws -> Ended {
        try await ChildProcess(program, arguments, environment, streams).end()
    }

    private init(
        _ program: String,
        _ arguments: [String],
        _ environment: [String],
        _ streams: Streams
    ) throws(NotStarted) {
        var ends: [Int32] = [-1, -1]
        guard unsafe pipe(&ends) == 0 else { throw NotStarted(code: errno) }
        // Neither end is for other children that start at the same moment; the copy at descriptor 1 is the child's.
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        _ = fcntl(ends[0], F_SETFL, O_NONBLOCK)
        let (code, identifier) = Self.spawn(program, arguments, environment, streams, output: ends[1])
        close(ends[1])
        guard code == 0 else {
            close(ends[0])
            throw NotStarted(code: code)
        }
        self.identifier = identifier
        output = ends[0]
    }

    private static func spawn(
        _ program: String,
        _ arguments: [String],
        _ environment: [String],
        _ streams: Streams,
        output: Int32
    ) -> (code: Int32, identifier: pid_t) {
        #if canImport(Darwin)
        var actions: posix_spawn_file_actions_t?
        #else
        var actions = unsafe posix_spawn_file_actions_t()
        #endif
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_addopen(&actions, 0, streams.input, O_RDONLY, 0)
        if let path = streams.output {
            unsafe posix_spawn_file_actions_addopen(&actions, 1, path, O_WRONLY | O_CREAT | O_EXCL, 0o600)
        } else {
            unsafe posix_spawn_file_actions_adddup2(&actions, output, 1)
        }
        unsafe posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        var words = unsafe ([program] + arguments).map { unsafe strdup($0) } + [nil]
        var variables = unsafe environment.map { unsafe strdup($0) } + [nil]
        defer { unsafe (words + variables).forEach { unsafe free($0) } }
        var identifier: pid_t = 0
        let code = unsafe posix_spawnp(&identifier, program, &actions, nil, &words, &variables)
        return (code, identifier)
    }

    /// Looks now and then instead of waiting, since a thread that waits is one less for the others.
    private func end() async throws -> Ended {
        defer { close(output) }
        var collected: [UInt8] = []
        while true {
            var status: Int32 = 0
            let ended = unsafe waitpid(identifier, &status, WNOHANG)
            drain(into: &collected)
            if ended == identifier { return Ended(exitCode: Self.exitCode(of: status), output: collected) }
            guard ended == 0 || errno == EINTR else { throw NotStarted(code: errno) }
            do {
                try await Task.sleep(for: .milliseconds(5))
            } catch {
                kill(identifier, SIGTERM)
                _ = unsafe waitpid(identifier, &status, 0)
                throw error
            }
        }
    }

    private func drain(into collected: inout [UInt8]) {
        var piece = [UInt8](repeating: 0, count: 1 << 12)
        while true {
            let count = unsafe piece.withUnsafeMutableBytes { unsafe read(output, $0.baseAddress, $0.count) }
            guard count > 0 else { return }
            collected += piece.prefix(min(count, Self.longestOutput - collected.count))
        }
    }

    /// Negative when a signal ended it.
    private static func exitCode(of status: Int32) -> Int32 {
        status & 0x7F == 0 ? (status >> 8) & 0xFF : -(status & 0x7F)
    }
}
