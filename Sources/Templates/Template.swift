package import Diagnostics

/// A template, parsed once and rendered often.
///
/// The nodes lie flat in document order; one that holds others knows where they end. Nodes point into two tables, so
/// that they are plain numbers and rendering copies nothing. A reference for the same reason: rendering and checking
/// hand the template on at every level of nesting.
package final class Template: Sendable {
    package let name: String
    /// The file, as diagnostics name it.
    package let path: String
    let nodes: [TemplateNode]
    /// Where the tags stand in the source.
    let places: [TagPlace]
    /// The blocks directly inside each parent tag, by the tag's node.
    let arguments: [Int: [String: Int]]
    /// All literal text and indentation.
    let text: [UInt8]
    /// All names, dotted ones taken apart.
    let names: [String]

    init(
        name: String,
        path: String,
        nodes: [TemplateNode],
        places: [TagPlace],
        arguments: [Int: [String: Int]],
        text: [UInt8],
        names: [String]
    ) {
        self.name = name
        self.path = path
        self.nodes = nodes
        self.places = places
        self.arguments = arguments
        self.text = text
        self.names = names
    }

    /// Parses `source`, or reports every syntax error in it and gives nothing.
    package static func parse(
        name: String,
        path: String,
        source: [UInt8],
        reporting report: inout DiagnosticReport
    ) -> Template? {
        var parser = TemplateParser(name: name, path: path, source: source)
        return parser.parse(reporting: &report)
    }

    /// The nodes directly or indirectly inside the node at `index`.
    func content(of index: Int) -> Range<Int> {
        index + 1..<nodes[index].end
    }

    func name(of node: TemplateNode) -> String {
        node.names.isEmpty ? "." : names[node.names].joined(separator: ".")
    }

    func range(of node: TemplateNode) -> SourceRange {
        let place = places[node.place]
        return SourceRange(path: place.path ?? path, bytes: place.tag)
    }

    /// The fix for a misspelt name; none for a pair of tags, of which it would mend only one, and none in another file.
    func renaming(_ node: TemplateNode, to name: String) -> [Fix] {
        guard places[node.place].path == nil else { return [] }
        switch node.kind {
        case .variable, .unescapedVariable, .partial, .text, .scriptText:
            let place = SourceRange(path: path, bytes: places[node.place].name)
            let edit = TextEdit(place, replacement: name)
            return [Fix("Replace with `\(name)`", safety: .needsReview, edits: [edit])]
        default: return []
        }
    }
}

/// A piece of text or a tag.
struct TemplateNode: Sendable {
    enum Kind: Sendable, Equatable {
        case literal
        case variable
        case unescapedVariable
        case section
        case invertedSection
        case partial
        case parent
        /// A block where it stands to be overridden.
        case parameter
        /// A block directly inside a parent tag: it overrides the parameter of that name.
        case argument
        /// A text of the interface; like the two below, replaced by its words in the library of a language.
        case text
        case scriptText
        /// One whose places are given as blocks.
        case textBlock
        /// A count with its forms, of which one is written.
        case plural
        case pluralForm(PluralCategory)
    }

    let kind: Kind
    /// Where the tag stands in `Template.places`: rendering reads the nodes and nothing that only diagnostics need.
    let place: Int
    /// Where its name stands in `Template.names`; empty for `{{.}}`.
    let names: Range<Int>
    /// Whether the name is of a value that holds the template's name: `{{>*name}}`.
    var isDynamic = false
    /// Where the literal, or the indentation that the tag gives to what it brings in, stands in `Template.text`.
    var text: Range<Int>
    /// Whether what the tag brings in begins at the start of a line.
    var opensLine = false
    /// The index after the last node inside this one.
    var end: Int
}

/// A tag in the source; of a section, the opening one.
struct TagPlace: Sendable {
    let tag: ByteRange
    let name: ByteRange
    /// The file, where it is not the template: a text has its places in a file of its own.
    var path: String?
}
