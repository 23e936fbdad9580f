#if os(Linux)
import FileSystem

/// File systems whose changes may be made on another machine, so that the kernel here knows nothing of them.
enum FileSystemKind {
    private static let remote: Set<Substring> = [
        "nfs", "nfs4", "cifs", "smb3", "9p", "vboxsf", "vmhgfs", "prl_fs", "afs", "ncpfs", "virtiofs",
    ]

    /// The name of the file system of a folder when it is such a one.
    static func of(_ folder: String) -> String? {
        guard let path = canonicalPath(folder), let mounts = mounts() else { return nil }
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

    /// The kernel's files have no size before they are read.
    private static func mounts() -> String? {
        OpenFile("/proc/self/mountinfo").map { String(decoding: $0.bytes(at: 0, count: longestList), as: UTF8.self) }
    }

    private static let longestList = 256 << 10
}
#endif
