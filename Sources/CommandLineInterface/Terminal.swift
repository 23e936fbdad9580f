import FileSystem
import FoundationEssentials

/// Where the program writes, and what surrounds it: the only way to print, so that tests can listen.
package struct Terminal: Sendable {
    let write: @Sendable (String) -> Void
    let writeError: @Sendable (String) -> Void
    /// Whether colours may be used on standard error.
    let isColoured: Bool
    /// The variables of the process, where they say something to the program.
    let environment: [String: String]

    package init(
        isColoured: Bool,
        environment: [String: String] = [:],
        write: @escaping @Sendable (String) -> Void,
        writeError: @escaping @Sendable (String) -> Void
    ) {
        self.isColoured = isColoured
        self.environment = environment
        self.write = write
        self.writeError = writeError
    }

    /// Standard output and standard error; colours only for a person who did not refuse them (no-color.org).
    package static func standard(isErrorTerminal: Bool) -> Terminal {
        let environment = ProcessInfo.processInfo.environment
        let isRefused = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
        return Terminal(
            isColoured: isErrorTerminal && !isRefused && environment["TERM"] != "dumb",
            environment: environment,
            write: { writeToStandardOutput(Array($0.utf8)) },
            writeError: { text in
                var stream = StandardError()
                print(text, terminator: "", to: &stream)
            }
        )
    }
}
