package import Foundation

/// Conformance suites that stand beside the project and are never copied into it.
package enum SharedData {
    /// `../shared/data`, seen from the package.
    package static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "shared/data")

    /// Whether a suite can be read here; tests that need it are disabled, and say so, where it is missing.
    package static func has(_ suite: String) -> Bool {
        FileManager.default.fileExists(atPath: folder.appending(path: suite).path)
    }

    package static func files(of suite: String) throws -> [URL] {
        try FileManager.default.contentsOfDirectory(
            at: folder.appending(path: suite),
            includingPropertiesForKeys: nil
        )
        .sorted { $0.lastPathComponent < $1.lastPathComponent }
    }
}
