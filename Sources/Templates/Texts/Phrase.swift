/// Something to be said to readers, before it is known in which language.
@usableFromInline
package enum Phrase: Sendable, Hashable {
    /// Words of the content, a name or an address: the same in every language.
    case text(String)
    case number(Int)
    /// A text of the interface, with what is put into its places.
    case words(key: String, arguments: [Argument])
    case list([Phrase], Joining)

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
}

extension Phrase.Argument {
    fileprivate init(_ pair: (key: String, value: Phrase)) {
        self.init(name: pair.key, phrase: pair.value)
    }
}
