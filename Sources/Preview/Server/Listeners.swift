#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// The sockets on which clients are waited for, all with one port.
struct Listeners: Sendable {
    private(set) var descriptors: [Int32]
    private(set) var port: UInt16
    private var bound: Set<String> = []

    private init(port: UInt16) {
        descriptors = []
        self.port = port
    }

    /// A host that may be missing: a machine without IPv6 is still one to preview on.
    private struct Place {
        let host: String
        let isOptional: Bool
    }

    private static let everyAddress = ["0.0.0.0", "::"]
    private static let fallbackCount: UInt16 = 20

    /// Both families of loopback, since `localhost` leads a browser to either of them.
    static func open(_ configuration: ServerConfiguration) throws(ServerError) -> Listeners {
        let places = places(for: configuration.hosts)
        switch configuration.port {
        case .exactly(let port): return try open(places, port)
        case .any: return try open(places, anyOf: Array(repeating: 0, count: Int(fallbackCount)))
        case .from(let port):
            let last = port.addingReportingOverflow(fallbackCount)
            return try open(places, anyOf: Array(port...(last.overflow ? UInt16.max : last.partialValue)))
        }
    }

    /// First what stands for all addresses, since those can no longer be bound on their own then.
    private static func places(for hosts: [String]) -> [Place] {
        let isForAll: (String) -> Bool = { everyAddress.contains($0) }
        return hosts.filter(isForAll).map { Place(host: $0, isOptional: false) }
            + ["127.0.0.1", "::1"].map { Place(host: $0, isOptional: true) }
            + hosts.filter { !isForAll($0) }.map { Place(host: $0, isOptional: false) }
    }

    private static func open(_ places: [Place], anyOf ports: [UInt16]) throws(ServerError) -> Listeners {
        for port in ports {
            do {
                return try open(places, port)
            } catch .portTaken {
                continue
            }
        }
        throw .portsTaken((ports.first ?? 0)...(ports.last ?? 0))
    }

    private static func open(_ places: [Place], _ port: UInt16) throws(ServerError) -> Listeners {
        var listeners = Listeners(port: port)
        do throws(ServerError) {
            for place in places { try listeners.add(place) }
            guard !listeners.descriptors.isEmpty else {
                throw ServerError.notPossible(host: "localhost", port: port, code: EADDRNOTAVAIL)
            }
        } catch {
            listeners.closeAll()
            throw error
        }
        return listeners
    }

    /// A name may stand for addresses that are bound already, and for some that this machine does not have.
    private mutating func add(_ place: Place) throws(ServerError) {
        let addresses = SocketAddress.all(of: place.host, port: port)
        guard !addresses.isEmpty else { throw .unknownHost(place.host) }
        var missing: Int32?
        var isListening = false
        for address in addresses {
            switch isBound(address) ? 0 : add(address) {
            case 0: isListening = true
            case EADDRINUSE: throw .portTaken(port)
            case let code where code == EADDRNOTAVAIL || code == EAFNOSUPPORT: missing = code
            case let code: throw .notPossible(host: place.host, port: port, code: code)
            }
        }
        guard let missing, !isListening, !place.isOptional else { return }
        throw .notPossible(host: place.host, port: port, code: missing)
    }

    private func isBound(_ address: SocketAddress) -> Bool {
        bound.contains(address.host) || bound.contains(address.family == AF_INET6 ? "::" : "0.0.0.0")
    }

    /// The system's `errno`, 0 when it went well.
    private mutating func add(_ address: SocketAddress) -> Int32 {
        let descriptor = Socket.make(address.family)
        guard descriptor >= 0 else { return errno }
        let code = Self.listen(on: address, descriptor)
        guard code == 0 else {
            close(descriptor)
            return code
        }
        descriptors.append(descriptor)
        bound.insert(address.host)
        if port == 0 { port = SocketAddress(boundBy: descriptor)?.port ?? 0 }
        return 0
    }

    /// The system's `errno`, 0 when it went well.
    private static func listen(on address: SocketAddress, _ descriptor: Int32) -> Int32 {
        // Otherwise the port stays taken for minutes after connections that the server has closed itself.
        Socket.setOption(descriptor, SOL_SOCKET, SO_REUSEADDR)
        if address.family == AF_INET6 { Socket.setOption(descriptor, Int32(IPPROTO_IPV6), IPV6_V6ONLY) }
        let code = address.assign(to: descriptor)
        guard code == 0 else { return code }
        return Socket.startListening(descriptor)
    }

    func closeAll() {
        for descriptor in descriptors { close(descriptor) }
    }
}
