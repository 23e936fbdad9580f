import Diagnostics
import Templates

/// Holds the texts of a theme against their use: keys against all that are used, places against what the program puts in,
/// translations against what they translate.
///
/// What templates put in, the check of the templates tells.
struct TextsCheck {
    private let usedByTemplates: Set<String>
    /// Nil where a template could not be read: then any key may be used.
    private let known: Set<String>?
    /// By key, the English texts that stand nearest to the theme.
    private let originals: [String: InterfaceText]

    init(_ use: TextUse, originals: [String: InterfaceText]) {
        usedByTemplates = use.keys
        known = use.isKnownWhole ? use.keys.union(Self.english.keys) : nil
        self.originals = originals
    }

    /// By key, the places of the default theme's English texts.
    private static let english: [String: Set<String>] = {
        var ignored = DiagnosticReport()
        let texts = BuiltInTheme.texts.first { $0.name == "en" }.map { TextsReader.read($0, reporting: &ignored).texts }
        return Dictionary(
            (texts ?? []).map { ($0.key, $0.namesOfPlaces) },
            uniquingKeysWith: { first, _ in first }
        )
    }()

    func check(_ file: TextsLayer.Language, reporting report: inout DiagnosticReport) {
        let forms = PluralRules(language: file.tag).categories
        for text in file.texts {
            let places = usedByTemplates.contains(text.key) ? nil : Self.places(ofTerm: text.key)
            if let known, places == nil, !known.contains(text.key) {
                reportUnknown(text, known, to: &report)
                continue
            }
            if !usedByTemplates.contains(text.key), let offered = places ?? Self.english[text.key] {
                checkPlaces(of: text, offered, reporting: &report)
            }
            if !file.unread.contains(text.key) {
                checkForms(of: text, against: forms, of: file.tag, reporting: &report)
            }
            checkTranslation(text, reporting: &report)
        }
    }

    /// What is put into a text for a word of the content, of which each marketplace has others; nil for any other text.
    private static func places(ofTerm key: String) -> Set<String>? {
        let kind = key.prefix { $0 != "." }
        return kind.utf8.count + 1 < key.utf8.count ? terms[String(kind)] : nil
    }

    /// `actor.bot`, `unit.users`, `language.fr`.
    private static let terms: [String: Set<String>] = ["actor": [], "unit": ["count"], "language": []]

    private func reportUnknown(_ text: InterfaceText, _ known: Set<String>, to report: inout DiagnosticReport) {
        let guess = closestMatch(to: text.key, among: known.sorted())
        report.warning(
            "theme-text-unknown",
            "nothing uses the text '\(text.key)'" + (guess.map { "; did you mean '\($0)'?" } ?? ""),
            at: text.keyRange
        )
    }

    private func checkPlaces(of text: InterfaceText, _ offered: Set<String>, reporting report: inout DiagnosticReport) {
        for place in text.places where !offered.contains(place.name) {
            let guess = closestMatch(to: place.name, among: offered.sorted())
            report.error(
                "theme-text-place-unknown",
                "nothing is put into {\(place.name)} of '\(text.key)'"
                    + (guess.map { "; did you mean {\($0)}?" } ?? ""),
                at: place.range,
                notes: [Note(offered.isEmpty ? "the text has no places" : "its places are \(Self.inBraces(offered))")]
            )
        }
    }

    private func checkForms(
        of text: InterfaceText,
        against forms: Set<PluralCategory>,
        of language: String,
        reporting report: inout DiagnosticReport
    ) {
        guard text.count != nil else { return }
        let missing = forms.subtracting(text.forms.map(\.category))
        guard !missing.isEmpty else { return }
        let names = PluralCategory.allCases.filter(missing.contains).map { "\"\($0.rawValue)\"" }
        report.warning(
            "theme-text-form-missing",
            "'\(text.key)' has no text for \(names.joined(separator: ", ")), which '\(language)' tells apart: "
                + "readers see the one for \"other\"",
            at: text.keyRange,
            notes: [Note("a text that is the same for every number is written without forms")]
        )
    }

    private func checkTranslation(_ text: InterfaceText, reporting report: inout DiagnosticReport) {
        guard let original = originals[text.key], original !== text else { return }
        let (own, wanted) = (text.namesOfPlaces, original.namesOfPlaces)
        let missing = wanted.subtracting(own)
        // Where another place stands in its stead, a name is misspelt, and that is said of the name.
        guard missing.count > own.subtracting(wanted).count else { return }
        report.warning(
            "theme-text-place-missing",
            "'\(text.key)' leaves out \(Self.inBraces(missing)), which the English text says",
            at: text.keyRange,
            notes: [Note("the English text is here", at: original.keyRange)]
        )
    }

    private static func inBraces(_ names: Set<String>) -> String {
        names.sorted().map { "{\($0)}" }.joined(separator: ", ")
    }
}

/// What is known of the texts that the templates of a theme name.
struct TextUse {
    let keys: Set<String>
    /// Whether every template could be read.
    let isKnownWhole: Bool

    static let unknown = TextUse(keys: [], isKnownWhole: false)
}

extension InterfaceText {
    var namesOfPlaces: Set<String> { Set(places.map(\.name)) }
}
