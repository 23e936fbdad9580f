#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// A regular file, held open while it is sent: replacing or removing it meanwhile does not disturb the client.
final class ServedFile: Sendable {
    let byteCount: Int
    let tag: EntityTag
    private let descriptor: Int32

    /// nil when there is no regular file, or none that may be read.
    init?(_ path: String) {
        // Not blocking, since opening a pipe would wait for whoever writes to it.
        let opened = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard opened >= 0 else { return nil }
        var status = stat()
        guard unsafe fstat(opened, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(opened)
            return nil
        }
        descriptor = opened
        byteCount = Int(status.st_size)
        tag = EntityTag(status: status)
    }

    deinit { close(descriptor) }

    /// Puts the bytes of `range` at the end of `output`; false when the file has become shorter or the disk fails.
    func read(_ range: Range<Int>, into output: inout [UInt8]) -> Bool {
        let piece = unsafe [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
            while count < range.count, let start = buffer.baseAddress {
                let step = unsafe pread(
                    descriptor,
                    start + count,
                    range.count - count,
                    off_t(range.lowerBound + count)
                )
                if step < 0, errno == EINTR { continue }
                guard step > 0 else { return }
                count += step
            }
        }
        output += piece
        return piece.count == range.count
    }
}

extension EntityTag {
    fileprivate init(status: stat) {
        #if canImport(Darwin)
        let changed = status.st_mtimespec
        #else
        let changed = status.st_mtim
        #endif
        self.init(
            numbers: [Int(status.st_ino), Int(status.st_size), changed.tv_sec, changed.tv_nsec].map {
                UInt64(truncatingIfNeeded: $0)
            }
        )
    }
}
