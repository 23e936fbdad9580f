import Diagnostics
import Templates

/// Holds the texts of a theme against their use: keys against all that are used, places against what the program puts in.
///
/// What templates put in, the check of the templates tells.
struct TextsCheck {
    private let usedByTemplates: Set<String>
    private let known: Set<String>

    init(usedByTemplates: Set<String>) {
        self.usedByTemplates = usedByTemplates
        known = usedByTemplates.union(Self.english.keys)
    }

    /// By key, the places of the default theme's English texts.
    private static let english: [String: Set<String>] = {
        var ignored = DiagnosticReport()
        let texts = BuiltInTheme.texts.first { $0.name == "en" }.map { TextsReader.read($0, reporting: &ignored) }
        return Dictionary(
            (texts ?? []).map { ($0.key, Set($0.places.map(\.name))) },
            uniquingKeysWith: { first, _ in first }
        )
    }()

    func check(_ texts: [InterfaceText], reporting report: inout DiagnosticReport) {
        for text in texts {
            if !usedByTemplates.contains(text.key), let places = Self.places(ofTerm: text.key) {
                checkPlaces(of: text, places, reporting: &report)
            } else if !known.contains(text.key) {
                reportUnknown(text, to: &report)
            } else if !usedByTemplates.contains(text.key), let offered = Self.english[text.key] {
                checkPlaces(of: text, offered, reporting: &report)
            }
        }
    }

    /// What is put into a text for a word of the content, of which each marketplace has others; nil for any other text.
    private static func places(ofTerm key: String) -> Set<String>? {
        let kind = key.prefix { $0 != "." }
        return kind.utf8.count + 1 < key.utf8.count ? terms[String(kind)] : nil
    }

    /// `actor.bot`, `unit.users`, `language.fr`.
    private static let terms: [String: Set<String>] = ["actor": [], "unit": ["count"], "language": []]

    private func reportUnknown(_ text: InterfaceText, to report: inout DiagnosticReport) {
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
            let names = offered.sorted().map { "{\($0)}" }.joined(separator: ", ")
            report.error(
                "theme-text-place-unknown",
                "nothing is put into {\(place.name)} of '\(text.key)'"
                    + (guess.map { "; did you mean {\($0)}?" } ?? ""),
                at: place.range,
                notes: [Note(offered.isEmpty ? "the text has no places" : "its places are \(names)")]
            )
        }
    }
}
