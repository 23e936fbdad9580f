import FileSystem

/// What stands below a folder at one moment, by what tells a changed file from an unchanged one.
struct FolderScan: Sendable {
    private var found: [String: FileStatus] = [:]

    /// Deeper folders are not looked into: a maze of links must not keep anybody busy.
    static let deepest = 16

    init(_ folder: String) {
        guard let root = FileStatus.of(folder, followingLinks: true) else { return }
        found[folder] = root
        var pending = [(path: folder, depth: 0)]
        while let next = pending.popLast() {
            for entry in (try? listFolder(next.path)) ?? [] where !entry.isHidden {
                let path = "\(next.path)/\(entry.name)"
                guard let status = FileStatus.of(path) else { continue }
                found[path] = status
                if status.kind == .folder, next.depth < Self.deepest { pending.append((path, next.depth + 1)) }
            }
        }
    }

    /// The places that are new, gone or changed; of a folder only whether it came or went.
    func changes(since earlier: FolderScan) -> Set<String> {
        var changed: Set<String> = []
        for (path, status) in found where !Self.isSame(status, earlier.found[path]) { changed.insert(path) }
        for path in earlier.found.keys where found[path] == nil { changed.insert(path) }
        return changed
    }

    private static func isSame(_ status: FileStatus, _ earlier: FileStatus?) -> Bool {
        guard status.kind == .folder else { return status == earlier }
        return earlier?.kind == .folder && earlier?.fingerprint.inode == status.fingerprint.inode
    }
}
