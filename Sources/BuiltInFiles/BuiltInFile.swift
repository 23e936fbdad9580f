import CBuiltInFiles

/// A file that travels inside the program, so that it works without its repository.
package struct BuiltInFile: Sendable {
    /// In the program: `theme/templates/card.mustache`, `packs/moengage.json`, `starter/Content/site.json`.
    package let path: String
    package let bytes: [UInt8]

    package static let all: [BuiltInFile] = (0..<Int(candor_built_in_file_count)).map { index in
        let file = unsafe candor_built_in_file(index)
        return unsafe BuiltInFile(
            path: String(cString: file.path),
            bytes: Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
        )
    }

    /// The files of one folder, by their paths below it.
    package static func files(below folder: String) -> [BuiltInFile] {
        all.filter { $0.path.hasPrefix(folder) }
            .map { BuiltInFile(path: String($0.path.dropFirst(folder.count)), bytes: $0.bytes) }
    }
}
