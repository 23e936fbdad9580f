import SiteBuilder

/// `candor theme`.
enum ThemeCommand: Command {
    static let name = "theme"
    static let summary = "List the templates of a theme, and what each can say."
    static let options = [markdown]

    private static let markdown = Option(
        name: "--markdown",
        value: nil,
        help: "Write every value with what it means, and every property of the style, as in docs/theme.md."
    )

    static func run(_ arguments: ParsedArguments, _ terminal: Terminal) async throws -> ExitCode {
        if arguments.has(markdown) {
            terminal.write(ThemeDocumentation.page)
        } else {
            for template in ThemeDocumentation.templates {
                let values = columns(template.values.map { ($0.name, $0.documentation) })
                terminal.write("\(template.name).mustache: \(template.purpose)\n\(values)")
            }
        }
        return .clean
    }
}
