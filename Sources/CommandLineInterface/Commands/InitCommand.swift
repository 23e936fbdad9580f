import BuiltInFiles
import FileSystem

/// `candor init`.
enum InitCommand: Command {
    static let name = "init"
    static let summary = "Begin a site: a small directory that builds clean."
    static let usage = "DIR"
    static let positionalCount = 1...1

    static func run(_ arguments: ParsedArguments, _ terminal: Terminal) async throws -> ExitCode {
        let folder = arguments.positional[0]
        if let kind = FileStatus.of(folder, followingLinks: true)?.kind {
            guard kind == .folder, try listFolder(folder).isEmpty else {
                throw UsageError(message: "'\(folder)' is there already and is not empty; nothing was changed")
            }
        }
        for file in BuiltInFile.files(below: "starter/") {
            let path = "\(folder)/\(file.path)"
            try makeFolder(String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)]))
            try writeNewFile(file.bytes, to: path)
        }
        terminal.write("made '\(folder)'; next: cd \(folder) && candor build\n")
        return .clean
    }
}
