import Diagnostics
import Evidence
import FileSystem

/// What stands in the folder `evidence` of a listing: it is read and never published.
extension ContentLoader {
    private static let evidence = "evidence"

    /// Whether something stands in the folder of evidence, by its name from the folder of the listing.
    static func isEvidence(_ name: String) -> Bool { name.hasPrefix(evidence + "/") }

    func reportUnusedEvidence(_ path: String, to report: inout DiagnosticReport) {
        report.warning(
            "file-unexpected",
            "'\(path)' is not used: evidence is recorded traffic, in '.har' files",
            at: SourceRange(startOf: path)
        )
    }

    /// The file's bytes are let go before anything else is read.
    ///
    /// Of one that cannot be read nothing is known, which is something else than none.
    func loadRecording(
        _ path: String,
        reporting report: inout DiagnosticReport
    ) throws(FileSystemError) -> RecordedTraffic {
        let limit = RecordedTraffic.longestFile
        guard let bytes = try bytes(of: path, as: "a recording", limit: limit, reporting: &report) else {
            return RecordedTraffic(path: path, isWhole: false)
        }
        return RecordedTraffic(bytes, path: path, reporting: &report)
    }
}
