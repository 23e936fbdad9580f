import Diagnostics
import FileSystem
import Listing
import LocatedJSON
import Templates

/// One theme as it is written, without what it takes from those that it extends.
struct ThemeSource: Sendable {
    /// What describes it; nil for the theme that travels inside the program.
    let manifest: String?
    let extends: Located<String>?
    let templates: [ThemeFile]
    let assets: [ThemeFile]
    let texts: [ThemeFile]
    let textsFolder: String?

    var isOnDisk: Bool { manifest != nil }

    static let builtIn = ThemeSource(
        manifest: nil,
        extends: nil,
        templates: BuiltInTheme.templates,
        assets: BuiltInTheme.assets,
        // They stand behind every theme in any case.
        texts: [],
        textsFolder: nil
    )
}

/// Reads a theme from its folder.
struct ThemeFolder {
    let path: String

    private static let manifestName = "theme.json"
    private static let longestFile = 4 << 20

    private struct Extends {
        let theme: Located<String>?
    }

    /// Nil where it cannot be told what the theme builds on.
    func read(reporting report: inout DiagnosticReport) throws(FileSystemError) -> ThemeSource? {
        try warnOfStrays(reporting: &report)
        guard let extends = try readExtends(reporting: &report) else { return nil }
        let texts = try files(in: "\(path)/texts", endings: [".json"], reporting: &report)
        warnOfNoLanguages(texts, reporting: &report)
        return ThemeSource(
            manifest: "\(path)/\(Self.manifestName)",
            extends: extends.theme,
            templates: try files(in: "\(path)/templates", endings: [".mustache"], reporting: &report),
            assets: try files(in: "\(path)/assets", endings: nil, reporting: &report),
            texts: texts,
            textsFolder: "\(path)/texts"
        )
    }

    private func warnOfNoLanguages(_ texts: [ThemeFile], reporting report: inout DiagnosticReport) {
        for file in texts where !isLanguageTag(file.name) {
            let meant = file.name.replacing("_", with: "-")
            report.warning(
                "theme-file-unused",
                "'\(file.name)' is no tag of a language"
                    + (isLanguageTag(meant) ? "; did you mean '\(meant)'?" : ""),
                at: SourceRange(startOf: file.path),
                notes: [Note("texts stand in 'en.json', 'pt-BR.json': files that are named by BCP 47 tags")]
            )
        }
    }

    private func warnOfStrays(reporting report: inout DiagnosticReport) throws(FileSystemError) {
        for entry in try listFolder(path) where !entry.name.hasPrefix(".") && !Self.isKnown(entry.name) {
            reportUnused("\(path)/\(entry.name)", to: &report)
        }
        for (name, ending) in [("templates", ".mustache"), ("texts", ".json")] {
            let folder = "\(path)/\(name)"
            guard FileStatus.of(folder, followingLinks: true)?.kind == .folder else { continue }
            for entry in try listFolder(folder) where !entry.name.hasPrefix(".") && !entry.name.hasSuffix(ending) {
                reportUnused("\(folder)/\(entry.name)", to: &report)
            }
        }
    }

    private func reportUnused(_ path: String, to report: inout DiagnosticReport) {
        report.warning(
            "theme-file-unused",
            "'\(path)' is not used",
            at: SourceRange(startOf: path),
            notes: [
                Note(
                    "a theme is 'theme.json', the '.mustache' files of 'templates', the '.json' files of 'texts', and 'assets'"
                )
            ]
        )
    }

    /// What tells people about a theme stays beside it.
    private static func isKnown(_ name: String) -> Bool {
        let stem = name.prefix { $0 != "." }
        return ["theme.json", "templates", "assets", "texts"].contains(name)
            || ["README", "LICENSE", "CHANGELOG"].contains(stem)
    }

    /// The theme that it extends, or nothing; nil where that cannot be read.
    private func readExtends(reporting report: inout DiagnosticReport) throws(FileSystemError) -> Extends? {
        let path = "\(path)/\(Self.manifestName)"
        guard FileStatus.of(path) != nil, case .bytes(let bytes) = try readFile(path, limit: Self.longestFile) else {
            report.error(
                "file-missing",
                "a theme has a file 'theme.json' with its \"name\" and the theme that it \"extends\"",
                at: SourceRange(startOf: path)
            )
            return nil
        }
        guard let value = JSONParser.parse(bytes, path: path, reporting: &report) else { return nil }
        var found = DiagnosticReport()
        Self.schema.check(value, path: path, reporting: &found)
        report.add(contentsOf: found)
        let extends = JSONObject(value, path: path)?.string("extends", .identifier)
        // Without what it extends nearly all of it would seem to be missing.
        return extends == nil && found.hasErrors ? nil : Extends(theme: extends)
    }

    static let schema = ObjectSchema(
        title: "Theme",
        description: "What a theme is called and which one it builds on.",
        properties: [
            .required("name", .identifier, "The name of its folder."),
            .optional("title", .string, "What people call it."),
            .optional("extends", .identifier, "The theme whose templates and assets it uses unless it has its own."),
        ]
    )

    private func files(
        in folder: String,
        endings: [String]?,
        reporting report: inout DiagnosticReport
    ) throws(FileSystemError) -> [ThemeFile] {
        guard FileStatus.of(folder, followingLinks: true)?.kind == .folder else { return [] }
        var files: [ThemeFile] = []
        for entry in try listFolder(folder) where !entry.name.hasPrefix(".") {
            let path = "\(folder)/\(entry.name)"
            guard let ending = endings.map({ $0.first(where: entry.name.hasSuffix) }) ?? "", entry.isNameText else {
                continue
            }
            guard case .bytes(let bytes) = try readFile(path, limit: Self.longestFile) else {
                report.error(
                    "theme-file-unusable",
                    "'\(path)' is no file, or has more than \(Self.longestFile) bytes",
                    at: SourceRange(startOf: path)
                )
                continue
            }
            guard endings == nil || (!bytes.contains(0) && String(validating: bytes, as: UTF8.self) != nil) else {
                report.error(
                    "theme-file-unusable",
                    "'\(path)' is not a text in UTF-8",
                    at: SourceRange(startOf: path)
                )
                continue
            }
            files.append(ThemeFile(name: String(entry.name.dropLast(ending.count)), path: path, bytes: bytes))
        }
        return files
    }
}
