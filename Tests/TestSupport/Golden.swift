package import Foundation

/// What a test expects, kept as files below `Tests/Fixtures`.
///
/// `UPDATE_GOLDEN=1` writes what was found in their place, and the test fails all the same: a run that changed what is
/// expected has proved nothing.
package enum Golden {
    /// What differs, a line each; empty when everything is as expected.
    package static func differences(of found: [String: Data], from folder: String) throws -> [String] {
        let expected = PackageFolder.url(of: "Tests/Fixtures/\(folder)")
        guard ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != "1" else {
            try rewrite(found, in: expected)
            return ["'\(folder)' was written anew; look at the change, and run again without UPDATE_GOLDEN"]
        }
        guard FileManager.default.fileExists(atPath: expected.path) else { return ["'\(folder)' is missing"] }
        let wanted = try FolderSnapshot(expected).content
        return Set(found.keys).union(wanted.keys).sorted().compactMap { name in
            switch (found[name], wanted[name]) {
            case (nil, _): "'\(name)' was expected and is not there"
            case (_, nil): "'\(name)' is there and was not expected"
            case (let new?, let old?): new == old ? nil : "'\(name)': \(firstDifference(new, old))"
            }
        }
    }

    private static func rewrite(_ found: [String: Data], in folder: URL) throws {
        try? FileManager.default.removeItem(at: folder)
        for (name, bytes) in found {
            let file = folder.appending(path: name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try bytes.write(to: file)
        }
    }

    private static func firstDifference(_ new: Data, _ old: Data) -> String {
        func lines(_ bytes: Data) -> [Substring] {
            String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        }
        let (newLines, oldLines) = (lines(new), lines(old))
        let line = zip(newLines, oldLines).prefix { $0 == $1 }.count
        let (found, expected) = (newLines.dropFirst(line).first ?? "", oldLines.dropFirst(line).first ?? "")
        return "line \(line + 1) is '\(found)' and '\(expected)' was expected"
    }
}
