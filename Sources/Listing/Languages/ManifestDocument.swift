import Diagnostics
import LocatedJSON

/// `integration.json` as it is written, which is read once for each language.
struct ManifestDocument {
    let path: String
    /// Those that can be written in several languages.
    let texts: [LocalizedText]
    private let object: JSONObject
    private let isWhole: Bool

    /// Reports all that is wrong with the file; nil when it is no JSON or no object.
    ///
    /// - Parameter isWhole: whether a list that the manifest has not is missing from it, as it is not from an excerpt.
    init?(_ file: SourceFile, isWhole: Bool, reporting report: inout DiagnosticReport) {
        guard let value = JSONParser.parse(file.bytes, path: file.path, reporting: &report) else { return nil }
        let texts = IntegrationManifest.schema.check(value, path: file.path, reporting: &report)
        guard let object = JSONObject(value, path: file.path) else { return nil }
        path = file.path
        self.object = object
        self.isWhole = isWhole
        self.texts = texts
    }

    func read(in language: LanguageChoice) -> IntegrationManifest {
        IntegrationManifest(object.reading(in: language), isWhole: isWhole)
    }

    /// Names and files are no texts that anybody could read in the language.
    func isTranslated(into language: String) -> Bool {
        texts.contains { !$0.isName && $0.languages.contains { $0.name == language } }
    }

    /// The keys of texts that are read in another language, each at the text that is read in its place.
    func texts(missingIn language: LanguageChoice) -> [Located<String>] {
        texts.compactMap { text in
            text.substitute(in: language).map { Located(text.key, at: SourceRange(path: path, bytes: $0.range)) }
        }
    }
}
