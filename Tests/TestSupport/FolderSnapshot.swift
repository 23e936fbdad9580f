package import Foundation

/// Everything below a folder at one moment: names, bytes, and which file on the disk holds them.
package struct FolderSnapshot: Sendable, Equatable {
    package struct File: Sendable, Equatable {
        package let bytes: Data
        package let inode: UInt64
        package let modified: Date
    }

    /// By path from the folder; links and whatever else is no file are left out.
    package let files: [String: File]

    package init(_ folder: URL) throws {
        var files: [String: File] = [:]
        let manager = FileManager.default
        for name in try manager.subpathsOfDirectory(atPath: folder.path) {
            let path = folder.appending(path: name).path
            let attributes = try manager.attributesOfItem(atPath: path)
            guard attributes[.type] as? FileAttributeType == .typeRegular else { continue }
            files[name] = File(
                bytes: try Data(contentsOf: URL(filePath: path)),
                inode: (attributes[.systemFileNumber] as? NSNumber)?.uint64Value ?? 0,
                modified: attributes[.modificationDate] as? Date ?? .distantPast
            )
        }
        self.files = files
    }

    package var names: [String] { files.keys.sorted() }

    /// Names and bytes alone, for two folders that were written at different times.
    package var content: [String: Data] { files.mapValues(\.bytes) }

    package func text(_ name: String) -> String {
        String(decoding: files[name]?.bytes ?? Data(), as: UTF8.self)
    }
}
