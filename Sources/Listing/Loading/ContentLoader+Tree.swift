import Diagnostics
import Evidence
import FileSystem

/// What a folder of pages and media has: that of a listing, or that of the directory's own pages.
extension ContentLoader {
    /// What was found in a folder so far.
    private struct Gathered {
        let folder: String
        let contentPath: String
        var texts: [SourceFile] = []
        var assets: [AssetFile] = []
        var captions: [SourceFile] = []
        /// The pages that are there, readable or not.
        var pages: Set<String> = []
        var appManifestFiles: [SourceFile] = []
        var unreadAppManifests: Set<String> = []
        var appManifestNames = AppManifestNames.none
        var recordings: [RecordedTraffic]
        var read: ReadRecordings

        init(_ folder: String, _ contentPath: String, _ traffic: [RecordedTraffic]) {
            self.folder = folder
            self.contentPath = contentPath
            recordings = traffic
            read = ReadRecordings(traffic)
        }

        var isListing: Bool { contentPath != "pages" }

        var tree: SourceTree {
            SourceTree(
                path: folder,
                contentPath: contentPath,
                texts: texts,
                captions: captions,
                assets: AssetHash.completed(assets),
                appManifestFiles: appManifestFiles,
                unreadAppManifests: unreadAppManifests,
                unreadPages: pages.subtracting(texts.map(\.name)),
                recordings: recordings
            )
        }
    }

    /// An entry of the folder or of one below it.
    private struct Entry {
        /// Without its folders.
        let ownName: String
        /// From the folder of the tree.
        let name: String
        let path: String
        /// How many folders it stands below that of the tree.
        let depth: Int
        let kind: FileKind?
    }

    // A listing has pages at its top and media below; this bounds what a maze of folders can cost.
    private static let deepestFolder = 4

    func loadTree(
        _ contentPath: String,
        _ traffic: [RecordedTraffic] = [],
        reporting report: inout DiagnosticReport
    ) throws(FileSystemError) -> SourceTree {
        let folder = "\(path)/\(contentPath)"
        var gathered = Gathered(folder, contentPath, traffic)
        var pending = [(name: "", depth: 0)]
        while let next = pending.popLast() {
            let current = next.name.isEmpty ? folder : "\(folder)/\(next.name)"
            for found in Self.manifestFirst(try listFolder(current)) where !found.isHidden {
                let name = next.name.isEmpty ? found.name : "\(next.name)/\(found.name)"
                let path = "\(folder)/\(name)"
                guard reportUnlessUsable(found, at: path, reporting: &report) else { continue }
                let entry = Entry(ownName: found.name, name: name, path: path, depth: next.depth, kind: found.kind)
                if try load(entry, into: &gathered, reporting: &report) { pending.append((name, next.depth + 1)) }
            }
        }
        return gathered.tree
    }

    /// Whether the entry is a folder to go on with.
    private func load(
        _ entry: Entry,
        into gathered: inout Gathered,
        reporting report: inout DiagnosticReport
    ) throws(FileSystemError) -> Bool {
        if entry.depth == 0 {
            guard reportUnlessPageName(entry.name, at: entry.path, reporting: &report) else { return false }
            if entry.name.hasSuffix(".md") { gathered.pages.insert(entry.name) }
        }
        switch resolve(entry.path, kind: entry.kind, reporting: &report) {
        case .folder: return isToBeRead(entry, in: gathered, reporting: &report)
        case .file(let byteCount): try loadFile(entry, byteCount, into: &gathered, reporting: &report)
        case nil: break
        }
        return false
    }

    private func isToBeRead(_ folder: Entry, in gathered: Gathered, reporting report: inout DiagnosticReport) -> Bool {
        if gathered.isListing, Self.isEvidence(folder.name) {
            reportUnusedEvidence(folder.path, to: &report)
        } else if Self.isText(folder.ownName) {
            reportFolder(folder.path, wanted: "a file", to: &report)
        } else if folder.depth < Self.deepestFolder {
            return true
        } else {
            report.error(
                "file-unexpected",
                "folders are nested more than \(Self.deepestFolder) deep",
                at: SourceRange(startOf: folder.path)
            )
        }
        return false
    }

    private func loadFile(
        _ entry: Entry,
        _ byteCount: Int,
        into gathered: inout Gathered,
        reporting report: inout DiagnosticReport
    ) throws(FileSystemError) {
        if entry.depth == 0, Self.isText(entry.ownName) {
            try loadPage(entry, into: &gathered, reporting: &report)
        } else if gathered.appManifestNames.contains(entry.name) {
            try loadAppManifest(entry, into: &gathered, reporting: &report)
        } else if gathered.isListing, Self.isEvidence(entry.name) {
            try loadEvidence(entry, into: &gathered, reporting: &report)
        } else if entry.depth == 0 {
            reportStray(entry.path, to: &report)
        } else if !AssetFile.isPublished(name: entry.ownName) {
            reportUnpublished(entry.path, to: &report)
        } else {
            try loadMedia(entry, byteCount, into: &gathered, reporting: &report)
        }
    }

    /// A page, the manifest of the listing, or an app manifest beside it.
    private func loadPage(
        _ entry: Entry,
        into gathered: inout Gathered,
        reporting report: inout DiagnosticReport
    ) throws(FileSystemError) {
        guard let file = try loadText(entry.path, name: entry.name, reporting: &report) else {
            if gathered.appManifestNames.contains(entry.name) { gathered.unreadAppManifests.insert(entry.name) }
            return
        }
        gathered.texts.append(file)
        if entry.name == ListingParser.manifestName { gathered.appManifestNames = AppManifestNames(in: file) }
    }

    private func loadAppManifest(
        _ entry: Entry,
        into gathered: inout Gathered,
        reporting report: inout DiagnosticReport
    ) throws(FileSystemError) {
        if let file = try loadText(entry.path, name: entry.name, reporting: &report) {
            gathered.appManifestFiles.append(file)
        } else {
            gathered.unreadAppManifests.insert(entry.name)
        }
    }

    private func loadEvidence(
        _ entry: Entry,
        into gathered: inout Gathered,
        reporting report: inout DiagnosticReport
    ) throws(FileSystemError) {
        guard RecordedTraffic.isNamed(entry.ownName) else { return reportUnusedEvidence(entry.path, to: &report) }
        guard gathered.read.insert(entry.path) else { return }
        gathered.recordings.append(try loadRecording(entry.path, reporting: &report))
    }

    private func loadMedia(
        _ entry: Entry,
        _ byteCount: Int,
        into gathered: inout Gathered,
        reporting report: inout DiagnosticReport
    ) throws(FileSystemError) {
        gathered.assets.append(loadAsset(entry.path, name: entry.name, byteCount: byteCount, reporting: &report))
        guard CaptionFile.isNamed(entry.name) else { return }
        if let file = try loadText(entry.path, name: entry.name, reporting: &report) { gathered.captions.append(file) }
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
}
