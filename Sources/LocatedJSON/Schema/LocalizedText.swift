import Diagnostics

/// A text of a document that its schema lets be written in several languages.
package struct LocalizedText: Sendable {
    /// The key that it stands under.
    package let key: String
    /// Whether a text without a language holds in all of them, as names do.
    package let isName: Bool
    /// The text, or the map of its languages.
    package let value: JSONValue

    /// The languages that it is written in, where it says so.
    package var languages: [JSONMember] {
        value.members?.filter { $0.name != JSONSchema.schemaKey } ?? []
    }

    /// What is read in its place where it is not written in a language; nil where it is.
    package func substitute(in choice: LanguageChoice) -> JSONValue? {
        guard !choice.isMain, value.members == nil ? !isName : !languages.contains(where: { $0.name == choice.wanted })
        else { return nil }
        return choice.text(of: value)
    }
}

/// Whether a text has the form of a language tag (BCP 47): a language of two or three letters, then groups of one to
/// eight letters and digits.
package func isLanguageTag(_ text: String) -> Bool {
    let groups = text.utf8.split(separator: Byte.minus, omittingEmptySubsequences: false)
    guard text.utf8.count <= 35, let language = groups.first else { return false }
    return (2...3).contains(language.count) && language.allSatisfy(\.isLetter)
        && groups.allSatisfy { (1...8).contains($0.count) && $0.allSatisfy { $0.isLetter || $0.isDigit } }
}
