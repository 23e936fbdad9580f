import CommandLineInterface
import FileSystem
import FoundationEssentials

let tool = CommandLineTool(terminal: .standard(isErrorTerminal: isStandardErrorTerminal()))
exit(await tool.run(Array(CommandLine.arguments.dropFirst())).rawValue)
