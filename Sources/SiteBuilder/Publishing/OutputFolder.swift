import Diagnostics
import FileSystem

/// The folder that readers see, and the record of what Candor made in it.
struct OutputFolder: Sendable {
    let path: String
    /// The files of the site that stands there, as the record names them.
    let ownFiles: Set<String>

    /// The record: the paths of all files of the site, a line each, in the order of their bytes.
    static let recordName = ".candor-files"
    /// Kept where it is, so that an empty output folder can be committed.
    static let keptNames: Set<String> = [".gitkeep"]

    /// Whoever names a wrong folder need not read the name of each file in it.
    private static let mostReported = 20
    private static let longestRecord = 256 << 20

    init(path: String) throws(FileSystemError) {
        let trimmed = Self.trimmed(path)
        // A link stays a link: the folder that it leads to is the one that is exchanged.
        self.path = FileStatus.of(trimmed)?.kind == .symbolicLink ? canonicalPath(trimmed) ?? trimmed : trimmed
        let record = "\(self.path)/\(Self.recordName)"
        guard FileStatus.of(record)?.kind == .file,
            case .bytes(let bytes) = try readFile(record, limit: Self.longestRecord)
        else {
            ownFiles = []
            return
        }
        ownFiles = Set(String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init))
    }

    /// Without what says nothing at the end: `Output//`, `./Output/.`.
    private static func trimmed(_ path: String) -> String {
        var trimmed = path
        while trimmed.count > 1, trimmed.hasSuffix("/") || trimmed.hasSuffix("/.") {
            trimmed.removeLast(trimmed.hasSuffix("/") ? 1 : 2)
        }
        return trimmed.isEmpty ? "/" : trimmed
    }

    /// A folder that cannot change places with another: the working folder itself, or one above it.
    private var isPlaceOfItsOwn: Bool {
        path != "/" && path != "." && path != ".." && !path.hasSuffix("/..")
    }

    var exists: Bool { FileStatus.of(path) != nil }

    /// Reports what would be lost if the folder were replaced: nothing that Candor did not make is ever removed.
    func reportForeignFiles(to report: inout DiagnosticReport) throws(FileSystemError) {
        guard isPlaceOfItsOwn else {
            report.error(
                "output-not-a-folder",
                "'\(path)' cannot be replaced by a site; name a folder of its own",
                at: SourceRange(startOf: path)
            )
            return
        }
        guard let kind = FileStatus.of(path, followingLinks: true)?.kind else { return }
        guard kind == .folder else {
            report.error("output-not-a-folder", "'\(path)' is not a folder", at: SourceRange(startOf: path))
            return
        }
        let foreign = try foreignFiles(in: path, most: Self.mostReported + 1)
        for name in foreign.prefix(Self.mostReported) {
            report.error(
                "output-foreign-file",
                "'\(path)/\(name)' was not made by Candor, and would be lost; move it or choose another output",
                at: SourceRange(startOf: "\(path)/\(name)")
            )
        }
        if foreign.count > Self.mostReported {
            report.error("output-foreign-file", "and more files in '\(path)'", at: SourceRange(startOf: path))
        }
    }

    /// What stands in a folder of the site and is not named by the record, by paths from that folder.
    func foreignFiles(in root: String, most: Int = .max) throws(FileSystemError) -> [String] {
        var foreign: [String] = []
        var pending = [""]
        while let folder = pending.popLast(), foreign.count < most {
            for entry in try listFolder(folder.isEmpty ? root : "\(root)/\(folder)") {
                let name = folder.isEmpty ? entry.name : "\(folder)/\(entry.name)"
                if entry.kind == .folder { pending.append(name) } else if !isOwn(name) { foreign.append(name) }
            }
        }
        return Array(foreign.prefix(most))
    }

    /// Reports a site that the next build would take for content.
    func reportIfInside(content: String, to report: inout DiagnosticReport) {
        guard let place = nearestExistingPath else { return }
        for part in ["integrations", "pages"] {
            guard let folder = canonicalPath("\(content)/\(part)"), place == folder || place.hasPrefix(folder + "/")
            else { continue }
            report.error(
                "output-inside-content",
                "'\(path)' lies among the content, and the next build would take the site for a part of it",
                at: SourceRange(startOf: path)
            )
        }
    }

    /// Without links; of the folder above as long as the folder itself is not there.
    private var nearestExistingPath: String? {
        var path = self.path
        while true {
            if let found = canonicalPath(path) { return found }
            guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return nil }
            path = String(path[..<slash])
        }
    }

    private func isOwn(_ name: String) -> Bool {
        ownFiles.contains(name) || name == Self.recordName || Self.keptNames.contains(name)
    }
}
