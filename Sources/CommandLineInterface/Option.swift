/// An option of a command.
struct Option: Sendable {
    /// With its hyphens: `--content`.
    let name: String
    /// What stands for its value in the help; nil for a switch.
    let value: String?
    let help: String
    /// The values that there are, where they can be counted.
    var choices: [String] = []

    static let help = Option(name: "--help", value: nil, help: "Tell how the command is used.")
}

/// The arguments of a command, after they were found to be well-formed.
struct ParsedArguments: Sendable {
    var values: [String: String] = [:]
    var positional: [String] = []

    func has(_ option: Option) -> Bool { values[option.name] != nil }
    func value(of option: Option) -> String? { values[option.name] }
}

/// What is wrong with the way the program was called.
struct UsageError: Error, Sendable {
    let message: String
}
