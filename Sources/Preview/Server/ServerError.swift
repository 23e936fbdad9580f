#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Why the server cannot be started.
package enum ServerError: Error, Sendable, Hashable {
    case portTaken(UInt16)
    /// All of them.
    case portsTaken(ClosedRange<UInt16>)
    case unknownHost(String)
    /// The system's `errno`.
    case notPossible(host: String, port: UInt16, code: Int32)
}

extension ServerError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .portTaken(let port): "port \(port) is in use by another program"
        case .portsTaken(let ports): "the ports \(ports.lowerBound) to \(ports.upperBound) are all in use"
        case .unknownHost(let host): "the host '\(host)' is not known"
        case .notPossible(let host, let port, let code):
            "cannot listen on port \(port) of '\(host)': \(Self.reason(code))"
        }
    }

    private static func reason(_ code: Int32) -> String {
        guard let text = unsafe strerror(code) else { return "error \(code)" }
        return unsafe String(cString: text).lowercased()
    }
}
