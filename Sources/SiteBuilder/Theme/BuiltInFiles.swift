import CBuiltInFiles

/// The files that travel inside the program, so that it works without its repository.
package enum BuiltInFiles {
    static let themeName = "default"

    static let themeTemplates: [ThemeFile] = theme("templates/", ending: ".mustache")
    static let themeAssets: [ThemeFile] = theme("assets/", ending: "")

    /// The small site that `candor init` begins with, by path.
    package static let starter: [(path: String, bytes: [UInt8])] = files(below: "starter/")

    /// Every file by its path in the program: `theme/templates/card.mustache`.
    package static let all: [(path: String, bytes: [UInt8])] = {
        let count = candor_built_in_file_count
        return (0..<Int(count)).map { index in
            let file = unsafe candor_built_in_file(index)
            return unsafe (
                path: String(cString: file.path),
                bytes: Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
            )
        }
    }()

    private static func files(below prefix: String) -> [(path: String, bytes: [UInt8])] {
        all.filter { $0.path.hasPrefix(prefix) }.map { (String($0.path.dropFirst(prefix.count)), $0.bytes) }
    }

    private static func theme(_ kind: String, ending: String) -> [ThemeFile] {
        files(below: "theme/\(kind)").map { file in
            ThemeFile(
                name: String(file.path.dropLast(ending.count)),
                path: "Themes/\(themeName)/\(kind)\(file.path)",
                bytes: file.bytes
            )
        }
    }
}
