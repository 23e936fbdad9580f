import Diagnostics
import LocatedJSON
import Templates

/// The texts of a theme and of the themes that it extends, in all their languages.
struct ThemeTexts: Sendable {
    /// The files of one theme.
    struct Source: Sendable {
        /// Where they stand; nil for the theme that travels inside the program.
        let folder: String?
        let files: [ThemeFile]
    }

    /// Of each theme its files, those of the theme that was asked for first.
    private let layers: [Source]

    private static let fallback = "en"

    /// What there is where no theme is loaded.
    static let builtIn = ThemeTexts(of: [])

    /// - Parameter themes: the files of each theme of the chain; those of the default theme come last in any case, since
    ///   the program itself says some of its texts.
    init(of themes: [Source]) {
        layers = themes + [Source(folder: nil, files: BuiltInTheme.texts)]
    }

    /// The languages that the themes themselves have files for; a language stands before its kinds, as `pt` before `pt-BR`.
    var languages: [String] {
        let names = Set(layers.dropLast().flatMap(\.files).map(\.name)).filter(isLanguageTag)
        return names.sorted { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
    }

    /// The texts of a language: of `pt-BR` first, then of `pt`, then of English; of one language, those of the nearest
    /// theme that has them.
    ///
    /// - Parameters:
    ///   - use: what templates use.
    ///   - place: where the site names the language; nil where it does not matter what is missing.
    func texts(
        in language: String,
        usedBy use: TextUse,
        namedAt place: SourceRange?,
        reporting report: inout DiagnosticReport
    ) -> Texts {
        let own = LanguageTags.from(language).filter { $0.lowercased() != Self.fallback }
        let layers = layers.map { source in
            TextsLayer(
                (own + [Self.fallback]).map { TextsLayer.Language($0, of: source.files, reporting: &report) },
                folder: source.folder
            )
        }
        let originals = Self.merged(layers.compactMap(\.languages.last))
        check(layers.dropLast().flatMap(\.languages), use, originals, reporting: &report)
        let translated = Self.merged(own.indices.flatMap { position in layers.map { $0.languages[position] } })
        let isEnglish = LanguageTags.from(language.lowercased()).contains(Self.fallback)
        if !isEnglish, let place {
            MissingTexts(language: language, place: place).report(translated, layers, to: &report)
        }
        return Texts(
            language: language,
            Array(translated.merging(originals) { own, _ in own }.values),
            unread: layers.flatMap(\.languages).reduce(into: .none) { $0.add($1.unread) },
            leavingOut: Self.placesLeftOut(by: translated, of: originals)
        )
    }

    /// Without a report, for a language that the theme was not loaded for.
    func texts(in language: String) -> Texts {
        var ignored = DiagnosticReport()
        return texts(in: language, usedBy: .unknown, namedAt: nil, reporting: &ignored)
    }

    private func check(
        _ files: [TextsLayer.Language],
        _ use: TextUse,
        _ originals: [String: InterfaceText],
        reporting report: inout DiagnosticReport
    ) {
        guard files.contains(where: { !$0.texts.isEmpty }) else { return }
        let check = TextsCheck(use, originals: originals)
        let english = TextsCheck(use, originals: [:])
        for file in files {
            (file.tag == Self.fallback ? english : check).check(file, reporting: &report)
        }
    }

    /// What stands first wins.
    private static func merged(_ files: [TextsLayer.Language]) -> [String: InterfaceText] {
        files.reduce(into: [:]) { merged, file in
            for text in file.texts where merged[text.key] == nil { merged[text.key] = text }
        }
    }

    /// What a translation leaves out has been reported where it stands.
    private static func placesLeftOut(
        by translated: [String: InterfaceText],
        of originals: [String: InterfaceText]
    ) -> [String: Set<String>] {
        translated.reduce(into: [:]) { leftOut, entry in
            guard let original = originals[entry.key], original.hasPlaces else { return }
            let missing = original.namesOfPlaces.subtracting(entry.value.namesOfPlaces)
            if !missing.isEmpty { leftOut[entry.key] = missing }
        }
    }
}

extension InterfaceText {
    fileprivate var hasPlaces: Bool { words == nil }
}
