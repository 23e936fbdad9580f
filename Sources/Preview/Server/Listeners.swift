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

    /// A host that may be missing: a machine without IPv6 is still one to preview on.
    private struct Place {
        let host: String
        let isOptional: Bool
    }

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

    /// Without the places that another one contains: both could not be bound.
    private static func places(for hosts: [String]) -> [Place] {
        let places = [Place(host: "127.0.0.1", isOptional: true), Place(host: "::1", isOptional: true)]
        let isAll: (Place) -> Bool = { hosts.contains($0.host.contains(":") ? "::" : "0.0.0.0") }
        return places.filter { !isAll($0) && !hosts.contains($0.host) }
            + hosts.map { Place(host: $0, isOptional: false) }
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
        var listeners = Listeners(descriptors: [], port: port)
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

    private mutating func add(_ place: Place) throws(ServerError) {
        let addresses = SocketAddress.all(of: place.host, port: port)
        guard !addresses.isEmpty else { throw .unknownHost(place.host) }
        for address in addresses {
            let descriptor = Socket.make(address.family)
            let code = descriptor >= 0 ? Self.listen(on: address, descriptor) : errno
            if code == 0 {
                descriptors.append(descriptor)
                if port == 0 { port = SocketAddress(boundBy: descriptor)?.port ?? 0 }
                continue
            }
            if descriptor >= 0 { close(descriptor) }
            if code == EADDRINUSE { throw .portTaken(port) }
            guard place.isOptional, code == EADDRNOTAVAIL || code == EAFNOSUPPORT else {
                throw .notPossible(host: place.host, port: port, code: code)
            }
        }
    }

    /// The system's `errno`, 0 when it went well.
    private static func listen(on address: SocketAddress, _ descriptor: Int32) -> Int32 {
        // Otherwise the port stays taken for minutes after connections that the server has closed itself.
        Socket.setOption(descriptor, SOL_SOCKET, SO_REUSEADDR)
        if address.family == AF_INET6 { Socket.setOption(descriptor, Int32(IPPROTO_IPV6), IPV6_V6ONLY) }
        let code = address.bind(descriptor)
        guard code == 0 else { return code }
        return Socket.listen(descriptor)
    }

    func closeAll() {
        for descriptor in descriptors { close(descriptor) }
    }
}
