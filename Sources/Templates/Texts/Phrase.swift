/// Something to be said to readers, before it is known in which language.
@usableFromInline
package enum Phrase: Sendable, Hashable {
    /// Words of the content, a name or an address: the same in every language.
    case text(String)
    /// The same in another language than the page's.
    case foreign(ContentText)
    case number(Int)
    /// A text of the interface, with what is put into its places.
    case words(key: String, arguments: [Argument])
    case list([Phrase], Joining)
    /// A word of the content that a theme may have a text for: `bot`, which is `robot` elsewhere.
    indirect case term(key: String, arguments: [Argument], otherwise: Phrase)

    @usableFromInline
    package struct Argument: Sendable, Hashable {
        package let name: String
        package let phrase: Phrase
    }

    /// How the parts of a list follow one another.
    @usableFromInline
    package enum Joining: Sendable, Hashable {
        case and, comma, sentences
    }

    package init(_ key: String, _ arguments: KeyValuePairs<String, Phrase> = [:]) {
        self = .words(key: key, arguments: arguments.map(Argument.init))
    }

    package init(_ text: ContentText) {
        self = text.language == nil ? .text(text.text) : .foreign(text)
    }

    package static func term(
        _ key: String,
        _ arguments: KeyValuePairs<String, Phrase> = [:],
        otherwise: Phrase
    ) -> Phrase {
        .term(key: key, arguments: arguments.map(Argument.init), otherwise: otherwise)
    }

    /// Whether some part of it is in another language than the page's.
    var isPartlyForeign: Bool {
        switch self {
        case .text, .number: false
        case .foreign: true
        case .words(_, let arguments): arguments.contains { $0.phrase.isPartlyForeign }
        case .list(let parts, _): parts.contains(where: \.isPartlyForeign)
        case .term(_, let arguments, let otherwise):
            otherwise.isPartlyForeign || arguments.contains { $0.phrase.isPartlyForeign }
        }
    }
}

extension Phrase.Argument {
    fileprivate init(_ pair: (key: String, value: Phrase)) {
        self.init(name: pair.key, phrase: pair.value)
    }
}
