import Diagnostics
import Templates

/// Says what a theme has not in a language, and where it is to be written.
struct MissingTexts {
    let language: String
    /// Where the site names the language.
    let place: SourceRange

    private static let mostNamedKeys = 5
    private static let advice = "`candor theme --markdown` lists all keys with their English texts"

    func report(_ texts: [String: InterfaceText], _ layers: [TextsLayer], to report: inout DiagnosticReport) {
        guard layers.contains(where: { $0.path != nil }) else { return reportAll(layers, to: &report) }
        for missing in files(lacking: texts, layers) {
            let named = missing.keys.prefix(Self.mostNamedKeys).map { "`\($0)`" }.joined(separator: ", ")
            let others = missing.keys.count - Self.mostNamedKeys
            report.warning(
                "theme-text-missing",
                "there is no text in '\(language)' for \(named)\(others > 0 ? " and \(others) others" : ""): "
                    + "readers see the English one",
                at: missing.place,
                notes: [Note("write it in '\(missing.path)'"), Note(Self.advice)]
            )
        }
    }

    private func reportAll(_ layers: [TextsLayer], to report: inout DiagnosticReport) {
        let keys = layers.dropLast().isEmpty ? nil : layers.first?.folder
        report.warning(
            "theme-text-missing",
            "the theme has no texts in '\(language)': readers see the English ones",
            at: place,
            notes: [
                Note(
                    keys.map { "write them in '\($0)/\(language).json'" }
                        ?? "write them in 'texts/\(language).json' of a theme of your own that extends the default one"
                ),
                Note(Self.advice),
            ]
        )
    }

    private struct Lack {
        let place: SourceRange
        /// The file that the texts belong in.
        let path: String
        var keys: [String]
    }

    /// Said once a file: at the nearest one in the language, of this theme or of one that extends it.
    private func files(lacking texts: [String: InterfaceText], _ layers: [TextsLayer]) -> [Lack] {
        var seen: Set<String> = []
        var lacks: [Lack] = []
        for (number, layer) in layers.enumerated() {
            let unread = layers[...number].reduce(into: UnreadTexts.none) { $0.add($1.unread) }
            let keys = layer.languages.last?.texts.map(\.key).filter {
                texts[$0] == nil && !unread.contains($0) && seen.insert($0).inserted
            }
            guard let keys, !keys.isEmpty else { continue }
            let path = layers[...number].reversed().lazy.compactMap(\.path).first
            let english = number < layers.count - 1 ? layer.languages.last?.path : nil
            let at = (path ?? english).map { SourceRange(startOf: $0) } ?? place
            if let known = lacks.firstIndex(where: { $0.place == at }) {
                lacks[known].keys += keys
            } else {
                let folder = layer.folder ?? layers.lazy.compactMap(\.folder).first ?? "texts"
                lacks.append(Lack(place: at, path: path ?? "\(folder)/\(language).json", keys: keys))
            }
        }
        return lacks
    }
}
