import FileSystem

/// PUBLISH: the new site, written beside the old one and exchanged for it in one step.
///
/// Until the exchange nothing in the output folder is touched, so whatever stops a build leaves the old site whole. The
/// staging folder is locked while a build writes to it; one that was left behind by a killed build is taken over.
final class StagedSite: Sendable {
    private let output: OutputFolder
    private let path: String
    private let lock: FolderLock

    init(for output: OutputFolder) throws(FileSystemError) {
        self.output = output
        path = Self.stagingPath(for: output.path)
        // A build that was killed between two renamings left the old site where it had put it aside.
        if !output.exists, FileStatus.of(path + ".old") != nil { try renamePath(path + ".old", to: output.path) }
        if let slash = path.lastIndex(of: "/"), slash != path.startIndex { try makeFolder(String(path[..<slash])) }
        try makeFolder(path)
        lock = try FolderLock(path)
        for entry in try listFolder(path) { try removeTree("\(path)/\(entry.name)") }
    }

    private static func stagingPath(for output: String) -> String {
        guard let slash = output.lastIndex(of: "/") else { return ".\(output).candor-staging" }
        return "\(output[..<slash])/.\(output[output.index(after: slash)...]).candor-staging"
    }

    /// Writes a page, or links it when the old site holds the same bytes.
    func add(_ page: RenderedPage) throws(FileSystemError) {
        let target = try place(for: page.address)
        let old = "\(output.path)/\(page.address.path)"
        if output.ownFiles.contains(page.address.path), fileHolds(page.bytes, at: old), linkFile(old, to: target) {
            return
        }
        try writeNewFile(page.bytes, to: target)
    }

    /// Copies a file of the content, or links it when the old site holds the same bytes.
    func add(file source: String, at address: SiteAddress) throws(FileSystemError) {
        let target = try place(for: address)
        let old = "\(output.path)/\(address.path)"
        if output.ownFiles.contains(address.path), filesAreEqual(source, old), linkFile(old, to: target) { return }
        try copyFile(source, to: target)
    }

    private func place(for address: SiteAddress) throws(FileSystemError) -> String {
        let target = "\(path)/\(address.path)"
        if let slash = target.lastIndex(of: "/") { try makeFolder(String(target[..<slash])) }
        return target
    }

    /// Lets the new site take the old one's place, and removes the old one.
    func publish(_ files: [String]) throws(FileSystemError) {
        let record = files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { $0 + "\n" }.joined()
        try writeNewFile(Array(record.utf8), to: "\(path)/\(OutputFolder.recordName)")
        for name in OutputFolder.keptNames where FileStatus.of("\(output.path)/\(name)")?.kind == .file {
            try copyFile("\(output.path)/\(name)", to: "\(path)/\(name)")
        }
        guard output.exists else {
            try renamePath(path, to: output.path)
            return
        }
        // Once they have changed places, the old site stands where another build would stage: none may until it is gone.
        let oldSite = try FolderLock(output.path)
        if try exchangePaths(path, output.path) {
            try removeOldSite(at: path)
        } else {
            try replaceInTwoSteps()
        }
        _ = consume oldSite
    }

    /// For a file system that cannot exchange: the old site is out of the way for as long as one renaming takes.
    private func replaceInTwoSteps() throws(FileSystemError) {
        let old = path + ".old"
        try removeTree(old)
        try renamePath(output.path, to: old)
        do throws(FileSystemError) {
            try renamePath(path, to: output.path)
        } catch {
            try renamePath(old, to: output.path)
            throw error
        }
        try removeOldSite(at: old)
    }

    /// Removes what Candor made.
    ///
    /// What somebody else put there while the build ran moves to where they will look for it.
    private func removeOldSite(at old: String) throws(FileSystemError) {
        for name in try output.foreignFiles(in: old) {
            let place = "\(output.path)/\(name)"
            guard FileStatus.of(place) == nil else {
                throw FileSystemError(
                    "remove the old site, which has a file that is not Candor's,",
                    "\(old)/\(name)",
                    code: 0
                )
            }
            if let slash = place.lastIndex(of: "/") { try makeFolder(String(place[..<slash])) }
            try renamePath("\(old)/\(name)", to: place)
        }
        try removeTree(old)
    }

    /// Throws the new site away; the old one was never touched.
    func discard() throws(FileSystemError) {
        try removeTree(path)
    }
}
