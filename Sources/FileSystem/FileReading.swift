#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

package enum FileContents: Sendable, Hashable {
    case bytes([UInt8])
    /// Larger than was allowed, with the size that it has.
    case tooLarge(byteCount: Int)
    case notAFile
}

/// Reads a regular file of at most `limit` bytes.
///
/// Pipes and devices are recognised before anything is read from them, so that none can make a build wait.
package func readFile(_ path: String, limit: Int) throws(FileSystemError) -> FileContents {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw FileSystemError("read", path) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw FileSystemError("read", path) }
    guard FileKind(mode: status.st_mode) == .file else { return .notAFile }
    let byteCount = Int(status.st_size)
    guard byteCount <= limit else { return .tooLarge(byteCount: byteCount) }
    return .bytes(try readAll(descriptor, path: path, byteCount: byteCount))
}

private func readAll(_ descriptor: Int32, path: String, byteCount: Int) throws(FileSystemError) -> [UInt8] {
    var failure: Int32 = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: byteCount) { buffer, initialized in
        while initialized < byteCount, let start = buffer.baseAddress {
            let count = unsafe read(descriptor, start + initialized, byteCount - initialized)
            if count < 0, errno == EINTR { continue }
            if count < 0 { failure = errno }
            guard count > 0 else { return }
            initialized += count
        }
    }
    guard failure == 0 else { throw FileSystemError("read", path, code: failure) }
    return bytes
}

/// Whether a file holds exactly these bytes; false as well when it cannot be read.
package func fileHolds(_ bytes: [UInt8], at path: String) -> Bool {
    guard case .bytes(let found)? = try? readFile(path, limit: bytes.count) else { return false }
    return found == bytes
}

/// Whether two files hold the same bytes; false as well when one of them cannot be read.
package func filesAreEqual(_ first: String, _ second: String) -> Bool {
    guard let size = FileStatus.of(first, followingLinks: true)?.byteCount,
        size == FileStatus.of(second)?.byteCount
    else { return false }
    let left = unsafe open(first, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    let right = unsafe open(second, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    defer {
        if left >= 0 { close(left) }
        if right >= 0 { close(right) }
    }
    guard left >= 0, right >= 0 else { return false }
    let pieceLength = 1 << 16
    while true {
        guard let leftPiece = try? readAll(left, path: first, byteCount: pieceLength),
            let rightPiece = try? readAll(right, path: second, byteCount: pieceLength), leftPiece == rightPiece
        else { return false }
        if leftPiece.count < pieceLength { return true }
    }
}
