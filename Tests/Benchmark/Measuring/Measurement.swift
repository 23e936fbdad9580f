import Foundation

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// What a command took, as the system accounts for it.
struct Measurement {
    let wallSeconds: Double
    let processorSeconds: Double
    let peakMegabytes: Double
    let exitCode: Int32

    static func of(_ program: String, _ arguments: [String], output: URL) throws -> Measurement {
        let start = ContinuousClock.now
        let process = try spawn(program, arguments, output: output)
        var status: Int32 = 0
        var usage = rusage()
        guard wait4(process, &status, 0, &usage) == process else { throw CommandFailure(program: program) }
        let wall = (ContinuousClock.now - start) / .seconds(1)
        return Measurement(
            wallSeconds: wall,
            processorSeconds: seconds(usage.ru_utime) + seconds(usage.ru_stime),
            // Kilobytes on Linux, bytes on Darwin.
            peakMegabytes: Double(usage.ru_maxrss) / peakUnitsInMegabyte,
            exitCode: status
        )
    }

    private static func spawn(_ program: String, _ arguments: [String], output: URL) throws -> pid_t {
        #if canImport(Darwin)
        var actions: posix_spawn_file_actions_t?
        #else
        var actions = posix_spawn_file_actions_t()
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 1, output.path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)
        var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var process = pid_t()
        guard posix_spawnp(&process, program, &actions, nil, &words, environ) == 0 else {
            throw CommandFailure(program: program)
        }
        return process
    }

    private static func seconds(_ time: timeval) -> Double {
        Double(time.tv_sec) + Double(time.tv_usec) / 1_000_000
    }

    #if canImport(Darwin)
    private static let peakUnitsInMegabyte = 1_048_576.0
    #else
    private static let peakUnitsInMegabyte = 1024.0
    #endif
}

struct CommandFailure: Error, CustomStringConvertible {
    let program: String
    var description: String { "cannot run '\(program)'" }
}
