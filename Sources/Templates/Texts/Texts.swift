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
    package func string(of phrase: Phrase) -> String { said(phrase) }

    /// The same in pieces, of which those in another language than the page's know it.
    func pieces(of phrase: Phrase) -> [ContentText] { said(phrase) }

    package func string(_ key: String) -> String {
        said(key, [])
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

/// What a phrase is said in: words, and with them or without the languages of parts.
private protocol Said {
    init()
    mutating func add(_ words: String)
    mutating func add(_ foreign: ContentText)
    mutating func add(_ other: Self)
}

extension String: Said {
    fileprivate mutating func add(_ words: String) { self += words }
    fileprivate mutating func add(_ foreign: ContentText) { self += foreign.text }
}

extension [ContentText]: Said {
    fileprivate mutating func add(_ words: String) { append(ContentText(words)) }
    fileprivate mutating func add(_ foreign: ContentText) { append(foreign) }
    fileprivate mutating func add(_ other: Self) { self += other }
}

extension Texts {
    private func said<Result: Said>(_ phrase: Phrase) -> Result {
        var result = Result()
        switch phrase {
        case .text(let text): result.add(text)
        case .foreign(let text): result.add(text)
        case .number(let number): result.add(string(of: number))
        case .list(let parts, let joining): return joined(parts, joining)
        case .words(let key, let arguments): return said(key, arguments)
        case .term(let key, let arguments, let otherwise):
            return texts[key] == nil ? said(otherwise) : said(key, arguments)
        }
        return result
    }

    private func said<Result: Said>(_ key: String, _ arguments: [Phrase.Argument]) -> Result {
        var filled = Result()
        guard !arguments.isEmpty || plain[key] == nil, let text = texts[key] else {
            filled.add(plain[key] ?? key)
            return filled
        }
        var category = PluralCategory.other
        if let count = text.count, case .number(let number)? = Self.argument(count.name, of: arguments) {
            category = self.category(of: number)
        }
        for piece in text.form(for: category)?.pieces ?? [] {
            switch piece {
            case .words(let words): filled.add(words)
            case .place(let place):
                if let argument = Self.argument(place.name, of: arguments) {
                    filled.add(putIn(argument) as Result)
                } else {
                    filled.add("{\(place.name)}")
                }
            }
        }
        return filled
    }

    private static func argument(_ name: String, of arguments: [Phrase.Argument]) -> Phrase? {
        for argument in arguments where argument.name == name { return argument.phrase }
        return nil
    }

    /// Names keep their own direction among words that run from right to left.
    private func putIn<Result: Said>(_ phrase: Phrase) -> Result {
        guard direction == .rightToLeft, phrase.isOfContent else { return said(phrase) }
        var isolated = Result()
        isolated.add(Self.isolateStart)
        isolated.add(said(phrase) as Result)
        isolated.add(Self.isolateEnd)
        return isolated
    }

    /// FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE (Unicode Standard Annex 9).
    static let isolateStart = "\u{2068}"
    static let isolateEnd = "\u{2069}"

    private func joined<Result: Said>(_ parts: [Phrase], _ joining: Phrase.Joining) -> Result {
        guard var joined: Result = parts.first.map(putIn) else { return Result() }
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

    private static func join<Result: Said>(
        _ first: Result,
        _ next: Result,
        with pieces: [InterfaceText.Piece]
    ) -> Result {
        var joined = Result()
        for piece in pieces {
            switch piece {
            case .words(let words): joined.add(words)
            case .place(let place): joined.add(place.name == "first" ? first : next)
            }
        }
        return joined
    }
}

extension Phrase {
    /// Whether it is a text of the content and nothing else.
    fileprivate var isOfContent: Bool {
        switch self {
        case .text, .foreign: true
        default: false
        }
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
