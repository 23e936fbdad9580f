import Dispatch

/// An HTTP server for one author, which runs from when it is made until it is stopped.
///
/// It knows nothing of sites and never makes a path of a URL: what is at an address, only the closure says.
package final class PreviewServer: Sendable {
    /// The addresses that are listened on.
    package let addresses: [BoundAddress]
    let mailbox: Mailbox
    private let queue = DispatchQueue(label: "candor.preview", qos: .userInitiated)

    /// - Parameters:
    ///   - answer: What is at an address; it may take its time, and answers several requests at once.
    ///   - welcome: What a page hears first when it begins to listen or comes back. It runs on the server's own thread,
    ///     so it must not wait. Whatever is sent after it has returned, the page hears as well.
    package init(
        _ configuration: ServerConfiguration,
        answer: @escaping @Sendable (PageRequest) async -> Answer,
        welcome: @escaping @Sendable (_ lastEventID: String?) -> [ServerEvent] = { _ in [] }
    ) throws(ServerError) {
        DescriptorLimit.raise(to: configuration.limits.streamCount + configuration.limits.connectionCount + 256)
        let listeners = try Listeners.open(configuration)
        do {
            mailbox = try Mailbox()
        } catch {
            listeners.closeAll()
            throw error
        }
        addresses = listeners.descriptors.compactMap(SocketAddress.init(boundBy:)).map {
            BoundAddress(host: $0.host, port: $0.port, basePath: configuration.basePath)
        }
        let site = ServedSite(policy: RequestPolicy(configuration), answer: answer, welcome: welcome)
        queue.async { [mailbox] in
            EventLoop(listeners, mailbox, site, configuration.limits).run()
        }
    }

    deinit { mailbox.post(.stop) }

    package var port: UInt16 { addresses.first?.port ?? 0 }

    /// Tells it to all pages that listen.
    package func send(_ event: ServerEvent) {
        mailbox.post(.event(event))
    }

    /// Ends all connections and waits until nothing is open any more; not to be called by `welcome`.
    package func stop() {
        mailbox.post(.stop)
        queue.sync {}
    }
}
