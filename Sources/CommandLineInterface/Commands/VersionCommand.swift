/// `candor version`.
enum VersionCommand: Command {
    static let name = "version"
    static let summary = "Tell the version."

    static func run(_ arguments: ParsedArguments, _ terminal: Terminal) async throws -> ExitCode {
        terminal.write("candor \(CommandLineTool.version)\n")
        return .clean
    }
}
