#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

package enum FileKind: Sendable, Hashable {
    case file
    case folder
    case symbolicLink
    /// A pipe, a socket or a device: nothing to read content from.
    case other

    init(mode: mode_t) {
        self =
            switch mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            case S_IFLNK: .symbolicLink
            default: .other
            }
    }
}

package struct FileStatus: Sendable, Hashable {
    package let kind: FileKind
    package let byteCount: Int
    /// How many names the file has.
    package let linkCount: Int
    package let fingerprint: FileFingerprint

    /// The status of the path itself, or of what it leads to when `followingLinks`; nil when nothing is there.
    package static func of(_ path: String, followingLinks: Bool = false) -> FileStatus? {
        var status = stat()
        let result = unsafe followingLinks ? stat(path, &status) : lstat(path, &status)
        return result == 0 ? FileStatus(status) : nil
    }

    init(_ status: stat) {
        kind = FileKind(mode: status.st_mode)
        byteCount = Int(status.st_size)
        linkCount = Int(status.st_nlink)
        fingerprint = FileFingerprint(status)
    }
}

/// Numbers that are others once a file was changed or another one has its name: inode, size, and when the inode last
/// changed, which nobody can set back.
package struct FileFingerprint: Sendable, Hashable {
    package let inode: UInt64
    package let byteCount: UInt64
    package let seconds: UInt64
    package let nanoseconds: UInt64

    init(_ status: stat) {
        #if canImport(Darwin)
        let changed = status.st_ctimespec
        #else
        let changed = status.st_ctim
        #endif
        inode = UInt64(truncatingIfNeeded: status.st_ino)
        byteCount = UInt64(truncatingIfNeeded: status.st_size)
        seconds = UInt64(truncatingIfNeeded: changed.tv_sec)
        nanoseconds = UInt64(truncatingIfNeeded: changed.tv_nsec)
    }
}

/// The absolute path without links, `.` and `..`; nil when nothing is there.
package func canonicalPath(_ path: String) -> String? {
    guard let resolved = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
}
