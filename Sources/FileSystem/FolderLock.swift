#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Holds a folder for one process; the system lets go of it when the process ends, however it ends.
package struct FolderLock: ~Copyable, Sendable {
    private let descriptor: Int32

    /// Throws with EWOULDBLOCK when another process holds the folder.
    package init(_ path: String) throws(FileSystemError) {
        descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileSystemError("open", path) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let code = errno
            close(descriptor)
            throw FileSystemError("hold (another build may be writing there)", path, code: code)
        }
    }

    deinit { close(descriptor) }
}
