/// Something that the program can be asked to do.
protocol Command: Sendable {
    static var name: String { get }
    /// One line for the list of commands.
    static var summary: String { get }
    /// The plain arguments as the help shows them: `ID`.
    static var usage: String { get }
    /// What the help says between the summary and the options; empty where there is no more to say.
    static var details: String { get }
    static var options: [Option] { get }
    /// What the plain arguments may be, where it can be counted.
    static var words: [String] { get }
    /// How many plain arguments there may be.
    static var positionalCount: ClosedRange<Int> { get }

    static func run(_ arguments: ParsedArguments, _ terminal: Terminal) async throws -> ExitCode
}

extension Command {
    static var usage: String { "" }
    static var details: String { "" }
    static var options: [Option] { [] }
    static var words: [String] { [] }
    static var positionalCount: ClosedRange<Int> { 0...0 }

    static var helpText: String {
        let words = ["usage: candor", name, options.isEmpty ? "" : "[options]", usage].filter { !$0.isEmpty }
        let rows = (options + [.help]).map { option in
            (option.name + (option.value.map { " \($0)" } ?? ""), option.help)
        }
        return
            "\(words.joined(separator: " "))\n\n\(summary)\n\n\(details.isEmpty ? "" : details + "\n")\(columns(rows))"
    }
}

/// Two columns, the first as wide as its widest cell.
func columns(_ rows: [(String, String)]) -> String {
    let width = rows.map(\.0.utf8.count).max() ?? 0
    return rows.map { "  \($0.0)\(String(repeating: " ", count: width - $0.0.utf8.count))  \($0.1)\n" }.joined()
}

/// `1 finding`, `3 findings`.
func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
}
