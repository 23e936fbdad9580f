import BuiltInFiles
import Foundation
import TestSupport
import Testing

/// What the program should carry: the files of the folders, under their paths in the program.
private func filesOnDisk() throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    let folders = [
        ("Themes/default", "theme"), ("Sources/CBuiltInFiles/packs", "packs"),
        ("Sources/CBuiltInFiles/preview", "preview"), ("Sources/CBuiltInFiles/report", "report"),
        ("Sources/CBuiltInFiles/schemas", "schemas"),
        ("Sources/CBuiltInFiles/starter", "starter"),
    ]
    for (folder, prefix) in folders {
        let url = PackageFolder.url(of: folder)
        guard FileManager.default.fileExists(atPath: url.path) else { continue }
        for name in try FileManager.default.subpathsOfDirectory(atPath: url.path) {
            var isFolder = ObjCBool(false)
            let file = url.appending(path: name)
            _ = FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder)
            guard !isFolder.boolValue, !file.lastPathComponent.hasPrefix(".") else { continue }
            files["\(prefix)/\(name)"] = Array(try Data(contentsOf: file))
        }
    }
    return files
}

@Test func `the program carries every file of its folders, byte for byte`() throws {
    let expected = try filesOnDisk()
    let carried = Dictionary(BuiltInFile.all.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    #expect(carried.keys.sorted() == expected.keys.sorted(), "run Sources/CBuiltInFiles/list-files")
    #expect(BuiltInFile.all.count == carried.count)
    for (path, bytes) in expected where carried[path] != nil {
        #expect(carried[path] == bytes, "'\(path)' has changed since it was compiled; build again")
    }
}
