#if os(Linux)
#if canImport(Musl)
import Musl
#else
import Glibc
#endif

/// File systems whose changes may be made on another machine, so that the kernel here knows nothing of them.
enum FileSystemKind {
    private static let remote: Set<Substring> = [
        "nfs", "nfs4", "cifs", "smb3", "9p", "vboxsf", "vmhgfs", "prl_fs", "afs", "ncpfs", "virtiofs",
    ]

    /// The name of the file system of a folder when it is such a one.
    static func of(_ folder: String) -> String? {
        guard let path = realPath(folder), let mounts = contents(of: "/proc/self/mountinfo") else { return nil }
        let kind = kind(of: path, mounts: mounts)
        return kind.flatMap { remote.contains($0) || $0.hasPrefix("fuse") ? String($0) : nil }
    }

    /// - Parameter mounts: as in proc(5): the fifth word of a line is the place, the first after " - " the kind.
    static func kind(of path: String, mounts: String) -> Substring? {
        var best: (length: Int, kind: Substring)?
        for line in mounts.split(separator: "\n") {
            let words = line.split(separator: " ")
            guard words.count > 6, let dash = words.firstIndex(of: "-"), dash + 1 < words.count else { continue }
            let place = words[4].replacing("\\040", with: " ")
            let holds = place == "/" || path == place || path.hasPrefix(place + "/")
            // Of two in one place, the later one lies on top.
            if holds, place.utf8.count >= best?.length ?? 0 { best = (place.utf8.count, words[dash + 1]) }
        }
        return best?.kind
    }

    private static func realPath(_ path: String) -> String? {
        guard let resolved = unsafe realpath(path, nil) else { return nil }
        defer { unsafe free(resolved) }
        return unsafe String(cString: resolved)
    }

    private static func contents(of path: String) -> String? {
        let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { _ = systemClose(file) }
        var text: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 16 << 10)
        while true {
            let count = unsafe piece.withUnsafeMutableBytes { unsafe read(file, $0.baseAddress, $0.count) }
            guard count > 0 else { return String(decoding: text, as: UTF8.self) }
            text += piece[..<count]
        }
    }
}
#endif
