import Diagnostics
import Templates

/// The texts of a theme and of the themes that it extends, in all their languages.
struct ThemeTexts: Sendable {
    /// Of each theme its files, those of the theme that was asked for first.
    private let layers: [[ThemeFile]]

    private static let fallback = "en"

    /// What there is where no theme is loaded.
    static let builtIn = ThemeTexts(of: [])

    /// - Parameter themes: the files of each theme of the chain; those of the default theme come last in any case, since
    ///   the program itself says some of its texts.
    init(of themes: [[ThemeFile]]) {
        layers = themes + [BuiltInTheme.texts]
    }

    /// The texts of a language: of `pt-BR` first, then of `pt`, then of English; of one language, those of the nearest
    /// theme that has them.
    ///
    /// - Parameters:
    ///   - place: where the site names the theme.
    ///   - used: the keys that templates use.
    func texts(
        in language: String,
        namedAt place: SourceRange,
        usedByTemplates used: Set<String>,
        reporting report: inout DiagnosticReport
    ) -> Texts {
        let own = LanguageTags.from(language).filter { $0 != Self.fallback }
        let layers = layers.map { files in
            (own + [Self.fallback]).map { tag in Layer.Language(tag, of: files, reporting: &report) }
        }
        .map(Layer.init)
        let replaced = layers.dropLast().flatMap(\.languages).flatMap(\.texts)
        if !replaced.isEmpty { TextsCheck(usedByTemplates: used).check(replaced, reporting: &report) }
        var texts: [String: InterfaceText] = [:]
        for position in own.indices { Self.add(position, of: layers, to: &texts) }
        let isEnglish = LanguageTags.from(language).contains(Self.fallback)
        if !isEnglish { reportMissing(in: language, texts, layers, namedAt: place, reporting: &report) }
        Self.add(own.count, of: layers, to: &texts)
        return Texts(language: language, Array(texts.values))
    }

    /// Without a report, for a language that the theme was not loaded for.
    func texts(in language: String) -> Texts {
        var ignored = DiagnosticReport()
        return texts(in: language, namedAt: SourceRange(startOf: ""), usedByTemplates: [], reporting: &ignored)
    }

    private static func add(_ position: Int, of layers: [Layer], to texts: inout [String: InterfaceText]) {
        for layer in layers {
            for text in layer.languages[position].texts where texts[text.key] == nil { texts[text.key] = text }
        }
    }
}

/// The texts of one theme in the languages that are looked through, English last.
private struct Layer {
    let languages: [Language]

    struct Language {
        let path: String?
        let texts: [InterfaceText]

        init(_ tag: String, of files: [ThemeFile], reporting report: inout DiagnosticReport) {
            let file = files.first { $0.name.lowercased() == tag.lowercased() }
            path = file?.path
            texts = file.map { TextsReader.read($0, reporting: &report) } ?? []
        }
    }

    /// Where texts in the language of the site belong, not those in English.
    var path: String? { languages.dropLast().lazy.compactMap(\.path).first }
}

extension ThemeTexts {
    private static let mostNamedKeys = 5

    /// Said once a file: at the nearest one in the language, of this theme or of one that extends it.
    private func reportMissing(
        in language: String,
        _ texts: [String: InterfaceText],
        _ layers: [Layer],
        namedAt place: SourceRange,
        reporting report: inout DiagnosticReport
    ) {
        var seen: Set<String> = []
        var missing: [(place: SourceRange, keys: [String])] = []
        for (number, layer) in layers.enumerated() {
            let keys = layer.languages.last?.texts.map(\.key).filter { texts[$0] == nil && seen.insert($0).inserted }
            guard let keys, !keys.isEmpty else { continue }
            let path = layers[...number].reversed().lazy.compactMap(\.path).first
            let english = number < layers.count - 1 ? layer.languages.last?.path : nil
            let at = (path ?? english).map { SourceRange(startOf: $0) } ?? place
            if let known = missing.firstIndex(where: { $0.place == at }) {
                missing[known].keys += keys
            } else {
                missing.append((at, keys))
            }
        }
        for (place, keys) in missing {
            let named = keys.prefix(Self.mostNamedKeys).map { "`\($0)`" }.joined(separator: ", ")
            let others = keys.count > Self.mostNamedKeys ? " and \(keys.count - Self.mostNamedKeys) others" : ""
            report.warning(
                "theme-text-missing",
                "there is no text in '\(language)' for \(named)\(others): readers see the English one",
                at: place
            )
        }
    }
}
