import Diagnostics
import LocatedJSON
import Templates

/// Proves that a theme can say all that its templates name, in every language; what is wrong is said once, in the file
/// that is to be mended.
struct ThemeProof {
    let library: TemplateLibrary
    let texts: ThemeTexts
    /// The theme and those that it extends, the nearest first.
    let chain: [ThemeSource]

    /// - Parameter found: what was found when the library was made.
    func translations(
        into languages: [Located<String>],
        _ found: DiagnosticReport,
        reporting report: inout DiagnosticReport
    ) -> [String: TemplateLibrary] {
        var faults = ThemeFaults(of: library, chain)
        faults.add(found)
        reportMissingEntries(to: &report)
        let use = TextUse(
            keys: library.textKeys(reachableFrom: ThemeTemplate.allCases.map(\.rawValue)),
            isKnownWhole: library.isWhole
        )
        var translations: [String: TemplateLibrary] = [:]
        for language in languages where translations[language.value] == nil {
            translations[language.value] = check(language.value, use, namedAt: language.range, &faults)
        }
        checkOthers(than: languages.map(\.value), use, &faults)
        faults.report(to: &report)
        return translations
    }

    /// The files of languages in which the site is not read, so that they hold when it is.
    private func checkOthers(than languages: [String], _ use: TextUse, _ faults: inout ThemeFaults) {
        var looked = Set((languages.flatMap(LanguageTags.from) + ["en"]).map { $0.lowercased() })
        for language in texts.languages where !looked.contains(language.lowercased()) {
            // What is missing from Portuguese is missing from that of Brazil, and has been said.
            let isKind = LanguageTags.from(language.lowercased()).contains(where: looked.contains)
            let place = isKind ? nil : chain.first?.manifest.map(SourceRange.init(startOf:))
            _ = check(language, use, namedAt: place, &faults)
            looked.insert(language.lowercased())
        }
    }

    private func check(
        _ language: String,
        _ use: TextUse,
        namedAt place: SourceRange?,
        _ faults: inout ThemeFaults
    ) -> TemplateLibrary {
        var found = DiagnosticReport()
        let texts = texts.texts(in: language, usedBy: use, namedAt: place, reporting: &found)
        let translation = library.translated(into: texts, reporting: &found)
        faults.add(found)
        for template in ThemeTemplate.allCases where library.has(template.rawValue) {
            var found = DiagnosticReport()
            TemplateChecker.check(translation, entry: template.rawValue, shape: template.shape, reporting: &found)
            faults.add(found, from: template)
        }
        return translation
    }

    /// One fault, however many kinds of pages have nothing to begin with.
    private func reportMissingEntries(to report: inout DiagnosticReport) {
        let missing = ThemeTemplate.allCases.map(\.rawValue).filter { !library.has($0) }
        guard !missing.isEmpty, let manifest = chain.last?.manifest else { return }
        let names = missing.map { "`\($0)`" }.joined(separator: ", ")
        report.error(
            "template-partial-missing",
            "the theme has no template \(names), and extends none that has",
            at: SourceRange(startOf: manifest),
            notes: [Note("`\"extends\": \"\(BuiltInTheme.name)\"` takes over all that it has not of its own")]
        )
    }
}
