import FileSystem

/// Files that editors make for a moment.
enum IgnoredFile {
    /// Whether a place has such a name and nothing stands there any more; as long as it does, a build finds it too.
    static func isGoneAgain(_ path: String) -> Bool {
        isMomentary(path.split(separator: "/").last.map(String.init) ?? path) && FileStatus.of(path) == nil
    }

    private static func isMomentary(_ name: String) -> Bool {
        // Emacs, while a file is being changed.
        if name.hasPrefix("#"), name.hasSuffix("#") { return true }
        // Vim, to see whether it may write into the folder.
        if name == "4913" { return true }
        return name.hasPrefix("___jb_") || name.hasSuffix("___jb_tmp___") || name.hasSuffix("___jb_old___")
            || endings.contains { name.hasSuffix($0) }
    }

    private static let endings = [".swp", ".swo", ".swx", ".tmp", ".temp", ".crdownload", ".part", ".kate-swp"]
}
