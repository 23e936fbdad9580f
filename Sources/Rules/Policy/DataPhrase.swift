/// The words of an object or of a resource as data statements compare them: singular, and with hyphens read in both ways.
///
/// "E-mails" are "emails", "line-items" are "line items", and a "person" is one of "people".
struct DataPhrase: Hashable {
    /// With a blank in the place of each hyphen, and without hyphens where that is another text.
    let readings: [FoldedText]

    /// In bytes; what is longer is no name of a thing, and would be held against every name of the catalogue.
    private static let longest = 500

    init(_ text: String) {
        let text =
            text.utf8.count > Self.longest ? String(decoding: text.utf8.prefix(Self.longest), as: UTF8.self) : text
        let apart = Self.singular(of: text)
        guard text.unicodeScalars.contains(where: Self.hyphens.contains) else {
            readings = [apart]
            return
        }
        let together = Self.singular(of: Self.withoutHyphens(text))
        readings = apart == together ? [apart] : [apart, together]
    }

    private static func withoutHyphens(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter { !hyphens.contains($0) }))
    }

    private static let hyphens: Set<Unicode.Scalar> = ["-", "\u{2010}", "\u{2011}"]

    private static func singular(of text: String) -> FoldedText {
        FoldedText(FoldedText(text).words.map(singular(ofWord:)).joined(separator: " "))
    }

    /// No word of a dictionary, but the same for singular and plural: "cas" for "case" and "cases".
    private static func singular(ofWord word: String) -> String {
        if let singular = irregular[word] { return self.singular(ofWord: singular) }
        if word.hasSuffix("people") { return word.dropLast("people".count) + "person" }
        if word.hasSuffix("smen") { return word.dropLast("men".count) + "man" }
        guard word.utf8.count > 2 else { return word }
        var stem = word[...]
        if stem.hasSuffix("s"), !stem.hasSuffix("ss") { stem.removeLast() }
        if stem.utf8.count > 2, stem.hasSuffix("ie") { return stem.dropLast(2) + "y" }
        if stem.utf8.count > 3, let sibilant = stem.dropLast().last, stem.hasSuffix("e"), "sxzh".contains(sibilant) {
            stem.removeLast()
        }
        return String(stem)
    }

    private static let irregular = [
        "people": "person", "children": "child", "men": "man", "women": "woman", "datum": "data", "media": "medium",
        "criteria": "criterion", "indices": "index", "matrices": "matrix", "vertices": "vertex", "mice": "mouse",
        "feet": "foot", "analyses": "analysis", "bonuses": "bonus", "buses": "bus", "campuses": "campus",
        "censuses": "census", "quizzes": "quiz", "schemata": "schema", "statuses": "status", "viruses": "virus",
    ]
}

extension FoldedText {
    /// How much a phrase says: its words, without such letters as that of "e mail".
    var weight: Int { words.count { $0.utf8.count > 1 } }
}
