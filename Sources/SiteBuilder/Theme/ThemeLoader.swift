import Diagnostics
import FileSystem
import Listing
import LocatedJSON
import Templates

/// Finds a theme and those that it extends, and has proved that its templates only say what the views can answer.
struct ThemeLoader {
    /// Where the user's themes are; the built-in theme is used where `default` is not among them.
    let folder: String

    private static let longestChain = 8

    /// - Parameter languages: those of the site, where it names them.
    func load(
        _ name: String,
        namedAt place: SourceRange,
        languages: [Located<String>],
        reporting report: inout DiagnosticReport
    ) throws(FileSystemError) -> Theme? {
        guard let chain = try chain(from: name, namedAt: place, reporting: &report) else { return nil }
        var found = DiagnosticReport()
        let library = TemplateLibrary(
            Self.nearest(chain.map(\.templates)).map {
                TemplateLibrary.File(name: $0.name, path: $0.path, bytes: $0.bytes)
            },
            reporting: &found
        )
        let texts = ThemeTexts(of: chain.map { ThemeTexts.Source(folder: $0.textsFolder, files: $0.texts) })
        let proof = ThemeProof(library: library, texts: texts, chain: chain)
        let translations = proof.translations(into: languages, found, reporting: &report)
        // A template that cannot be read may be the one that brings others in.
        if let own = chain.first, own.isOnDisk, library.isWhole {
            warnOfUnused(own.templates, in: library, reporting: &report)
        }
        return Theme(
            library: library,
            texts: texts,
            translations: translations,
            assets: Self.nearest(chain.map(\.assets))
        )
    }

    /// The theme and those that it extends, the nearest first.
    private func chain(
        from name: String,
        namedAt place: SourceRange,
        reporting report: inout DiagnosticReport
    ) throws(FileSystemError) -> [ThemeSource]? {
        var names: [String] = []
        var sources: [ThemeSource] = []
        var next: Located<String>? = Located(name, at: place)
        while let current = next {
            guard !names.contains(current.value), names.count < Self.longestChain else {
                report.error(
                    "theme-extends-itself",
                    "theme '\(current.value)' is extended by a theme that extends it, or the chain is too long",
                    at: current.range
                )
                return nil
            }
            names.append(current.value)
            guard let source = try source(of: current, reporting: &report) else { return nil }
            sources.append(source)
            next = source.extends
        }
        return sources
    }

    /// Of files with one name, the one that stands nearer to the theme that was asked for; by name.
    private static func nearest(_ layers: [[ThemeFile]]) -> [ThemeFile] {
        var files: [String: ThemeFile] = [:]
        for file in layers.joined() where files[file.name] == nil { files[file.name] = file }
        return files.values.sorted { $0.name < $1.name }
    }

    /// Only of the theme itself: one that is extended may have more than the one that extends it wants of it.
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

    private func source(
        of theme: Located<String>,
        reporting report: inout DiagnosticReport
    ) throws(FileSystemError) -> ThemeSource? {
        let path = "\(folder)/\(theme.value)"
        if FileStatus.of(path, followingLinks: true)?.kind == .folder {
            return try ThemeFolder(path: path).read(reporting: &report)
        }
        if theme.value == BuiltInTheme.name { return .builtIn }
        let guess = closestMatch(to: theme.value, among: try themeNames())
        report.error(
            "theme-missing",
            "there is no theme '\(theme.value)' in '\(folder)'" + (guess.map { "; did you mean '\($0)'?" } ?? ""),
            at: theme.range
        )
        return nil
    }

    private func themeNames() throws(FileSystemError) -> [String] {
        guard FileStatus.of(folder, followingLinks: true)?.kind == .folder else { return [BuiltInTheme.name] }
        return try listFolder(folder).map(\.name) + [BuiltInTheme.name]
    }
}
