package struct ServerConfiguration: Sendable {
    package enum Port: Sendable, Hashable {
        /// Whichever is free.
        case any
        /// This one or none.
        case exactly(UInt16)
        /// This one or, where it is taken, one of the twenty after it.
        case from(UInt16)
    }

    package var port: Port
    /// Names and addresses to listen on beside 127.0.0.1 and ::1; `0.0.0.0` and `::` stand for all of the machine.
    package var hosts: [String] = []
    /// Names that requests may use beside `localhost`, addresses and `hosts`; `.example.org` allows all below it.
    package var allowedHosts: [String] = []
    package let basePath: String
    /// Where the preview's own scripts are, and its events at `events` below it.
    package let toolPath: String
    package var limits = ServerLimits()

    package init(port: Port, basePath: String = "/", toolPath: String = "/_candor/") {
        self.port = port
        self.basePath = Self.withSlashes(basePath)
        self.toolPath = Self.withSlashes(toolPath)
    }

    private static func withSlashes(_ path: String) -> String {
        let segments = path.split(separator: "/")
        return segments.isEmpty ? "/" : "/\(segments.joined(separator: "/"))/"
    }
}

/// What one client can ask of the server; every number is there so that a wrong client costs little.
package struct ServerLimits: Sendable {
    package var lineLength = 8 << 10
    package var fieldCount = 64
    /// Of a request line and all its fields.
    package var headLength = 32 << 10
    /// From the first byte of a request to the end of its fields.
    package var headTime = Duration.seconds(10)
    /// How long a connection may stay open between two requests.
    package var idleTime = Duration.seconds(15)
    /// How long a client may take nothing of what it is sent.
    package var stallTime = Duration.seconds(60)
    package var heartbeatInterval = Duration.seconds(15)
    /// Without the event streams.
    package var connectionCount = 64
    package var streamCount = 2_000
    /// What waits for a page that does not read its events.
    package var streamBacklog = 64 << 10

    package init() {}
}
