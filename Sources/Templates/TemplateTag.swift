import Diagnostics

/// A tag as it stands in the source, before it has a place in a template.
struct TemplateTag {
    enum Kind {
        case variable
        case unescapedVariable
        case section
        case invertedSection
        case partial
        case parent
        case block
        /// A text of the interface: `{{@card.by}}`.
        case text
        /// The same as a script reads it: `{{@@search.found}}`.
        case scriptText
        /// A text of the interface with blocks for its places: `{{<@card.by}}{{$name}}…{{/name}}{{/@card.by}}`.
        case textBlock
        case closing
        case comment
        case delimiters
    }

    let kind: Kind
    let range: ByteRange
    let name: String
    let nameRange: ByteRange
    let isDynamic: Bool

    /// What the closing tag has to say.
    var closingName: String { isDynamic ? "*" + name : kind == .textBlock ? "@" + name : name }
}

/// What opens and closes tags, `{{` and `}}` until a template says otherwise.
struct TemplateDelimiters {
    /// Comparing a delimiter at every byte costs its length: it has to be short.
    static let longest = 8

    var opening = Array("{{".utf8)
    var closing = Array("}}".utf8)
}

extension UInt8 {
    var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }
    var isLineEnd: Bool { self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r") }
    var isWhitespace: Bool { isBlank || isLineEnd }
}
