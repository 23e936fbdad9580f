import Foundation

@testable import Preview

/// What this process has open, by the names of what its descriptors lead to.
///
/// Tests that run at the same time open and close much: numbers of descriptors would say nothing.
enum OpenDescriptors {
    private static let folder = "/proc/self/fd"

    static var canBeListed: Bool { FileManager.default.fileExists(atPath: folder) }

    private static func all() -> [Int32] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.compactMap { Int32($0) }
    }

    static func target(of descriptor: Int32) -> String {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/\(descriptor)")) ?? ""
    }

    static func targets() -> Set<String> { Set(all().map(target)) }

    /// A client's socket has another port at its own end.
    static func sockets(boundTo port: UInt16) -> [Int32] {
        all().filter { SocketAddress(boundBy: $0)?.port == port }
    }
}
