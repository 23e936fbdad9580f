import Diagnostics

/// Reads `--name value`, `--name=value`, switches and, after `--` or between them, plain arguments.
struct ArgumentParser: Sendable {
    let options: [Option]

    func parse(_ arguments: [String]) throws(UsageError) -> ParsedArguments {
        var parsed = ParsedArguments()
        var rest = arguments[...]
        var onlyPlain = false
        while let argument = rest.popFirst() {
            if onlyPlain || !argument.hasPrefix("-") || argument == "-" {
                parsed.positional.append(argument)
            } else if argument == "--" {
                onlyPlain = true
            } else {
                try read(argument, &rest, into: &parsed)
            }
        }
        return parsed
    }

    private func read(
        _ argument: String,
        _ rest: inout ArraySlice<String>,
        into parsed: inout ParsedArguments
    ) throws(UsageError) {
        let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let name = parts[0] == "-h" ? Option.help.name : parts[0]
        guard let option = (options + [.help]).first(where: { $0.name == name }) else {
            let guess = closestMatch(to: name, among: options.map(\.name))
            throw UsageError(message: "there is no option '\(name)'" + (guess.map { "; did you mean '\($0)'?" } ?? ""))
        }
        guard parsed.values[name] == nil else { throw UsageError(message: "'\(name)' is given twice") }
        if option.value == nil {
            guard parts.count == 1 else { throw UsageError(message: "'\(name)' takes no value") }
            parsed.values[name] = ""
        } else if parts.count == 2 {
            parsed.values[name] = parts[1]
        } else if let value = rest.popFirst() {
            parsed.values[name] = value
        } else {
            throw UsageError(message: "'\(name)' needs a value: \(name) \(option.value ?? "")")
        }
        guard option.value == nil || parsed.values[name]?.isEmpty == false else {
            throw UsageError(message: "'\(name)' has an empty value")
        }
    }
}
