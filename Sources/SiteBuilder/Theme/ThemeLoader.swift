import Diagnostics
import FileSystem
import Listing
import LocatedJSON
import Templates

/// Finds a theme and those that it extends, and proves that its templates only say what the views can answer.
struct ThemeLoader {
    /// Where the user's themes are; the built-in theme is used where `default` is not among them.
    let folder: String

    private static let longestChain = 8
    private static let longestFile = 4 << 20

    func load(
        _ name: String,
        namedAt place: SourceRange,
        languages: [String],
        reporting report: inout DiagnosticReport
    ) throws(FileSystemError) -> Theme? {
        var templates: [String: ThemeFile] = [:]
        var assets: [String: ThemeFile] = [:]
        var texts: [[ThemeFile]] = []
        var chain: [String] = []
        var own: [ThemeFile] = []
        var next: (name: String, place: SourceRange)? = (name, place)
        while let current = next {
            guard !chain.contains(current.name), chain.count < Self.longestChain else {
                report.error(
                    "theme-extends-itself",
                    "theme '\(current.name)' is extended by a theme that extends it, or the chain is too long",
                    at: current.place
                )
                return nil
            }
            chain.append(current.name)
            guard let source = try source(of: current.name, namedAt: current.place, reporting: &report) else {
                return nil
            }
            // A theme that is extended may have more than the one that extends it wants of it.
            if chain.count == 1, source.isOnDisk { own = source.templates }
            // What stands nearer to the theme that was asked for wins.
            for file in source.templates where templates[file.name] == nil { templates[file.name] = file }
            for file in source.assets where assets[file.name] == nil { assets[file.name] = file }
            texts.append(source.texts)
            next = source.extends.map { ($0.value, $0.range) }
        }
        let library = TemplateLibrary(
            templates.values.sorted { $0.name < $1.name }.map {
                TemplateLibrary.File(name: $0.name, path: $0.path, bytes: $0.bytes)
            },
            reporting: &report
        )
        let translations = translations(
            of: library,
            ThemeTexts(of: texts),
            languages,
            namedAt: place,
            reporting: &report
        )
        warnOfUnused(own, in: library, reporting: &report)
        return Theme(
            library: library,
            texts: ThemeTexts(of: texts),
            translations: translations,
            assets: Array(assets.values)
        )
    }

    private func warnOfUnused(
        _ templates: [ThemeFile],
        in library: TemplateLibrary,
        reporting report: inout DiagnosticReport
    ) {
        let used = library.names(reachableFrom: ThemeTemplate.allCases.map(\.rawValue))
        for file in templates where !used.contains(file.name) {
            let guess = closestMatch(to: file.name, among: ThemeTemplate.allCases.map(\.rawValue))
            report.warning(
                "theme-file-unused",
                "no page uses the template '\(file.name)'" + (guess.map { "; did you mean '\($0)'?" } ?? ""),
                at: SourceRange(startOf: file.path)
            )
        }
    }

    private func translations(
        of library: TemplateLibrary,
        _ texts: ThemeTexts,
        _ languages: [String],
        namedAt place: SourceRange,
        reporting report: inout DiagnosticReport
    ) -> [String: TemplateLibrary] {
        let used = library.textKeys(reachableFrom: ThemeTemplate.allCases.map(\.rawValue))
        var found = DiagnosticReport()
        var translations: [String: TemplateLibrary] = [:]
        for language in languages where translations[language] == nil {
            let texts = texts.texts(in: language, namedAt: place, usedByTemplates: used, reporting: &found)
            let translation = library.translated(into: texts, reporting: &found)
            for template in ThemeTemplate.allCases {
                TemplateChecker.check(translation, entry: template.rawValue, shape: template.shape, reporting: &found)
            }
            translations[language] = translation
        }
        for problem in Self.withoutRepeats(found) { report.add(problem) }
        return translations
    }

    /// A partial is looked at once for every template that brings it in, and everything once for every language; what is
    /// wrong with it is said once.
    private static func withoutRepeats(_ found: DiagnosticReport) -> [Diagnostic] {
        var seen: Set<Diagnostic> = []
        return found.diagnostics.filter { problem in
            guard let place = problem.range else { return true }
            // What is missing differs from language to language.
            let message = problem.id == "theme-text-missing" ? problem.message : ""
            let core = Diagnostic(id: problem.id, severity: problem.severity, message: message, range: place)
            return seen.insert(core).inserted
        }
    }

    private struct Source {
        let isOnDisk: Bool
        let extends: Located<String>?
        let templates: [ThemeFile]
        let assets: [ThemeFile]
        let texts: [ThemeFile]
    }

    private func source(
        of name: String,
        namedAt place: SourceRange,
        reporting report: inout DiagnosticReport
    ) throws(FileSystemError) -> Source? {
        let path = "\(folder)/\(name)"
        if FileStatus.of(path, followingLinks: true)?.kind == .folder {
            return try sourceOnDisk(path, reporting: &report)
        }
        if name == BuiltInTheme.name {
            return Source(
                isOnDisk: false,
                extends: nil,
                templates: BuiltInTheme.templates,
                assets: BuiltInTheme.assets,
                // They stand behind every theme in any case.
                texts: []
            )
        }
        let guess = closestMatch(to: name, among: try themeNames())
        report.error(
            "theme-missing",
            "there is no theme '\(name)' in '\(folder)'" + (guess.map { "; did you mean '\($0)'?" } ?? ""),
            at: place
        )
        return nil
    }

    private func themeNames() throws(FileSystemError) -> [String] {
        guard FileStatus.of(folder, followingLinks: true)?.kind == .folder else { return [BuiltInTheme.name] }
        return try listFolder(folder).map(\.name) + [BuiltInTheme.name]
    }

    private func sourceOnDisk(
        _ path: String,
        reporting report: inout DiagnosticReport
    ) throws(FileSystemError) -> Source {
        try warnOfStrays(in: path, reporting: &report)
        return Source(
            isOnDisk: true,
            extends: try readExtends("\(path)/theme.json", reporting: &report),
            templates: try files(in: "\(path)/templates", endings: [".mustache"], reporting: &report),
            assets: try files(in: "\(path)/assets", endings: nil, reporting: &report),
            texts: try files(in: "\(path)/texts", endings: [".json"], reporting: &report)
        )
    }

    private func warnOfStrays(in path: String, reporting report: inout DiagnosticReport) throws(FileSystemError) {
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

    private func readExtends(
        _ path: String,
        reporting report: inout DiagnosticReport
    ) throws(FileSystemError) -> Located<String>? {
        guard FileStatus.of(path) != nil, case .bytes(let bytes) = try readFile(path, limit: Self.longestFile) else {
            report.error(
                "file-missing",
                "a theme has a file 'theme.json' with its \"name\" and the theme that it \"extends\"",
                at: SourceRange(startOf: path)
            )
            return nil
        }
        guard let value = JSONParser.parse(bytes, path: path, reporting: &report) else { return nil }
        Self.schema.check(value, path: path, reporting: &report)
        return JSONObject(value, path: path)?.string("extends", .identifier)
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
