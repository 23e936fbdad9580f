import Diagnostics
import Markup

/// The state of one run of `TemplateRenderer`.
struct Rendering {
    /// How many sections, partials and blocks may lie inside one another while rendering.
    static let deepest = 200
    /// How many templates and overriding blocks: those that bring in others twice each grow without being deep.
    static let mostTemplates = 10_000_000

    var output: [UInt8] = []
    /// Why rendering was broken off.
    private(set) var problem: Diagnostic?
    /// Asked before every node, so it is not found out from `problem`.
    private var isBrokenOff = false

    private let library: TemplateLibrary
    private let mode: TemplateRenderer.Mode
    /// The values that names are looked up in, the innermost last.
    private var values: [TemplateValue]
    private var overrides = Overrides()
    /// What is put before each line of literal text; values are never indented.
    private var indentation: [UInt8] = []
    /// Whether the indentation is still to be written; kept only while there is one.
    private var isAtLineStart = false
    private var depth = 0
    private var templateCount = 0

    init(library: TemplateLibrary, mode: TemplateRenderer.Mode, value: TemplateValue) {
        self.library = library
        self.mode = mode
        values = [value]
    }

    mutating func render(_ template: Template) {
        render(0..<template.nodes.count, of: template)
    }

    private mutating func render(_ nodes: Range<Int>, of template: Template) {
        var index = nodes.lowerBound
        while index < nodes.upperBound, !isBrokenOff {
            let node = template.nodes[index]
            switch node.kind {
            case .literal: writeLiteral(node.text, of: template)
            case .variable: write(value(of: node, in: template), escaped: true)
            case .unescapedVariable: write(value(of: node, in: template), escaped: mode == .strict)
            case .section: renderSection(index, of: template)
            case .invertedSection where !value(of: node, in: template).isTruthy:
                renderContent(of: index, in: template)
            case .partial: renderPartial(node, of: template)
            case .parent: renderParent(index, of: template)
            case .parameter: renderParameter(index, of: template)
            case .plural: renderPlural(index, of: template)
            case .invertedSection, .argument, .text, .scriptText, .textBlock, .pluralForm: break
            }
            index = node.end
        }
    }

    private mutating func renderContent(of index: Int, in template: Template) {
        guard depth < Self.deepest else { return breakOffTooDeep(template.nodes[index], of: template) }
        depth += 1
        render(template.content(of: index), of: template)
        depth -= 1
    }

    private mutating func renderSection(_ index: Int, of template: Template) {
        let value = value(of: template.nodes[index], in: template)
        guard value.isTruthy else { return }
        switch value {
        case .list(let elements):
            for element in elements where !isBrokenOff { renderContent(of: index, in: template, with: element) }
        case .text, .foreign, .number, .phrase, .html, .object:
            renderContent(of: index, in: template, with: value)
        case .flag, .absent:
            renderContent(of: index, in: template)
        }
    }

    private mutating func renderPlural(_ index: Int, of template: Template) {
        guard case .number(let count) = value(of: template.nodes[index], in: template) else { return }
        let category = library.texts?.category(of: count) ?? .other
        var chosen: Int?
        var form = index + 1
        while form < template.nodes[index].end {
            if template.nodes[form].kind == .pluralForm(category) {
                chosen = form
                break
            }
            if template.nodes[form].kind == .pluralForm(.other) { chosen = form }
            form = template.nodes[form].end
        }
        if let chosen { renderContent(of: chosen, in: template) }
    }

    private mutating func renderContent(of index: Int, in template: Template, with value: TemplateValue) {
        values.append(value)
        renderContent(of: index, in: template)
        values.removeLast()
    }
}

extension Rendering {
    private mutating func renderPartial(_ node: TemplateNode, of template: Template) {
        guard let partial = self.template(named: node, of: template) else { return }
        indented(by: node, of: template) { rendering in
            rendering.render(partial)
        }
    }

    private mutating func renderParent(_ index: Int, of template: Template) {
        let node = template.nodes[index]
        guard let parent = self.template(named: node, of: template) else { return }
        overrides.push(template, index)
        indented(by: node, of: template) { rendering in
            rendering.render(parent)
        }
        overrides.pop()
    }

    private mutating func renderParameter(_ index: Int, of template: Template) {
        let node = template.nodes[index]
        guard let override = overrides.override(of: template.names[node.names.lowerBound]) else {
            return renderContent(of: index, in: template)
        }
        let visible = overrides.enter(override)
        indented(by: node, of: template) { rendering in
            rendering.renderContent(of: override.argument, in: override.template)
        }
        overrides.leave(restoring: visible)
    }

    private func template(named node: TemplateNode, of template: Template) -> Template? {
        guard node.isDynamic else { return library[template.names[node.names.lowerBound]] }
        guard case .text(let name) = value(of: node, in: template) else { return nil }
        return library[name]
    }

    private mutating func indented(
        by node: TemplateNode,
        of template: Template,
        _ render: (inout Rendering) -> Void
    ) {
        templateCount += 1
        guard depth < Self.deepest else { return breakOffTooDeep(node, of: template) }
        guard templateCount <= Self.mostTemplates else { return breakOffTooLong(node, of: template) }
        depth += 1
        let width = node.text.count
        indentation.append(contentsOf: template.text[node.text])
        if node.opensLine || width > 0 { isAtLineStart = node.opensLine }
        render(&self)
        indentation.removeLast(width)
        if node.opensLine { isAtLineStart = true }
        depth -= 1
    }

    private mutating func breakOffTooDeep(_ node: TemplateNode, of template: Template) {
        breakOff(
            "`\(template.name(of: node))` is rendered inside more than \(Self.deepest) others",
            at: template.range(of: node)
        )
    }

    private mutating func breakOffTooLong(_ node: TemplateNode, of template: Template) {
        breakOff("rendering brings in more than \(Self.mostTemplates) templates", at: template.range(of: node))
    }

    private mutating func breakOff(_ message: String, at range: SourceRange) {
        isBrokenOff = true
        problem = Diagnostic(id: "template-nested-too-deeply", severity: .error, message: message, range: range)
    }
}

extension Rendering {
    private func value(of node: TemplateNode, in template: Template) -> TemplateValue {
        guard let first = node.names.first else { return values[values.count - 1] }
        var value = value(named: template.names[first])
        for position in node.names.dropFirst() {
            guard case .object(let object) = value else { return .absent }
            value = object.value(named: template.names[position]) ?? .absent
        }
        return value
    }

    private func value(named name: String) -> TemplateValue {
        var index = values.count
        while index > 0 {
            index -= 1
            guard case .object(let object) = values[index] else { continue }
            if let value = object.value(named: name) { return value }
        }
        return .absent
    }

    private mutating func write(_ value: TemplateValue, escaped: Bool) {
        switch value {
        case .text(let text) where escaped:
            writeIndentation()
            output.appendEscaped(text)
        case .text(let text):
            writeIndentation()
            output.append(contentsOf: text.utf8)
        case .foreign(let foreign):
            writeIndentation()
            foreign.write(to: &output)
        case .html(let fragment):
            writeIndentation()
            output.append(contentsOf: fragment.bytes)
        case .number(let number):
            writeIndentation()
            output.append(contentsOf: (library.texts?.string(of: number) ?? String(number)).utf8)
        case .phrase(let phrase):
            writeIndentation()
            write(phrase)
        case .flag(let isSet):
            writeIndentation()
            output.append(contentsOf: (isSet ? "true" : "false").utf8)
        case .absent, .list, .object: break
        }
    }

    private mutating func write(_ phrase: Phrase) {
        guard let texts = library.texts else { return }
        guard phrase.isPartlyForeign else { return output.appendEscaped(texts.string(of: phrase)) }
        for piece in texts.pieces(of: phrase) { piece.write(to: &output) }
    }

    private mutating func writeLiteral(_ range: Range<Int>, of template: Template) {
        guard !indentation.isEmpty else { return output.append(contentsOf: template.text[range]) }
        var lineStart = range.lowerBound
        while lineStart < range.upperBound {
            let line = template.text[lineStart..<range.upperBound]
            let lineEnd = line.firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? range.upperBound
            if !line[lineStart].isLineEnd { writeIndentation() }
            output.append(contentsOf: line[..<lineEnd])
            isAtLineStart = template.text[lineEnd - 1] == UInt8(ascii: "\n")
            lineStart = lineEnd
        }
    }

    private mutating func writeIndentation() {
        guard isAtLineStart, !indentation.isEmpty else { return }
        output.append(contentsOf: indentation)
        isAtLineStart = false
    }
}
