import BuiltInFiles

/// The default theme as it travels inside the program.
enum BuiltInTheme {
    static let name = "default"

    static let templates: [ThemeFile] = files(in: "templates/", ending: ".mustache")
    static let texts: [ThemeFile] = files(in: "texts/", ending: ".json")
    static let assets: [ThemeFile] = files(in: "assets/", ending: "")

    private static func files(in kind: String, ending: String) -> [ThemeFile] {
        BuiltInFile.files(below: "theme/\(kind)").map { file in
            ThemeFile(
                name: String(file.path.dropLast(ending.count)),
                path: "Themes/\(name)/\(kind)\(file.path)",
                bytes: file.bytes
            )
        }
    }
}
