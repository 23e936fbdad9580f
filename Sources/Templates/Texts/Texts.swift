/// The texts of the interface in the language of a site, with what else a language needs.
package final class Texts: Sendable {
    /// As a BCP 47 tag.
    package let language: String
    package let direction: TextDirection
    private let plurals: PluralRules
    private let texts: [String: InterfaceText]
    /// What stands between the thousands of a number.
    private let groupSeparator: String

    package init(language: String, _ texts: [InterfaceText]) {
        self.language = language
        direction = TextDirection(language: language)
        plurals = PluralRules(language: language)
        let byKey = Dictionary(texts.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        self.texts = byKey
        groupSeparator = byKey["number.group"].flatMap(\.words) ?? ""
    }

    package var keys: Set<String> { Set(texts.keys) }

    package subscript(key: String) -> InterfaceText? { texts[key] }

    /// What a reader reads; of a text that is not there, its key.
    package func string(of phrase: Phrase) -> String {
        switch phrase {
        case .text(let text): text
        case .number(let number): string(of: number)
        case .list(let parts, let joining): joined(parts, joining)
        case .words(let key, let arguments): string(of: key, arguments)
        }
    }

    package func string(_ key: String) -> String {
        string(of: key, [])
    }

    func category(of number: Int) -> PluralCategory { plurals.category(of: number) }

    /// `10,000`.
    func string(of number: Int) -> String {
        let digits = String(number.magnitude)
        guard digits.utf8.count > 3 else { return String(number) }
        var grouped = number < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.utf8.count - index) % 3 == 0 { grouped += groupSeparator }
            grouped.append(digit)
        }
        return grouped
    }

    /// The text as a script reads it: its places left as they are written, and of a count all forms, as JSON.
    func pattern(of text: InterfaceText) -> String {
        guard let count = text.count else { return Self.written(text.forms.first?.pieces ?? []) }
        let members = text.forms.map { "\"\($0.category.rawValue)\":\"\(Self.quoted(Self.written($0.pieces)))\"" }
        return "{\"of\":\"\(Self.quoted(count.name))\",\(members.joined(separator: ","))}"
    }

    private static func written(_ pieces: [InterfaceText.Piece]) -> String {
        pieces.map { piece in
            switch piece {
            case .words(let words): words
            case .place(let place): "{\(place.name)}"
            }
        }
        .joined()
    }

    private static func quoted(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    }
}

extension Texts {
    private func string(of key: String, _ arguments: [Phrase.Argument]) -> String {
        guard let text = texts[key] else { return key }
        if arguments.isEmpty, let words = text.words { return words }
        return filled(text) { name in arguments.first { $0.name == name }?.phrase }
    }

    private func filled(_ text: InterfaceText, _ argument: (String) -> Phrase?) -> String {
        var category = PluralCategory.other
        if let count = text.count, case .number(let number)? = argument(count.name) {
            category = self.category(of: number)
        }
        var filled = ""
        for piece in text.form(for: category)?.pieces ?? [] {
            switch piece {
            case .words(let words): filled += words
            case .place(let place): filled += argument(place.name).map(putIn) ?? "{\(place.name)}"
            }
        }
        return filled
    }

    /// Names keep their own direction among words that run from right to left.
    private func putIn(_ phrase: Phrase) -> String {
        guard case .text(let text) = phrase, direction == .rightToLeft else { return string(of: phrase) }
        return Self.isolated(text)
    }

    /// Between FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE (Unicode Standard Annex 9).
    static func isolated(_ text: String) -> String { isolateStart + text + isolateEnd }
    static let isolateStart = "\u{2068}"
    static let isolateEnd = "\u{2069}"

    private func joined(_ parts: [Phrase], _ joining: Phrase.Joining) -> String {
        guard var joined = parts.first.map(putIn) else { return "" }
        for (index, part) in parts.enumerated().dropFirst() {
            let isLast = index == parts.count - 1
            joined = join(joined, putIn(part), joining, isLast)
        }
        return joined
    }

    private func join(_ first: String, _ next: String, _ joining: Phrase.Joining, _ isLast: Bool) -> String {
        let phrase =
            switch joining {
            case .and where isLast: Phrase("list.and")
            case .and: Phrase("list.andMore")
            case .comma: Phrase("list.comma")
            case .sentences: Phrase("list.sentences")
            }
        guard case .words(let key, _) = phrase, let text = texts[key] else { return "\(first) \(next)" }
        var filled = ""
        for piece in text.forms.first?.pieces ?? [] {
            switch piece {
            case .words(let words): filled += words
            case .place(let place): filled += place.name == "first" ? first : next
            }
        }
        return filled
    }
}
