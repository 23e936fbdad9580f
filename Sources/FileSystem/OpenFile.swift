#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// A regular file that is held open, to be read wherever it is of interest; it is closed when nobody holds it.
package final class OpenFile: Sendable {
    package let byteCount: Int
    package let fingerprint: FileFingerprint
    private let descriptor: Int32

    /// nil when there is no regular file, or none that may be read.
    package init?(_ path: String) {
        let opened = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard opened >= 0 else { return nil }
        var status = stat()
        guard unsafe fstat(opened, &status) == 0, FileKind(mode: status.st_mode) == .file else {
            close(opened)
            return nil
        }
        descriptor = opened
        byteCount = Int(status.st_size)
        fingerprint = FileFingerprint(status)
    }

    deinit { close(descriptor) }

    /// At most `count` bytes from `offset` on: fewer at the end of the file, and none where the disk fails.
    package func bytes(at offset: Int, count: Int) -> [UInt8] {
        guard offset >= 0, count > 0 else { return [] }
        return unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            while initialized < count, let start = buffer.baseAddress {
                let step = unsafe pread(
                    descriptor,
                    start + initialized,
                    count - initialized,
                    off_t(offset + initialized)
                )
                if step < 0, errno == EINTR { continue }
                guard step > 0 else { return }
                initialized += step
            }
        }
    }
}
