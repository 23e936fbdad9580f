import Diagnostics
import FileSystem
import Preview
import SiteBuilder

/// A preview from its start to its end: the site, the server that shows it and the watch over its content.
final class PreviewSession: Sendable {
    private let site: LiveSite
    private let server: PreviewServer
    private let watch: FolderWatch
    private let changes: ChangeQueue
    private let terminal: Terminal

    /// Shows the site as soon as its front page can be made, and checks all of it meanwhile.
    init(
        _ options: SiteOptions,
        server configuration: ServerConfiguration,
        alwaysPolls: Bool,
        terminal: Terminal
    ) async throws {
        self.terminal = terminal
        var settings = FolderWatch.Settings()
        settings.alwaysPolls = alwaysPolls
        // Watched before it is read: what is saved meanwhile is read again, and nothing is missed.
        let changes = ChangeQueue()
        self.changes = changes
        let (content, themes) = (options.content, options.themes)
        let watch = FolderWatch([content, themes].map(Self.withoutSlash), settings) { event in
            switch event {
            case .changes(let paths): changes.add(ContentChanges(paths, content: content, themes: themes), at: paths)
            case .everything: changes.add(.all, at: [content])
            case .isPolling(let reason): terminal.writeError("note: \(reason)\n")
            }
        }
        self.watch = watch
        do {
            let site = try await LiveSite(options)
            self.site = site
            let pages = PreviewPages(site: site, terminal: terminal)
            server = try PreviewServer(
                configuration.with(basePath: site.basePath),
                answer: { await pages.answer($0) },
                welcome: { _ in pages.welcome }
            )
            let follower = ChangeFollower(
                site: site,
                server: server,
                pages: pages,
                changes: changes,
                terminal: terminal,
                basePath: site.basePath
            )
            greet(configuration.port)
            Task { await follower.run(addresses: addressLines) }
        } catch {
            watch.stop()
            throw error
        }
    }

    /// Nothing of the preview is left when this returns.
    func stop() {
        watch.stop()
        changes.end()
        server.stop()
        terminal.write("\n")
    }

    func openBrowser() {
        guard let address = server.addresses.first else { return }
        let terminal = terminal
        Task {
            guard let reason = await Browser(terminal.environment).open(address.url) else { return }
            terminal.writeError("warning: no browser can be opened: \(reason)\n")
        }
    }

    private func greet(_ wanted: ServerConfiguration.Port) {
        if case .from(let port) = wanted, server.port != port {
            terminal.writeError("note: port \(port) is in use by another program, so it is \(server.port)\n")
        }
        for address in server.addresses where !address.isLoopback {
            terminal.writeError(
                "warning: the preview listens on \(address.host), so whoever can reach this machine can read it\n"
            )
        }
        terminal.write(addressLines)
    }

    private var addressLines: String {
        var seen: Set<String> = []
        return server.addresses.flatMap { [$0.url] + $0.urlsFromOutside }.filter { seen.insert($0).inserted }.map {
            "\($0)\n"
        }.joined()
    }

    private static func withoutSlash(_ path: String) -> String {
        path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    }
}

extension ServerConfiguration {
    fileprivate func with(basePath: String) -> ServerConfiguration {
        var configuration = ServerConfiguration(port: port, basePath: basePath)
        configuration.hosts = hosts
        configuration.allowedHosts = allowedHosts
        return configuration
    }
}
