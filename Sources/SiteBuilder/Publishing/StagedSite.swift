import FileSystem

/// PUBLISH: the new site, written beside the old one and exchanged for it in one step.
///
/// Until the exchange nothing in the output folder is touched, so whatever stops a build leaves the old site whole. What
/// the old site holds already is not written again but linked, and when that is everything, the old site simply stays. The
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

    /// Writes a page, unless the old site holds the same bytes.
    func add(_ page: RenderedPage) throws(FileSystemError) -> StagedFile {
        let file = page.address.path
        if output.ownFiles.contains(file), fileHolds(page.bytes, at: "\(output.path)/\(file)") {
            return StagedFile(path: file, isKept: true)
        }
        try writeNewFile(page.bytes, to: try place(for: file))
        return StagedFile(path: file, isKept: false)
    }

    /// Takes back a page that was added, for one that takes its place.
    func remove(_ address: SiteAddress) throws(FileSystemError) {
        try removeTree("\(path)/\(address.path)")
    }

    /// Copies a file of the content, unless the old site holds the same bytes.
    func add(file source: String, at address: SiteAddress) throws(FileSystemError) -> StagedFile {
        let file = address.path
        if output.ownFiles.contains(file), filesAreEqual(source, "\(output.path)/\(file)") {
            return StagedFile(path: file, isKept: true)
        }
        try copyFile(source, to: try place(for: file))
        return StagedFile(path: file, isKept: false)
    }

    /// Gives a file of the old site a second name in the new one; a file system that cannot do it gets a copy.
    private func keep(_ file: StagedFile) throws(FileSystemError) {
        let old = "\(output.path)/\(file.path)"
        let target = try place(for: file.path)
        if !linkFile(old, to: target) { try copyFile(old, to: target) }
    }

    private func place(for file: String) throws(FileSystemError) -> String {
        let target = "\(path)/\(file)"
        if let slash = target.lastIndex(of: "/") { try makeFolder(String(target[..<slash])) }
        return target
    }

    /// Lets the new site take the old one's place, and removes the old one.
    func publish(_ files: [StagedFile], threads: Int) async throws(FileSystemError) {
        if files.allSatisfy(\.isKept), files.count == output.ownFiles.count {
            try discard()
            return
        }
        _ = try await inParallel(files.filter(\.isKept), threads: threads) { (file) throws(FileSystemError) in
            try self.keep(file)
        }
        try exchange(files)
    }

    private func exchange(_ files: [StagedFile]) throws(FileSystemError) {
        let record = files.map(\.path).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { $0 + "\n" }.joined()
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

/// A file of the new site.
struct StagedFile: Sendable {
    /// From the root of the site.
    let path: String
    /// Whether the old site holds the same bytes.
    let isKept: Bool
}
