/// An address on which the server listens.
package struct BoundAddress: Sendable, Hashable {
    /// As a number: `127.0.0.1`, `::1`.
    package let host: String
    package let port: UInt16
    private let basePath: String

    init(host: String, port: UInt16, basePath: String) {
        self.host = host
        self.port = port
        self.basePath = basePath
    }

    /// Whether no other machine can reach it.
    package var isLoopback: Bool { host == "::1" || host.hasPrefix("127.") }

    /// Whether it stands for all addresses of the machine.
    package var isEveryAddress: Bool { host == "::" || host == "0.0.0.0" }

    /// Where a browser finds the site.
    package var url: String { url(of: isLoopback || isEveryAddress ? "localhost" : host) }

    /// Where browsers of other machines find it.
    package var urlsFromOutside: [String] {
        guard !isLoopback else { return [] }
        guard isEveryAddress else { return [url] }
        return NetworkInterface.addresses(areSixteenBytes: host.contains(":")).map(url)
    }

    private func url(of host: String) -> String {
        let name = host.contains(":") ? "[\(host)]" : host
        return "http://\(name):\(port)\(RequestTarget.encoded(basePath))"
    }
}
