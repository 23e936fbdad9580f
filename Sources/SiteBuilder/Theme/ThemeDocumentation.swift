import Diagnostics
import Templates

/// What a theme can say and change, as documentation: made from the views, which are also what templates are checked
/// against, and from the default theme's own style sheet.
package enum ThemeDocumentation {
    /// A template with the names that it can use.
    package struct TemplateValues: Sendable {
        package let name: String
        package let purpose: String
        package let values: [(name: String, documentation: String)]
    }

    package static var templates: [TemplateValues] {
        ThemeTemplate.allCases.map { template in
            TemplateValues(
                name: template.rawValue,
                purpose: template.purpose,
                values: template.shape.fields.map { ($0.name, $0.documentation) }
            )
        }
    }

    /// `docs/theme.md`.
    package static var page: String {
        """
        \(ThemeGuide.text)
        ## Properties of the style

        \(properties.map(section).joined(separator: "\n"))
        ## Values of the templates

        A value that is absent, a list without elements and an empty text count as nothing: `{{#name}}…{{/name}}` leaves out
        what stands between, `{{^name}}…{{/name}}` writes it. A text is escaped wherever it is written; only a value of the
        kind HTML is written as it is. A phrase is said in the language of the site, and a number has its thousands apart.
        Inside a section over a list or an object, the names of its elements come first, then those around it.

        \(ThemeTemplate.allCases.map(section).joined(separator: "\n"))
        ## Parts

        What the lists and objects above consist of.

        \(parts.map(section).joined(separator: "\n"))
        ## Texts

        | key | English |
        | --- | --- |
        \(texts)

        """
    }

    /// The default theme's own, in the order of their file; of a text for counts the last form.
    private static var texts: String {
        var ignored = DiagnosticReport()
        let file = BuiltInTheme.texts.first { $0.name == "en" }
        let texts = file.map { TextsReader.read($0, reporting: &ignored).texts } ?? []
        return texts.map { text in
            let pieces = text.forms.last?.pieces ?? []
            let words = pieces.map { piece in
                switch piece {
                case .words(let words): words
                case .place(let place): "{\(place.name)}"
                }
            }
            return "| `\(text.key)` | \(words.joined()) |"
        }
        .joined(separator: "\n")
    }

    private static func section(of template: ThemeTemplate) -> String {
        "### `\(template.rawValue).mustache`\n\n\(template.purpose)\n\n\(table(of: template.shape))"
    }

    private static func section(of part: ViewShape) -> String {
        "### Part: \(part.name)\n\n\(table(of: part))"
    }

    private static func table(of shape: ViewShape) -> String {
        "| name | kind | what it says |\n| --- | --- | --- |\n"
            + shape.fields.map { "| `\($0.name)` | \(words(for: $0.kind)) | \($0.documentation) |\n" }.joined()
    }

    private static func words(for kind: FieldKind) -> String {
        switch kind {
        case .text: "text"
        case .number: "number"
        case .phrase: "phrase"
        case .html: "HTML"
        case .flag: "yes or no"
        case .texts: "list of texts"
        case .object(let shape): link(to: shape)
        case .list(let shape): "list of \(link(to: shape))"
        }
    }

    private static func link(to shape: ViewShape) -> String {
        "[\(shape.name)](#part-\(shape.name.replacing(" ", with: "-")))"
    }

    /// Every view that a page's view leads to, by name.
    static var parts: [ViewShape] {
        var found: Set<ViewShape> = []
        var pending = ThemeTemplate.allCases.map(\.shape)
        while let shape = pending.popLast() {
            for field in shape.fields {
                switch field.kind {
                case .object(let part), .list(let part): if found.insert(part).inserted { pending.append(part) }
                case .text, .number, .phrase, .html, .flag, .texts: break
                }
            }
        }
        return found.sorted { $0.name < $1.name }
    }

    // Properties

    private static var properties: [ThemeProperties.Group] {
        let sheet = BuiltInTheme.assets.first { $0.name == ThemeProperties.fileName }
        return ThemeProperties.groups(in: String(decoding: sheet?.bytes ?? [], as: UTF8.self))
    }

    private static func section(of group: ThemeProperties.Group) -> String {
        let bySchemes = group.properties.contains { $0.light != $0.dark }
        let head =
            bySchemes ? "| property | light | dark |\n| --- | --- | --- |\n" : "| property | value |\n| --- | --- |\n"
        let rows = group.properties.map { property in
            "| `\(property.name)` | `\(property.light)` |" + (bySchemes ? " `\(property.dark)` |\n" : "\n")
        }
        return "\(group.documentation)\n\n\(head)\(rows.joined())"
    }
}
