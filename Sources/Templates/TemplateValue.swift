public import Markup

/// What a template can be given: a closed set, so that the type alone decides how a value is written.
@usableFromInline
package enum TemplateValue: Sendable {
    /// A name that is known and has nothing to say here.
    case absent
    case flag(Bool)
    /// Escaped wherever it is written.
    case text(String)
    /// A text in another language than the page's.
    case foreign(ForeignText)
    /// Written with its thousands apart, as the language has it.
    case number(Int)
    /// Said in the language of the library, and escaped.
    case phrase(Phrase)
    /// Written as it is.
    case html(HTMLFragment)
    case list([TemplateValue])
    case object(any TemplateObject)

    /// Whether a section over this value is rendered.
    ///
    /// An empty text, fragment or list counts as nothing; for texts the Mustache specification leaves that open.
    package var isTruthy: Bool {
        switch self {
        case .absent: false
        case .flag(let isSet): isSet
        case .text(let text): !text.isEmpty
        case .foreign(let foreign): !foreign.text.isEmpty
        case .html(let fragment): !fragment.isEmpty
        case .list(let elements): !elements.isEmpty
        case .object, .number, .phrase: true
        }
    }
}

/// A thing with named values, asked for one at a time so that nothing is made that no template uses.
///
/// Always a reference: rendering looks names up in a stack of objects and should not copy what they are made of.
@usableFromInline
package protocol TemplateObject: AnyObject, Sendable {
    /// Gives nil when there is no such name, so that the search goes on in the surrounding objects.
    func value(named name: String) -> TemplateValue?
}
