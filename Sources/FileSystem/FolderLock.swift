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
        let opened = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard opened >= 0 else { throw Self.refusal(path, errno) }
        guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
            let code = errno
            close(opened)
            throw Self.refusal(path, code)
        }
        // Whoever held it until now may have renamed or removed it in between.
        guard Self.isStill(path, opened) else {
            close(opened)
            throw Self.refusal(path, EWOULDBLOCK)
        }
        descriptor = opened
    }

    private static func refusal(_ path: String, _ code: Int32) -> FileSystemError {
        FileSystemError(code == EWOULDBLOCK ? "hold (another build is writing there)" : "hold", path, code: code)
    }

    private static func isStill(_ path: String, _ descriptor: Int32) -> Bool {
        var held = stat()
        var named = stat()
        guard unsafe fstat(descriptor, &held) == 0, unsafe stat(path, &named) == 0 else { return false }
        return held.st_ino == named.st_ino && held.st_dev == named.st_dev
    }

    deinit { close(descriptor) }
}
