import LocatedJSON

/// How far the texts of a manifest are translated into a language.
struct TranslatedTexts: Sendable {
    /// The keys of texts that are shown in the main language, where they stand.
    let missing: [Located<String>]
    /// Whether any text is written in the language.
    let areThere: Bool

    static let none = TranslatedTexts(missing: [], areThere: false)
}

extension TranslatedTexts {
    init(of manifest: ManifestDocument?, in language: LanguageChoice) {
        self.init(
            missing: manifest?.texts(missingIn: language) ?? [],
            areThere: manifest?.isTranslated(into: language.wanted) ?? false
        )
    }
}
