/// Completions for shells, made from the table of the commands.
struct CompletionScript: Sendable {
    enum Shell: String, CaseIterable, Sendable {
        case bash, zsh, fish
    }

    let commands: [any Command.Type]

    func text(for shell: Shell) -> String {
        switch shell {
        case .bash: bash
        case .zsh: zsh
        case .fish: fish
        }
    }

    private var bash: String {
        let cases = commands.map { command in
            let words = (command.options + [.help]).map(\.name) + command.words
            return
                "        \(command.name)) COMPREPLY=($(compgen -W '\(words.joined(separator: " "))' -- \"$word\")) ;;\n"
        }
        return """
            # Completions of candor for bash: eval "$(candor completions bash)"
            _candor() {
                local word="${COMP_WORDS[COMP_CWORD]}"
                COMPREPLY=()
                if [ "$COMP_CWORD" -eq 1 ]; then
                    COMPREPLY=($(compgen -W '\(names)' -- "$word"))
                    return
                fi
                case "${COMP_WORDS[COMP_CWORD - 1]}" in
            \(bashValues)    esac
                case "${COMP_WORDS[1]}" in
                    help) COMPREPLY=($(compgen -W '\(names)' -- "$word")) ;;
            \(cases.joined())    esac
            }
            complete -F _candor candor

            """
    }

    private var bashValues: String {
        valueOptions.map { option in
            let completion = option.isFolder ? "-d" : "-W '\(option.choices.joined(separator: " "))'"
            return "        \(option.name)) COMPREPLY=($(compgen \(completion) -- \"$word\")); return ;;\n"
        }
        .joined()
    }

    /// The options that have a value, each once.
    private var valueOptions: [Option] {
        var seen: Set<String> = []
        return commands.flatMap { $0.options }.filter { $0.value != nil && seen.insert($0.name).inserted }
    }

    private var names: String { commands.map { $0.name }.joined(separator: " ") }

    private var zsh: String {
        let descriptions = commands.map { "        \(Self.quoted("\($0.name):\($0.summary)"))\n" }
        let cases = commands.map { command in
            let options = (command.options + [.help]).map(Self.zshOption)
            let words =
                command.words.isEmpty ? [] : [Self.quoted("*:argument:(\(command.words.joined(separator: " ")))")]
            return "        \(command.name)) _arguments \((options + words).joined(separator: " ")) ;;\n"
        }
        return """
            #compdef candor
            # Completions of candor for zsh: put this into a file _candor in a folder of $fpath.
            _candor() {
                local -a commands
                commands=(
            \(descriptions.joined())    )
                if (( CURRENT == 2 )); then
                    _describe command commands
                    return
                fi
                local command="${words[2]}"
                shift words
                (( CURRENT-- ))
                case "$command" in
            \(cases.joined())    esac
            }
            _candor "$@"

            """
    }

    private static func zshOption(_ option: Option) -> String {
        let help = option.help.filter { $0 != "[" && $0 != "]" && $0 != ":" }
        guard let value = option.value else { return quoted("\(option.name)[\(help)]") }
        let choices = option.choices.isEmpty ? " " : "(\(option.choices.joined(separator: " ")))"
        let action = option.isFolder ? "_files -/" : choices
        return quoted("\(option.name)[\(help)]:\(value):\(action)")
    }

    private var fish: String {
        let lines = commands.flatMap { command in
            ["complete -c candor -n __fish_use_subcommand -a \(command.name) -d \(Self.quotedForFish(command.summary))"]
                + command.options.map { Self.fishOption($0, of: command.name) }
                + (command.words.isEmpty
                    ? []
                    : [
                        "complete -c candor -n '__fish_seen_subcommand_from \(command.name)' "
                            + "-a '\(command.words.joined(separator: " "))'"
                    ])
        }
        return """
            # Completions of candor for fish: candor completions fish | source
            complete -c candor -f
            \(lines.joined(separator: "\n"))

            """
    }

    private static func fishOption(_ option: Option, of command: String) -> String {
        var line = "complete -c candor -n '__fish_seen_subcommand_from \(command)' -l \(option.name.dropFirst(2))"
        if option.value != nil {
            line +=
                option.isFolder
                ? " -x -a '(__fish_complete_directories)'" : " -x -a '\(option.choices.joined(separator: " "))'"
        }
        return line + " -d \(quotedForFish(option.help))"
    }

    /// In single quotes, in which a POSIX shell reads nothing but the next one.
    private static func quoted(_ text: String) -> String {
        "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }

    /// In fish a backslash escapes within single quotes.
    private static func quotedForFish(_ text: String) -> String {
        "'" + text.reduce(into: "") { $0 += $1 == "'" || $1 == "\\" ? "\\\($1)" : "\($1)" } + "'"
    }
}

extension Option {
    fileprivate var isFolder: Bool { value == "DIR" }
}
