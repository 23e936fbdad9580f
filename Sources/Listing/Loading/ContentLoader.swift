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

    // A listing has pages at its top and media below; `deepestFolder` bounds what a maze of folders can cost.
    private static let deepestFolder = 4

    private func loadTree(
        _ contentPath: String,
        _ traffic: [RecordedTraffic] = [],
        reporting report: inout DiagnosticReport
    ) throws(FileSystemError) -> SourceTree {
        let folder = "\(path)/\(contentPath)"
        var texts: [SourceFile] = []
        var assets: [AssetFile] = []
        var captions: [SourceFile] = []
        var present: Set<String> = []
        var appManifestFiles: [SourceFile] = []
        var unreadAppManifests: Set<String> = []
        var appManifestNames = AppManifestNames.none
        var recordings = traffic
        var read = ReadRecordings(traffic)
        let isListing = contentPath != "pages"
        var pending = [(name: "", depth: 0)]
        while let next = pending.popLast() {
            let current = next.name.isEmpty ? folder : "\(folder)/\(next.name)"
            for entry in Self.manifestFirst(try listFolder(current)) where !entry.isHidden {
                let name = next.name.isEmpty ? entry.name : "\(next.name)/\(entry.name)"
                let entryPath = "\(folder)/\(name)"
                guard reportUnlessUsable(entry, at: entryPath, reporting: &report) else { continue }
                if next.depth == 0, !reportUnlessPageName(name, at: entryPath, reporting: &report) { continue }
                if next.depth == 0, name.hasSuffix(".md") { present.insert(name) }
                switch resolve(entryPath, kind: entry.kind, reporting: &report) {
                case .folder where isListing && Self.isEvidence(name): reportUnusedEvidence(entryPath, to: &report)
                case .folder:
                    if entry.name.hasSuffix(".md") || entry.name.hasSuffix(".json") {
                        reportFolder(entryPath, wanted: "a file", to: &report)
                    } else if next.depth < Self.deepestFolder {
                        pending.append((name, next.depth + 1))
                    } else {
                        report.error(
                            "file-unexpected",
                            "folders are nested more than \(Self.deepestFolder) deep",
                            at: SourceRange(startOf: entryPath)
                        )
                    }
                case .file where next.depth == 0 && Self.isText(entry.name):
                    let file = try loadText(entryPath, name: name, reporting: &report)
                    if let file {
                        texts.append(file)
                    } else if appManifestNames.contains(name) {
                        unreadAppManifests.insert(name)
                    }
                    if let file, name == ListingParser.manifestName { appManifestNames = AppManifestNames(in: file) }
                case .file where appManifestNames.contains(name):
                    let file = try loadText(entryPath, name: name, reporting: &report)
                    if let file { appManifestFiles.append(file) } else { unreadAppManifests.insert(name) }
                case .file where isListing && Self.isEvidence(name):
                    guard RecordedTraffic.isNamed(entry.name) else {
                        reportUnusedEvidence(entryPath, to: &report)
                        continue
                    }
                    guard read.insert(entryPath) else { continue }
                    recordings.append(try loadRecording(entryPath, reporting: &report))
                case .file where next.depth > 0 && !AssetFile.isPublished(name: entry.name):
                    reportUnpublished(entryPath, to: &report)
                case .file(let byteCount) where next.depth > 0:
                    assets.append(loadAsset(entryPath, name: name, byteCount: byteCount, reporting: &report))
                    if CaptionFile.isNamed(name) {
                        let file = try loadText(entryPath, name: name, reporting: &report)
                        if let file { captions.append(file) }
                    }
                case .file: reportStray(entryPath, to: &report)
                case nil: break
                }
            }
        }
        return SourceTree(
            path: folder,
            contentPath: contentPath,
            texts: texts,
            captions: captions,
            assets: AssetHash.completed(assets),
            appManifestFiles: appManifestFiles,
            unreadAppManifests: unreadAppManifests,
            unreadPages: present.subtracting(texts.map(\.name)),
            recordings: recordings
        )
    }

    /// Whether a path leads to something inside the content folder, after all links.
    package func holds(_ path: String) -> Bool {
        canonicalPath(path)?.hasPrefix(canonicalRoot + "/") ?? false
    }

    /// What else there is depends on what the manifest says of it.
    private static func manifestFirst(_ entries: [FolderEntry]) -> [FolderEntry] {
        guard let place = entries.firstIndex(where: { $0.name == ListingParser.manifestName }) else { return entries }
        return [entries[place]] + entries[..<place] + entries[(place + 1)...]
    }

    private static func isText(_ name: String) -> Bool {
        name.hasSuffix(".md") || name.hasSuffix(".json")
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

    private func loadAsset(
        _ path: String,
        name: String,
        byteCount: Int,
        reporting report: inout DiagnosticReport
    ) -> AssetFile {
        guard let file = OpenFile(path) else {
            report.error("file-unreadable", "'\(path)' cannot be read", at: SourceRange(startOf: path))
            return AssetFile(path: path, name: name, byteCount: byteCount)
        }
        var window = ByteWindow(byteCount: file.byteCount, fetch: file.bytes)
        let facts = MediaReader.facts(of: &window)
        let hash = window.whole.map { AssetHash.of([$0]) }
        return AssetFile(path: path, name: name, byteCount: file.byteCount, facts: facts, contentHash: hash)
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

    private func loadText(
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

    /// The folder of such a page would stand where a file of the site does.
    private static let reservedPages: Set<String> = ["index.html.md", "index.md.md", "listing.json.md"]

    private func reportUnlessPageName(_ name: String, at path: String, reporting report: inout DiagnosticReport) -> Bool
    {
        guard Self.reservedPages.contains(name.lowercased()) else { return true }
        report.error(
            "file-name-invalid",
            "a page cannot be called '\(name)', since the site has a file '\(name.dropLast(3))' beside it",
            at: SourceRange(startOf: path)
        )
        return false
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

    private func reportStray(_ path: String, to report: inout DiagnosticReport) {
        report.warning(
            "file-unexpected",
            "'\(path)' is not used: pages are '.md' files, and media stand in 'media'",
            at: SourceRange(startOf: path)
        )
    }

    private func reportUnpublished(_ path: String, to report: inout DiagnosticReport) {
        let advice =
            path.hasSuffix(".md")
            ? "pages stand at the top of the listing's folder"
            : "only pictures, videos, captions and texts are published"
        report.error(
            "file-type-not-allowed",
            "'\(path)' cannot be published: \(advice)",
            at: SourceRange(startOf: path)
        )
    }

    private func reportFolder(_ path: String, wanted: String, to report: inout DiagnosticReport) {
        report.error(
            "file-not-regular",
            "'\(path)' is a folder where \(wanted) is expected",
            at: SourceRange(startOf: path)
        )
    }
}
