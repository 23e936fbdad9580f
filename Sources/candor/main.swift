import CommandLineInterface
import FileSystem

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

let tool = CommandLineTool(terminal: .standard(isErrorTerminal: isStandardErrorTerminal()))
exit(await tool.run(Array(CommandLine.arguments.dropFirst())).rawValue)
