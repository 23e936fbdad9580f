#if os(Linux)
import FileSystem

#if canImport(Musl)
import Musl
#else
import Glibc
#endif

/// The folders that are watched, each with its own watch: the kernel tells nothing of what is further down.
struct WatchedTree {
    private let notices: FolderNotices
    private var paths: [Int32: String] = [:]
    private var watches: [String: Int32] = [:]
    /// Where each of the watched folders was when it was found.
    private var roots: [String: String] = [:]

    init(_ notices: FolderNotices) {
        self.notices = notices
    }

    func has(_ folder: String) -> Bool { watches[folder] != nil }

    /// Watches a folder and all below it; false when there is none.
    @discardableResult
    mutating func add(_ folder: String) throws(FolderNotices.Limit) -> Bool {
        if leadsElsewhere(folder) { removeTree(folder) }
        roots[folder] = canonicalPath(folder) ?? ""
        return try addTree(folder)
    }

    /// Whether a folder is a link that led to another place when it was added.
    func leadsElsewhere(_ folder: String) -> Bool {
        guard let place = roots[folder], has(folder), let now = canonicalPath(folder) else { return false }
        return now != place
    }

    private mutating func addTree(_ folder: String) throws(FolderNotices.Limit) -> Bool {
        var isThere = false
        var pending = [(path: folder, depth: 0)]
        while let next = pending.popLast() {
            // The watch comes before the look: what comes into the folder in between is then told at least.
            guard let watch = try notices.add(next.path) else { continue }
            isThere = true
            if let other = paths.updateValue(next.path, forKey: watch), other != next.path { watches[other] = nil }
            watches[next.path] = watch
            guard next.depth < FolderScan.deepest else { continue }
            for entry in (try? listFolder(next.path)) ?? [] where entry.kind == .folder && !entry.isHidden {
                pending.append(("\(next.path)/\(entry.name)", next.depth + 1))
            }
        }
        return isThere
    }

    /// Follows what the folders do, and gives the places where something happened to `note`.
    mutating func take(
        _ found: [FolderNotices.Notice],
        note: (Set<String>) -> Void
    ) throws(FolderNotices.Limit) {
        for notice in found {
            if notice.has(IN_Q_OVERFLOW) {
                // Which folders came and went is unknown: all that are there are watched, and all may have changed.
                for root in roots.keys { _ = try addTree(root) }
                note(Set(roots.keys))
                continue
            }
            guard let folder = paths[notice.watch] else { continue }
            if notice.has(IN_IGNORED) {
                forget(notice.watch)
            } else if notice.name.isEmpty {
                try takeOwn(notice, folder, note)
            } else if !FolderEntry.isHidden(notice.name, isFile: !notice.isOfFolder) {
                try take(notice, at: "\(folder)/\(notice.name)", note)
            }
        }
    }

    /// Something that happened to the folder itself; of all but roots the folder above tells the same.
    private mutating func takeOwn(
        _ notice: FolderNotices.Notice,
        _ folder: String,
        _ note: (Set<String>) -> Void
    ) throws(FolderNotices.Limit) {
        guard roots[folder] != nil, notice.has(IN_DELETE_SELF) || notice.has(IN_MOVE_SELF) else { return }
        removeTree(folder)
        note([folder])
    }

    private mutating func take(
        _ notice: FolderNotices.Notice,
        at path: String,
        _ note: (Set<String>) -> Void
    ) throws(FolderNotices.Limit) {
        if notice.isOfFolder {
            if notice.has(IN_MOVED_FROM) || notice.has(IN_DELETE) {
                removeTree(path)
            } else if notice.has(IN_CREATE) || notice.has(IN_MOVED_TO) {
                _ = try addTree(path)
            }
        } else if notice.has(IN_CREATE), !notice.has(IN_MOVED_TO) {
            // A file that is being made is told when it is closed; links, and further names of a file, never are.
            let status = FileStatus.of(path)
            guard status?.kind != .file || status?.linkCount != 1 else { return }
        }
        note([path])
    }

    /// A folder that moved away keeps its watches, under a name that is no longer right.
    private mutating func removeTree(_ folder: String) {
        for (path, watch) in watches where path == folder || path.hasPrefix(folder + "/") {
            notices.remove(watch)
            paths[watch] = nil
            watches[path] = nil
        }
    }

    private mutating func forget(_ watch: Int32) {
        guard let path = paths.removeValue(forKey: watch), watches[path] == watch else { return }
        watches[path] = nil
    }
}
#endif
