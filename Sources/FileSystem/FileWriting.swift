import CExchange

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Writes a new file; a file that is there already is an error, since nothing is ever overwritten in place.
package func writeNewFile(_ bytes: [UInt8], to path: String) throws(FileSystemError) {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw FileSystemError("write", path) }
    do {
        try writeAll(bytes, count: bytes.count, to: descriptor, named: path)
    } catch {
        close(descriptor)
        throw error
    }
    // A full disk may be noticed only here.
    guard close(descriptor) == 0 else { throw FileSystemError("write", path) }
}

/// Puts bytes in the place of a file in one step: whoever reads it sees the old ones or the new ones.
///
/// A link stays, and what it leads to is replaced; the permissions stay as well.
package func replaceFile(_ path: String, with bytes: [UInt8]) throws(FileSystemError) {
    let target = canonicalPath(path) ?? path
    let folder = target.lastIndex(of: "/").map { target[...$0] } ?? ""
    let staged = "\(folder).candor-\(getpid())-\(target.dropFirst(folder.count))"
    try removeTree(staged)
    do throws(FileSystemError) {
        try writeNewFile(bytes, to: staged)
        var status = stat()
        if unsafe stat(target, &status) == 0, unsafe chmod(staged, status.st_mode & 0o7777) != 0 {
            throw FileSystemError("write", path)
        }
        try renamePath(staged, to: target)
    } catch {
        try? removeTree(staged)
        throw error
    }
}

/// Adds bytes at the end of a file, which is made when it is missing.
package func appendToFile(_ path: String, _ bytes: [UInt8]) throws(FileSystemError) {
    let descriptor = unsafe open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw FileSystemError("write", path) }
    defer { close(descriptor) }
    try writeAll(bytes, count: bytes.count, to: descriptor, named: path)
}

/// Gives an existing file a second name.
///
/// False when the file systems differ or cannot do it: then copy.
package func linkFile(_ existing: String, to path: String) -> Bool {
    unsafe link(existing, path) == 0
}

/// Copies a file piece by piece, so that a large video takes no more memory than a small one.
package func copyFile(_ source: String, to path: String) throws(FileSystemError) {
    let input = unsafe open(source, O_RDONLY | O_CLOEXEC)
    guard input >= 0 else { throw FileSystemError("read", source) }
    defer { close(input) }
    let output = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard output >= 0 else { throw FileSystemError("write", path) }
    do {
        try copyBytes(from: input, named: source, to: output, named: path)
    } catch {
        close(output)
        throw error
    }
    guard close(output) == 0 else { throw FileSystemError("write", path) }
}

private func copyBytes(
    from input: Int32,
    named source: String,
    to output: Int32,
    named path: String
) throws(FileSystemError) {
    var status = stat()
    guard unsafe fstat(input, &status) == 0 else { throw FileSystemError("read", source) }
    // Most pictures fit into one piece that is no larger than they are.
    var piece = [UInt8](repeating: 0, count: max(1, min(Int(status.st_size), 1 << 16)))
    while true {
        let count = unsafe piece.withUnsafeMutableBytes { unsafe read(input, $0.baseAddress, $0.count) }
        if count < 0, errno == EINTR { continue }
        guard count >= 0 else { throw FileSystemError("read", source) }
        guard count > 0 else { return }
        try writeAll(piece, count: count, to: output, named: path)
    }
}

private func writeAll(
    _ bytes: [UInt8],
    count: Int,
    to descriptor: Int32,
    named path: String
) throws(FileSystemError) {
    var written = 0
    while written < count {
        let step = unsafe bytes.withUnsafeBytes { buffer in
            guard let start = buffer.baseAddress else { return 0 }
            return unsafe write(descriptor, start + written, count - written)
        }
        if step < 0, errno == EINTR { continue }
        guard step > 0 else { throw FileSystemError("write", path) }
        written += step
    }
}

/// Makes a folder and those above it that are missing.
package func makeFolder(_ path: String) throws(FileSystemError) {
    if unsafe mkdir(path, 0o755) == 0 { return }
    let code = errno
    if code == EEXIST {
        guard FileStatus.of(path, followingLinks: true)?.kind == .folder else {
            throw FileSystemError("make the folder", path, code: ENOTDIR)
        }
        return
    }
    guard code == ENOENT, let parent = parentPath(of: path) else {
        throw FileSystemError("make the folder", path, code: code)
    }
    try makeFolder(parent)
    guard unsafe mkdir(path, 0o755) == 0 || errno == EEXIST else { throw FileSystemError("make the folder", path) }
}

private func parentPath(of path: String) -> String? {
    guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return nil }
    return String(path[..<slash])
}

/// Lets two paths change places in one step; false where the file system cannot do it.
package func exchangePaths(_ first: String, _ second: String) throws(FileSystemError) -> Bool {
    if unsafe candor_exchange_paths(first, second) == 0 { return true }
    let code = errno
    if code == ENOSYS || code == EINVAL || code == ENOTSUP { return false }
    throw FileSystemError("exchange for the new site", second, code: code)
}

package func renamePath(_ old: String, to new: String) throws(FileSystemError) {
    guard unsafe rename(old, new) == 0 else { throw FileSystemError("rename", old) }
}

/// Removes a file or a whole folder without following links; a path where nothing is counts as removed.
package func removeTree(_ path: String) throws(FileSystemError) {
    var pending = [(path: path, isEmptied: false)]
    while let next = pending.popLast() {
        guard let kind = FileStatus.of(next.path)?.kind else { continue }
        if kind != .folder {
            guard unsafe unlink(next.path) == 0 else { throw FileSystemError("remove", next.path) }
        } else if next.isEmptied {
            guard unsafe rmdir(next.path) == 0 else { throw FileSystemError("remove", next.path) }
        } else {
            pending.append((next.path, true))
            for entry in try listFolder(next.path) { pending.append(("\(next.path)/\(entry.name)", false)) }
        }
    }
}

/// Writes all bytes to standard error; when nobody reads them any more, the rest is lost as it is for any program.
package func writeToStandardError(_ bytes: [UInt8]) {
    try? writeAll(bytes, count: bytes.count, to: STDERR_FILENO, named: "standard error")
}

/// Standard output without a buffer: whoever reads it gets what was written when it was written.
package func writeToStandardOutput(_ bytes: [UInt8]) {
    try? writeAll(bytes, count: bytes.count, to: STDOUT_FILENO, named: "standard output")
}

/// Whether a person may be reading standard error.
package func isStandardErrorTerminal() -> Bool {
    isatty(STDERR_FILENO) == 1
}
