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
        var trimmed = path
        while trimmed.utf8.count > 1, trimmed.hasSuffix("/") { trimmed.removeLast() }
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

    var exists: Bool { FileStatus.of(path) != nil }

    /// Reports what would be lost if the folder were replaced: nothing that Candor did not make is ever removed.
    func reportForeignFiles(to report: inout DiagnosticReport) throws(FileSystemError) {
        guard let kind = FileStatus.of(path, followingLinks: true)?.kind else { return }
        guard kind == .folder else {
            report.error("output-not-a-folder", "'\(path)' is not a folder", at: SourceRange(startOf: path))
            return
        }
        var pending = [""]
        var foreignCount = 0
        while let folder = pending.popLast() {
            let current = folder.isEmpty ? path : "\(path)/\(folder)"
            for entry in try listFolder(current) {
                let name = folder.isEmpty ? entry.name : "\(folder)/\(entry.name)"
                if entry.kind == .folder {
                    pending.append(name)
                } else if !isOwn(name) {
                    foreignCount += 1
                    guard foreignCount <= Self.mostReported else {
                        report.error(
                            "output-foreign-file",
                            "'\(path)' holds more files that were not made by Candor",
                            at: SourceRange(startOf: path)
                        )
                        return
                    }
                    report.error(
                        "output-foreign-file",
                        "'\(path)/\(name)' was not made by Candor, and would be lost; move it or choose another output",
                        at: SourceRange(startOf: "\(path)/\(name)")
                    )
                }
            }
        }
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
