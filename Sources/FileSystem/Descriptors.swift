#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Both ends of a new pipe, which no child process inherits; nil when the system has no descriptors left.
package func makePipe() -> (readEnd: Int32, writeEnd: Int32)? {
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
}

/// Lets go of a descriptor; what the system says to it changes nothing.
package func closeDescriptor(_ descriptor: Int32) {
    _ = close(descriptor)
}
