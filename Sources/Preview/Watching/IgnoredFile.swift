/// Files that editors and systems make for a moment, or for themselves.
enum IgnoredFile {
    /// Those that no content has; a build does not look at them either.
    ///
    /// - Parameter name: without the folders.
    static func isNamed(_ name: String) -> Bool { name.hasPrefix(".") || name.hasSuffix("~") }

    /// Those that are usually gone when somebody looks; as long as they are there, a build finds them.
    static func isGoneAgain(_ path: String) -> Bool {
        isMomentary(path.split(separator: "/").last.map(String.init) ?? path) && !FolderScan.isThere(path)
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
