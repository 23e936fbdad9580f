import Diagnostics
import Evidence
import FileSystem

/// What stands in the folder `evidence` of a listing: it is read and never published.
extension ContentLoader {
    static let evidence = "evidence"

    func loadEvidence(
        _ folder: String,
        reporting report: inout DiagnosticReport
    ) throws(FileSystemError) -> [RecordedTraffic] {
        var recordings: [RecordedTraffic] = []
        for entry in try listFolder(folder) where !entry.isHidden {
            let path = "\(folder)/\(entry.name)"
            guard reportUnlessUsable(entry, at: path, reporting: &report) else { continue }
            switch resolve(path, kind: entry.kind, reporting: &report) {
            case .file where RecordedTraffic.isNamed(entry.name):
                if let recording = try loadRecording(path, reporting: &report) { recordings.append(recording) }
            case .file, .folder:
                report.warning(
                    "file-unexpected",
                    "'\(path)' is not used: evidence is recorded traffic, in '.har' files",
                    at: SourceRange(startOf: path)
                )
            case nil: break
            }
        }
        return recordings
    }

    /// The file's bytes are let go before anything else is read.
    func loadRecording(
        _ path: String,
        reporting report: inout DiagnosticReport
    ) throws(FileSystemError) -> RecordedTraffic? {
        guard let contents = try contents(of: path, limit: RecordedTraffic.longestFile, reporting: &report) else {
            return nil
        }
        switch contents {
        case .bytes(let bytes): return RecordedTraffic(bytes, path: path, reporting: &report)
        case .tooLarge(let byteCount):
            report.error(
                "file-too-large",
                "'\(path)' has \(byteCount) bytes, and a recording may have \(RecordedTraffic.longestFile)",
                at: SourceRange(startOf: path)
            )
        case .notAFile:
            report.error("file-not-regular", "'\(path)' is not a file", at: SourceRange(startOf: path))
        }
        return nil
    }
}
