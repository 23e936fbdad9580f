import Diagnostics
import FileSystem

/// The program: arguments in, exit code out.
package struct CommandLineTool: Sendable {
    package static let version = "0.1.0"

    private let terminal: Terminal

    package init(terminal: Terminal) {
        self.terminal = terminal
    }

    static let commands: [any Command.Type] = [
        BuildCommand.self, CheckCommand.self, PreviewCommand.self, ReportCommand.self, FixCommand.self,
        BaselineCommand.self,
        LinksCommand.self, InitCommand.self, NewCommand.self, ReleaseCommand.self, DiffCommand.self,
        ExportCommand.self, ImportCommand.self, ScopesCommand.self, TrafficCommand.self, ExplainCommand.self,
        RulesCommand.self, PacksCommand.self, ThemeCommand.self, SchemaCommand.self, CompletionsCommand.self,
        VersionCommand.self,
    ]

    package func run(_ arguments: [String]) async -> ExitCode {
        guard let name = arguments.first else {
            terminal.writeError(Self.helpText)
            return .wrongUsage
        }
        switch name {
        case "--help", "-h", "help":
            return showHelp(of: arguments.dropFirst().first)
        case "--version": return await run(VersionCommand.self, [])
        default: break
        }
        guard let command = Self.commands.first(where: { $0.name == name }) else { return reportUnknown(name) }
        return await run(command, Array(arguments.dropFirst()))
    }

    private func run(_ command: any Command.Type, _ arguments: [String]) async -> ExitCode {
        do {
            let parsed = try ArgumentParser(options: command.options).parse(arguments)
            if parsed.has(.help) {
                terminal.write(command.helpText)
                return .clean
            }
            try checkCount(of: parsed, for: command)
            return try await command.run(parsed, terminal)
        } catch let error as UsageError {
            terminal.writeError("candor \(command.name): \(TerminalText.safe(error.message))\n")
            terminal.writeError("'candor \(command.name) --help' tells how it is used\n")
            return .wrongUsage
        } catch let error as FileSystemError {
            terminal.writeError("candor: \(error.description)\n")
            return .machineFailed
        } catch {
            terminal.writeError("candor: \(error)\n")
            return .machineFailed
        }
    }

    private func checkCount(of parsed: ParsedArguments, for command: any Command.Type) throws(UsageError) {
        guard !parsed.positional.contains("") else { throw UsageError(message: "an argument is empty") }
        let count = parsed.positional.count
        if count < command.positionalCount.lowerBound {
            throw UsageError(message: "\(command.usage) is missing")
        }
        if count > command.positionalCount.upperBound {
            let surplus = parsed.positional[command.positionalCount.upperBound]
            throw UsageError(message: "'\(surplus)' is one argument too many")
        }
    }

    private func showHelp(of name: String?) -> ExitCode {
        guard let name else {
            terminal.write(Self.helpText)
            return .clean
        }
        guard let command = Self.commands.first(where: { $0.name == name }) else { return reportUnknown(name) }
        terminal.write(command.helpText)
        return .clean
    }

    private func reportUnknown(_ name: String) -> ExitCode {
        let kind = name.hasPrefix("-") ? "option" : "command"
        let guess = closestMatch(to: name, among: Self.commands.map { $0.name })
        terminal.writeError(
            "candor: there is no \(kind) '\(name)'" + (guess.map { "; did you mean '\($0)'?" } ?? "") + "\n"
        )
        terminal.writeError("'candor --help' lists the commands\n")
        return .wrongUsage
    }

    private static var helpText: String {
        """
        usage: candor COMMAND [options]

        Builds the help pages of a marketplace's integrations, and fails when a requested scope or a claimed
        feature is not documented.

        \(columns(commands.map { ($0.name, $0.summary) }))
        'candor COMMAND --help' tells more of a command.
        Exit codes: 0 clean, 1 the content has errors, 2 wrong usage, 3 the machine failed.

        """
    }
}
