#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// What stands below a folder at one moment, by what tells a changed file from an unchanged one.
struct FolderScan: Sendable {
    private struct Trace: Sendable, Hashable {
        let inode: UInt64
        let byteCount: Int64
        let seconds: Int64
        let nanoseconds: Int64
        let isFolder: Bool
    }

    private var traces: [String: Trace] = [:]

    /// Deeper folders are not looked into: a maze of links must not keep anybody busy.
    private static let deepest = 16

    init(_ folder: String) {
        guard let root = Self.trace(of: folder, followingLinks: true) else { return }
        traces[folder] = root
        var pending = [(path: folder, depth: 0)]
        while let next = pending.popLast() {
            for name in Self.names(in: next.path) where !IgnoredFile.isNamed(name) {
                let path = "\(next.path)/\(name)"
                guard let trace = Self.trace(of: path, followingLinks: false) else { continue }
                traces[path] = trace
                if trace.isFolder, next.depth < Self.deepest { pending.append((path, next.depth + 1)) }
            }
        }
    }

    /// The places that are new, gone or changed; of a folder only whether it came or went.
    func changes(since earlier: FolderScan) -> Set<String> {
        var changed: Set<String> = []
        for (path, trace) in traces {
            let before = earlier.traces[path]
            let isSame = trace.isFolder ? before?.inode == trace.inode : before == trace
            if !isSame { changed.insert(path) }
        }
        for path in earlier.traces.keys where traces[path] == nil { changed.insert(path) }
        return changed
    }

    private static func trace(of path: String, followingLinks: Bool) -> Trace? {
        var status = stat()
        guard unsafe (followingLinks ? stat(path, &status) : lstat(path, &status)) == 0 else { return nil }
        #if canImport(Darwin)
        let changed = status.st_mtimespec
        #else
        let changed = status.st_mtim
        #endif
        return Trace(
            inode: UInt64(truncatingIfNeeded: status.st_ino),
            byteCount: Int64(status.st_size),
            seconds: Int64(changed.tv_sec),
            nanoseconds: Int64(changed.tv_nsec),
            isFolder: status.st_mode & S_IFMT == S_IFDIR
        )
    }

    static func isThere(_ path: String) -> Bool { trace(of: path, followingLinks: false) != nil }

    static func names(in folder: String) -> [String] {
        guard let stream = unsafe opendir(folder) else { return [] }
        defer { unsafe closedir(stream) }
        var names: [String] = []
        while let entry = unsafe readdir(stream) {
            let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }
}
