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

    /// A number that differs for files that differ, but by a chance that need not be reckoned with (FNV-1a).
    ///
    /// The file is read piece by piece, so that a large video takes no more memory than a small one.
    package func contentHash() -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        var offset = 0
        while true {
            let piece = bytes(at: offset, count: 1 << 16)
            if piece.isEmpty { return hash }
            for byte in piece { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            offset += piece.count
        }
    }
}
