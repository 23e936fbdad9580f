package import Diagnostics
import Evidence
package import FileSystem

/// LOAD: reads the content folder, the only stage that reads what authors wrote.
///
/// Whatever cannot be taken in is a diagnostic: a file that is too large, no text or no file at all, a link that leads
/// out of the folder, a name that no address can have. It throws only when the machine fails.
package struct ContentLoader: Sendable {
    /// As the user named it; every path in diagnostics begins with it.
    package let path: String
    /// Without links, so that a link which leads out of the folder can be told from one that stays inside.
    private let canonicalRoot: String
    /// Recordings that stand elsewhere, by the listing that they are of.
    private let recordings: [String: [String]]

    /// The largest text file that is read, in bytes.
    package static let longestText = 8 << 20

    /// - Parameter recordings: paths of HAR files beside those of the content, by the id of their listing.
    package init(path: String, recordings: [String: [String]] = [:]) throws(FileSystemError) {
        let trimmed = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        guard let root = canonicalPath(trimmed) else { throw FileSystemError("read", trimmed) }
        self.path = trimmed
        canonicalRoot = root
        self.recordings = recordings
    }

    /// One of the files at the root of the content folder, or one that they name from there; nil after a diagnostic when it is missing or unreadable.
    package func loadRootFile(
        _ name: String,
        limit: Int = longestText,
        reporting report: inout DiagnosticReport
    ) throws(FileSystemError) -> SourceFile? {
        let file = "\(path)/\(name)"
        guard FileStatus.of(file) != nil else {
            report.error("file-missing", "'\(name)' is missing from '\(path)'", at: SourceRange(startOf: file))
            return nil
        }
        guard case .file? = resolve(file, reporting: &report) else {
            if FileStatus.of(file)?.kind == .folder { reportFolder(file, wanted: "a file", to: &report) }
            return nil
        }
        return try loadText(file, name: name, limit: limit, reporting: &report)
    }

    /// The names of the folders below `integrations`, each the id of an integration.
    package func integrationIDs(reporting report: inout DiagnosticReport) throws(FileSystemError) -> [String] {
        let folder = "\(path)/integrations"
        if FileStatus.of(folder)?.kind == .symbolicLink, !staysInside(folder, reporting: &report) { return [] }
        guard FileStatus.of(folder, followingLinks: true)?.kind == .folder else {
            report.error(
                "file-missing",
                "the folder 'integrations' is missing from '\(path)'",
                at: SourceRange(startOf: folder)
            )
            return []
        }
        var ids: [String] = []
        for entry in try listFolder(folder) where !entry.isHidden {
            let entryPath = "\(folder)/\(entry.name)"
            guard reportUnlessUsable(entry, at: entryPath, reporting: &report) else { continue }
            switch resolve(entryPath, kind: entry.kind, reporting: &report) {
            case .folder: if reportUnlessID(entry.name, at: entryPath, reporting: &report) { ids.append(entry.name) }
            case .file: reportStray(entryPath, to: &report)
            case nil: break
            }
        }
        return ids
    }

    package func loadIntegration(
        _ id: String,
        reporting report: inout DiagnosticReport
    ) throws(FileSystemError) -> SourceTree {
        var traffic: [RecordedTraffic] = []
        var read = ReadRecordings()
        for path in recordings[id] ?? [] where read.insert(path) {
            traffic.append(try loadRecording(path, reporting: &report))
        }
        return try loadTree("integrations/\(id)", traffic, reporting: &report)
    }

    /// The help pages of the directory itself; an empty tree when there are none.
    package func loadDirectoryPages(reporting report: inout DiagnosticReport) throws(FileSystemError) -> SourceTree {
        let folder = "\(path)/pages"
        guard FileStatus.of(folder) != nil, case .folder? = resolve(folder, reporting: &report) else {
            return SourceTree(path: folder, contentPath: "pages", texts: [])
        }
        return try loadTree("pages", reporting: &report)
    }

    /// Whether a path leads to something inside the content folder, after all links.
    package func holds(_ path: String) -> Bool {
        canonicalPath(path)?.hasPrefix(canonicalRoot + "/") ?? false
    }
}

extension ContentLoader {
    enum Found {
        case file(byteCount: Int)
        case folder
    }

    /// What stands at a path, links followed as long as they stay inside the content folder.
    func resolve(
        _ path: String,
        kind: FileKind? = nil,
        reporting report: inout DiagnosticReport
    ) -> Found? {
        if kind == .folder { return .folder }
        if (kind ?? FileStatus.of(path)?.kind) == .symbolicLink, !staysInside(path, reporting: &report) { return nil }
        guard let status = FileStatus.of(path, followingLinks: true) else {
            report.error("file-missing", "nothing can be read at '\(path)'", at: SourceRange(startOf: path))
            return nil
        }
        switch status.kind {
        case .file: return .file(byteCount: status.byteCount)
        case .folder: return .folder
        case .symbolicLink, .other:
            report.error(
                "file-not-regular",
                "'\(path)' is neither a file nor a folder",
                at: SourceRange(startOf: path)
            )
            return nil
        }
    }

    private func staysInside(_ path: String, reporting report: inout DiagnosticReport) -> Bool {
        guard let target = canonicalPath(path) else {
            report.error("file-missing", "the link '\(path)' leads nowhere", at: SourceRange(startOf: path))
            return false
        }
        guard target == canonicalRoot || target.hasPrefix(canonicalRoot + "/") else {
            report.error(
                "file-outside-content",
                "the link '\(path)' leads out of '\(self.path)'",
                at: SourceRange(startOf: path)
            )
            return false
        }
        return true
    }

    func bytes(
        of path: String,
        as noun: String,
        limit: Int,
        reporting report: inout DiagnosticReport
    ) throws(FileSystemError) -> [UInt8]? {
        do {
            return try readFile(path, as: noun, limit: limit, reporting: &report)
        } catch  where error.isPermissionProblem || error.isMissingPath {
            report.error("file-unreadable", "'\(path)' cannot be read: \(error.reason)", at: SourceRange(startOf: path))
            return nil
        }
    }

    func loadText(
        _ path: String,
        name: String,
        limit: Int = longestText,
        reporting report: inout DiagnosticReport
    ) throws(FileSystemError) -> SourceFile? {
        guard let bytes = try bytes(of: path, as: "a text file", limit: limit, reporting: &report) else { return nil }
        let file = SourceFile(path: path, name: name, bytes: bytes)
        return TextCheck.accepts(file, reporting: &report) ? file : nil
    }
}

extension ContentLoader {
    func reportUnlessUsable(
        _ entry: FolderEntry,
        at path: String,
        reporting report: inout DiagnosticReport
    ) -> Bool {
        let isUsable =
            entry.isNameText
            && !entry.name.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F || $0 == "\\" }
        if !isUsable {
            report.error(
                "file-name-invalid",
                "the name '\(entry.name)' has bytes that no address can have",
                at: SourceRange(startOf: path)
            )
        }
        return isUsable
    }

    private func reportUnlessID(_ name: String, at path: String, reporting report: inout DiagnosticReport) -> Bool {
        let isID = isIdentifier(name)
        if !isID {
            report.error(
                "integration-id-invalid",
                "'\(name)' is no id: an id has lower-case letters, digits and hyphens, at most \(longestIdentifier)",
                at: SourceRange(startOf: path)
            )
        }
        return isID
    }

    func reportStray(_ path: String, to report: inout DiagnosticReport) {
        report.warning(
            "file-unexpected",
            "'\(path)' is not used: pages are '.md' files, and media stand in 'media'",
            at: SourceRange(startOf: path)
        )
    }

    func reportFolder(_ path: String, wanted: String, to report: inout DiagnosticReport) {
        report.error(
            "file-not-regular",
            "'\(path)' is a folder where \(wanted) is expected",
            at: SourceRange(startOf: path)
        )
    }
}
