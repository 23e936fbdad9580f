import Preview
import SiteBuilder

/// `candor preview`.
enum PreviewCommand: Command {
    static let name = "preview"
    static let summary = "Show the site in a browser as it will be published, and follow what its author changes."
    static let options = [
        SiteArguments.content, SiteArguments.themes, SiteArguments.baseURL, port, host, allowedHost, open, poll,
        SiteArguments.threads,
    ]

    static let port = Option(
        name: "--port",
        value: "N",
        help: "The port (default: 4000 or one of the next twenty that is free; 0: any that is free)."
    )
    static let host = Option(
        name: "--host",
        value: "NAME",
        help: "Listen there too, so that other machines can see the preview; several with commas between them."
    )
    static let allowedHost = Option(
        name: "--allowed-host",
        value: "NAME",
        help: "Answer requests for this name, for a proxy; '.example.org' allows all names below it."
    )
    static let open = Option(name: "--open", value: nil, help: "Open the browser ($BROWSER, or the system's).")
    static let poll = Option(
        name: "--poll",
        value: nil,
        help: "Look for changes twice a second instead of asking the system to tell of them."
    )

    static func run(_ arguments: ParsedArguments, _ terminal: Terminal) async throws -> ExitCode {
        let options = try SiteArguments.options(arguments, terminal)
        let interruption = Interruption()
        let session = try await PreviewSession(
            options,
            server: try configuration(arguments, port: port(arguments)),
            alwaysPolls: arguments.has(poll),
            terminal: terminal
        )
        if arguments.has(open) { session.openBrowser() }
        await interruption.wait()
        session.stop()
        return .clean
    }

    private static let usualPort: UInt16 = 4000

    private static func port(_ arguments: ParsedArguments) throws(UsageError) -> ServerConfiguration.Port {
        guard let text = arguments.value(of: port) else { return .from(usualPort) }
        guard let number = UInt16(text) else {
            throw UsageError(message: "'--port' wants a number from 0 to 65535, not '\(text)'")
        }
        return number == 0 ? .any : .exactly(number)
    }

    private static func configuration(
        _ arguments: ParsedArguments,
        port: ServerConfiguration.Port
    ) throws(UsageError) -> ServerConfiguration {
        func names(_ option: Option) -> [String] {
            arguments.value(of: option)?.split(separator: ",").map(String.init) ?? []
        }
        var configuration = ServerConfiguration(port: port)
        configuration.hosts = names(host)
        configuration.allowedHosts = names(allowedHost)
        return configuration
    }
}
