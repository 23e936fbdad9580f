package import Diagnostics

/// A text of the interface in one language: words, and places for what is put in; for a count, one text a form.
///
/// A reference, as its places are: texts are looked up all the time, and should not be copied.
package final class InterfaceText: Sendable {
    /// A piece of a text.
    package enum Piece: Sendable {
        case words(String)
        case place(Place)
    }

    /// Where something is put in, and where that is written.
    package final class Place: Sendable {
        package let name: String
        package let range: SourceRange

        package init(name: String, range: SourceRange) {
            self.name = name
            self.range = range
        }
    }

    package struct Form: Sendable {
        package let category: PluralCategory
        package let pieces: [Piece]

        package init(_ category: PluralCategory, _ pieces: [Piece]) {
            self.category = category
            self.pieces = pieces
        }
    }

    package let key: String
    /// The key in its file.
    package let keyRange: SourceRange
    /// What is counted; nil for a text that has one form.
    package let count: Place?
    /// One of them is ``PluralCategory/other``.
    package let forms: [Form]

    package init(key: String, keyRange: SourceRange, count: Place?, forms: [Form]) {
        self.key = key
        self.keyRange = keyRange
        self.count = count
        self.forms = forms
    }

    /// All its places, what is counted included.
    package var places: [Place] {
        [count].compactMap(\.self)
            + forms.flatMap(\.pieces).compactMap { piece in
                if case .place(let place) = piece { place } else { nil }
            }
    }

    /// The whole text, where nothing is put in and nothing counted.
    package var words: String? {
        guard count == nil, let pieces = forms.first?.pieces, pieces.count == 1, case .words(let words) = pieces[0]
        else {
            return nil
        }
        return words
    }

    func form(for category: PluralCategory) -> Form? {
        forms.first { $0.category == category } ?? forms.first { $0.category == .other }
    }

    /// Takes a text apart at its `{places}`.
    ///
    /// - Parameter range: where a place stands, by its bytes in the text.
    /// - Returns: nil where a brace opens or closes no place.
    package static func pieces(of text: String, at range: (Range<Int>) -> SourceRange) -> [Piece]? {
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "}") }) else {
            return text.isEmpty ? [] : [.words(text)]
        }
        var pieces: [Piece] = []
        var rest = text[...]
        while let brace = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
            if brace > rest.startIndex { pieces.append(.words(String(rest[..<brace]))) }
            let name = rest[brace...].dropFirst().prefix { isNameLetter($0) }
            guard rest[brace] == "{", !name.isEmpty, name.endIndex < rest.endIndex, rest[name.endIndex] == "}" else {
                return nil
            }
            let start = text.utf8.distance(from: text.startIndex, to: brace)
            let bytes = start..<start + name.utf8.count + 2
            pieces.append(.place(Place(name: String(name), range: range(bytes))))
            rest = rest[name.endIndex...].dropFirst()
        }
        if !rest.isEmpty { pieces.append(.words(String(rest))) }
        return pieces
    }

    private static func isNameLetter(_ letter: Character) -> Bool {
        letter.isASCII && (letter.isLetter || letter.isNumber)
    }
}
