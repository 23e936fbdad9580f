import Diagnostics

/// The texts of the interface in the language of a site, with what else a language needs.
package final class Texts: Sendable {
    /// As a BCP 47 tag.
    package let language: String
    package let direction: TextDirection
    private let plurals: PluralRules
    private let texts: [String: InterfaceText]
    /// The texts without places, which most are.
    private let plain: [String: String]
    private let joints: Joints
    /// What stands between the thousands of a number.
    private let groupSeparator: String
    private let unread: UnreadTexts
    private let leftOut: [String: Set<String>]

    /// - Parameters:
    ///   - unread: what would be there if its file were sound.
    ///   - leftOut: by key, places that a text could have and does without.
    package init(
        language: String,
        _ texts: [InterfaceText],
        unread: UnreadTexts = .none,
        leavingOut leftOut: [String: Set<String>] = [:]
    ) {
        self.language = language
        self.unread = unread
        self.leftOut = leftOut
        direction = TextDirection(language: language)
        plurals = PluralRules(language: language)
        let byKey = Dictionary(texts.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        self.texts = byKey
        plain = byKey.compactMapValues(\.words)
        joints = Joints(byKey)
        groupSeparator = plain["number.group"] ?? ""
    }

    package var keys: Set<String> { Set(texts.keys) }

    package subscript(key: String) -> InterfaceText? { texts[key] }

    /// Whether a text may be missing only because its file could not be read.
    func isUnread(_ key: String) -> Bool { unread.contains(key) }

    func placesLeftOut(of key: String) -> Set<String> { leftOut[key] ?? [] }

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
        if arguments.isEmpty, let words = plain[key] { return words }
        guard let text = texts[key] else { return key }
        var category = PluralCategory.other
        if let count = text.count, case .number(let number)? = Self.argument(count.name, of: arguments) {
            category = self.category(of: number)
        }
        var filled = ""
        for piece in text.form(for: category)?.pieces ?? [] {
            switch piece {
            case .words(let words): filled += words
            case .place(let place):
                filled += Self.argument(place.name, of: arguments).map(putIn) ?? "{\(place.name)}"
            }
        }
        return filled
    }

    private static func argument(_ name: String, of arguments: [Phrase.Argument]) -> Phrase? {
        for argument in arguments where argument.name == name { return argument.phrase }
        return nil
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
            let pieces =
                switch joining {
                case .and where index == parts.count - 1: joints.and
                case .and: joints.andMore
                case .comma: joints.comma
                case .sentences: joints.sentences
                }
            joined = Self.join(joined, putIn(part), with: pieces)
        }
        return joined
    }

    private static func join(_ first: String, _ next: String, with pieces: [InterfaceText.Piece]) -> String {
        var joined = ""
        for piece in pieces {
            switch piece {
            case .words(let words): joined += words
            case .place(let place): joined += place.name == "first" ? first : next
            }
        }
        return joined
    }
}

/// How the parts of a list are put together: texts with places for `{first}`, all that stands before, and `{next}`.
private struct Joints: Sendable {
    /// Of the last part of a list that ends with a word, and of those between the first and the last.
    let and, andMore: [InterfaceText.Piece]
    let comma, sentences: [InterfaceText.Piece]

    private static let plain: [InterfaceText.Piece] = [
        .place(.init(name: "first", range: SourceRange(startOf: ""))), .words(", "),
        .place(.init(name: "next", range: SourceRange(startOf: ""))),
    ]

    init(_ texts: [String: InterfaceText]) {
        // A text without one of the places would leave out what it joins.
        func pieces(_ key: String) -> [InterfaceText.Piece] {
            let pieces = texts[key]?.forms.first?.pieces ?? []
            let places = Set(texts[key]?.places.map(\.name) ?? [])
            return places.isSuperset(of: ["first", "next"]) ? pieces : Self.plain
        }
        and = pieces("list.and")
        andMore = pieces("list.andMore")
        comma = pieces("list.comma")
        sentences = pieces("list.sentences")
    }
}
