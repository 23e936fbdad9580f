import Diagnostics

/// Judges single tags by the shapes in reach, and says what is wrong with them once each.
struct TemplateFindings {
    private(set) var report = DiagnosticReport()
    private var places: Set<SourceRange> = []

    /// What the tag's name stands for; nil, and a diagnostic, when nothing in reach can have it.
    ///
    /// A misspelt name counts as the one that was probably meant, so that what is inside its section is checked too.
    mutating func kind(of node: TemplateNode, in template: Template, _ stack: ShapeStack) -> FieldKind? {
        guard let first = node.names.first else { return stack.innermost }
        let name = template.names[first]
        guard var kind = stack.kind(of: name) ?? misspelt(name, node, in: template, stack) else { return nil }
        for position in node.names.dropFirst() {
            guard let part = part(position, of: kind, node, in: template) else { return nil }
            kind = part
        }
        return kind
    }

    private mutating func misspelt(
        _ name: String,
        _ node: TemplateNode,
        in template: Template,
        _ stack: ShapeStack
    ) -> FieldKind? {
        let views = stack.views.reversed().map { "`\($0.name)`" }.joined(separator: ", ")
        let message = "`\(name)` is in none of the views in reach: \(views)"
        guard let meant = stack.closest(to: name) else {
            add("template-name-unknown", message, node, in: template)
            return nil
        }
        let whole = ([meant.name] + node.names.dropFirst().map { template.names[$0] }).joined(separator: ".")
        add(
            "template-name-unknown",
            message,
            node,
            in: template,
            notes: [Note("did you mean `\(meant.name)` of the view `\(meant.view.name)`?")],
            fixes: template.renaming(node, to: whole)
        )
        return stack.kind(of: meant.name)
    }

    /// - Parameter position: of the part's name among those of the template.
    private mutating func part(
        _ position: Int,
        of kind: FieldKind,
        _ node: TemplateNode,
        in template: Template
    ) -> FieldKind? {
        let name = template.names[position]
        guard case .object(let view) = kind else {
            let message = "`\(template.name(of: node))` looks for `\(name)` in \(kind.description)"
            add("template-kind-mismatch", message, node, in: template)
            return nil
        }
        if let field = view.field(named: name) { return field.kind }
        let meant = closestMatch(to: name, among: view.fields.map(\.name))
        add(
            "template-name-unknown",
            "the view `\(view.name)` has no `\(name)`",
            node,
            in: template,
            notes: meant.map { [Note("did you mean `\($0)`?")] } ?? [],
            fixes: meant.map { meant in
                let names = node.names.map { $0 == position ? meant : template.names[$0] }
                return template.renaming(node, to: names.joined(separator: "."))
            } ?? []
        )
        return nil
    }
}

extension TemplateFindings {
    mutating func checkWritable(_ kind: FieldKind, _ node: TemplateNode, in template: Template) {
        switch kind {
        case .html: break
        case .text, .number, .phrase:
            guard node.kind == .unescapedVariable else { return }
            reportUnescaped(node, in: template)
        case .flag, .texts, .object, .list:
            reportNotWritable(kind, node, in: template)
        }
    }

    mutating func checkCountable(_ kind: FieldKind, _ node: TemplateNode, in template: Template) {
        guard kind != .number else { return }
        let message = "`\(template.name(of: node))` is \(kind.description), and only a number can be counted"
        add("template-kind-mismatch", message, node, in: template)
    }

    private mutating func reportUnescaped(_ node: TemplateNode, in template: Template) {
        let name = template.name(of: node)
        add(
            "template-unescaped-text",
            "`\(name)` is a text and may not be written unescaped",
            node,
            in: template,
            notes: [Note("write `{{\(name)}}`: HTML made by Candor is written unescaped by itself")]
        )
    }

    private mutating func reportNotWritable(_ kind: FieldKind, _ node: TemplateNode, in template: Template) {
        let name = template.name(of: node)
        add(
            "template-kind-mismatch",
            "`\(name)` is \(kind.description) and cannot be written as text",
            node,
            in: template,
            notes: [Note("a section `{{#\(name)}}…{{/\(name)}}` uses it")]
        )
    }

    mutating func reportDynamic(_ node: TemplateNode, in template: Template) {
        add(
            "template-partial-missing",
            "which template `*\(template.name(of: node))` names shows only while rendering: it cannot be checked",
            node,
            in: template
        )
    }

    mutating func reportTooDeep(_ node: TemplateNode, in template: Template) {
        let message = "`\(template.name(of: node))` brings in templates and blocks without end"
        add("template-nested-too-deeply", message, node, in: template)
    }

    /// A template may be followed several times; its author reads each problem once.
    private mutating func add(
        _ id: String,
        _ message: String,
        _ node: TemplateNode,
        in template: Template,
        notes: [Note] = [],
        fixes: [Fix] = []
    ) {
        let place = template.range(of: node)
        guard places.insert(place).inserted else { return }
        report.error(id, message, at: place, notes: notes, fixes: fixes)
    }
}
