import Diagnostics

/// The folders of listings with a file that could not be taken in as it is: what is not found there is not mended.
package struct FaultyFolders {
    private let folders: Set<String>

    /// - Parameter contentPath: the path of a finding from the root of the content folder.
    init(in report: DiagnosticReport, contentPath: (Diagnostic) -> String) {
        // What is no rule's comes from reading the files.
        let faults = report.diagnostics.filter { finding in
            finding.severity == .error && RuleRegistry.description(of: finding.id) == nil
        }
        folders = Set(faults.map { Self.folder(of: contentPath($0)) })
    }

    package func contains(_ contentPath: String) -> Bool { folders.contains(Self.folder(of: contentPath)) }

    /// `integrations/acme` of `integrations/acme/setup.md`, and `pages` of `pages/help.md`.
    private static func folder(of contentPath: String) -> String {
        let parts = contentPath.split(separator: "/", maxSplits: 2)
        return parts.first == "integrations" ? parts.prefix(2).joined(separator: "/") : String(parts.first ?? "")
    }
}
