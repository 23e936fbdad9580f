package import Diagnostics
package import FileSystem

/// Where the files of a content folder come from: the disk, or a revision that a repository keeps.
package protocol ContentFiles: Sendable {
    /// The folder, as diagnostics show it.
    var path: String { get }

    /// The names of the folders below `integrations`, each the id of an integration.
    func integrationIDs(reporting report: inout DiagnosticReport) throws(FileSystemError) -> [String]

    /// A text by its path from the root of the content folder; nil after a diagnostic when it is missing or unreadable.
    func loadRootFile(
        _ name: String,
        limit: Int,
        reporting report: inout DiagnosticReport
    ) throws(FileSystemError) -> SourceFile?
}

extension ContentLoader: ContentFiles {}
