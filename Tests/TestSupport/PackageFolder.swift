package import Foundation

/// Where the package stands, for tests that look at its own sources and content.
package enum PackageFolder {
    package static let url = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    package static func url(of path: String) -> URL { url.appending(path: path) }

    /// The files with an ending below a folder, as paths from the package, in order.
    package static func files(below folder: String, ending: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: url(of: folder).path)
            .filter { $0.hasSuffix(ending) }.map { "\(folder)/\($0)" }.sorted()
    }

    package static func text(_ path: String) throws -> String {
        try String(contentsOf: url(of: path), encoding: .utf8)
    }
}
