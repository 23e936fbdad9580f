package import Diagnostics
import Markup

extension TemplateLibrary {
    /// The templates with the texts of a language in the place of their tags: rendering finds only literal text, and the
    /// places of the texts as variables.
    package func translated(into texts: Texts, reporting report: inout DiagnosticReport) -> TemplateLibrary {
        var translated: [String: Template] = [:]
        for (name, template) in templates.sorted(by: { $0.key < $1.key }) {
            var translation = TemplateTranslation(of: template, texts)
            translated[name] = translation.run(reporting: &report)
        }
        return TemplateLibrary(names: names, templates: translated, texts: texts)
    }

    /// The keys of the texts in the templates that are brought in when one of `entries` is rendered.
    package func textKeys(reachableFrom entries: some Sequence<String>) -> Set<String> {
        names(reachableFrom: entries).reduce(into: []) { keys, name in
            guard let template = self[name] else { return }
            for node in template.nodes where node.isText { keys.insert(template.name(of: node)) }
        }
    }
}

extension TemplateNode {
    fileprivate var isText: Bool { kind == .text || kind == .scriptText || kind == .textBlock }
}

/// Copies one template and writes texts in the place of their tags.
private struct TemplateTranslation {
    private let source: Template
    private let texts: Texts
    private var nodes: [TemplateNode] = []
    private var places: [TagPlace]
    private var arguments: [Int: [String: Int]] = [:]
    private var text: [UInt8] = []
    private var names: [String]
    /// A literal before this node may not grow: it is inside another node.
    private var firstGrowingNode = 0
    private var problems = DiagnosticReport()
    private var isBrokenOff = false

    /// A block stands in a text as often as the text names its place, and blocks hold texts with blocks.
    private static let mostBytes = 8 << 20
    private static let mostNodes = 500_000

    init(of source: Template, _ texts: Texts) {
        self.source = source
        self.texts = texts
        places = source.places
        names = source.names
    }

    mutating func run(reporting report: inout DiagnosticReport) -> Template {
        guard source.nodes.contains(where: \.isText) else { return source }
        copy(0..<source.nodes.count)
        report.add(contentsOf: problems)
        return Template(
            name: source.name,
            path: source.path,
            nodes: nodes,
            places: places,
            arguments: arguments,
            text: text,
            names: names
        )
    }

    private mutating func copy(_ range: Range<Int>) {
        var index = range.lowerBound
        while index < range.upperBound, !isBrokenOff {
            let node = source.nodes[index]
            // A block stands in every place of its name, in every form of a text.
            guard nodes.count < Self.mostNodes, text.count < Self.mostBytes else { return breakOff(at: node) }
            switch node.kind {
            case .literal: write(source.text[node.text])
            case .text, .textBlock: writeText(of: index)
            case .scriptText:
                if let text = knownText(of: node) { writeEscaped(texts.pattern(of: text)) }
            default: copyNode(at: index)
            }
            index = node.end
        }
    }

    private mutating func copyNode(at index: Int) {
        var node = source.nodes[index]
        let written = text.count
        text += source.text[node.text]
        node.text = written..<text.count
        let copied = open(node)
        let before = nodes.count
        copy(source.content(of: index))
        if source.arguments[index] != nil { findArguments(of: copied, from: before) }
        close(copied)
    }

    /// What is inside a parent tag may have become longer or shorter.
    private mutating func findArguments(of parent: Int, from start: Int) {
        var found: [String: Int] = [:]
        var index = start
        while index < nodes.count {
            if nodes[index].kind == .argument { found[names[nodes[index].names.lowerBound]] = index }
            index = nodes[index].end
        }
        arguments[parent] = found
    }

    private mutating func open(_ node: TemplateNode) -> Int {
        nodes.append(node)
        firstGrowingNode = nodes.count
        return nodes.count - 1
    }

    private mutating func close(_ index: Int) {
        nodes[index].end = nodes.count
        firstGrowingNode = nodes.count
    }

    private mutating func write(_ bytes: some Collection<UInt8>) {
        guard !bytes.isEmpty else { return }
        let written = text.count
        text += bytes
        if nodes.count > firstGrowingNode, let last = nodes.last, last.kind == .literal {
            nodes[nodes.count - 1].text = last.text.lowerBound..<text.count
        } else {
            nodes.append(
                TemplateNode(kind: .literal, place: 0, names: 0..<0, text: written..<text.count, end: nodes.count + 1)
            )
        }
    }

    private mutating func writeEscaped(_ words: String) {
        var bytes: [UInt8] = []
        bytes.appendEscaped(words)
        write(bytes)
    }
}

extension TemplateTranslation {
    private mutating func knownText(of node: TemplateNode) -> InterfaceText? {
        let key = source.name(of: node)
        if let text = texts[key] { return text }
        // What is wrong with its file has been reported.
        guard !texts.isUnread(key) else { return nil }
        let meant = closestMatch(to: key, among: texts.keys.sorted())
        problems.error(
            "template-text-unknown",
            "there is no text `\(key)`",
            at: source.range(of: node),
            notes: meant.map { [Note("did you mean `\($0)`?")] } ?? [],
            fixes: meant.map { source.renaming(node, to: $0) } ?? []
        )
        return nil
    }

    private mutating func writeText(of index: Int) {
        guard let text = knownText(of: source.nodes[index]) else { return }
        guard nodes.count < Self.mostNodes, self.text.count < Self.mostBytes else {
            return breakOff(at: source.nodes[index])
        }
        let blocks = source.arguments[index] ?? [:]
        reportBlocks(blocks, without: text)
        guard let count = text.count else { return write(text.forms.first?.pieces ?? [], blocks) }
        let plural = open(node(.plural, naming: count))
        for form in text.forms {
            let opened = open(node(.pluralForm(form.category), naming: nil))
            write(form.pieces, blocks)
            close(opened)
        }
        close(plural)
    }

    private mutating func breakOff(at node: TemplateNode) {
        isBrokenOff = true
        problems.error(
            "template-nested-too-deeply",
            "with its texts the template has more than \(Self.mostBytes) bytes or \(Self.mostNodes) tags",
            at: source.range(of: node)
        )
    }

    private mutating func write(_ pieces: [InterfaceText.Piece], _ blocks: [String: Int]) {
        for piece in pieces where !isBrokenOff {
            switch piece {
            case .words(let words): writeEscaped(words)
            case .place(let place):
                if let block = blocks[place.name] {
                    copy(source.content(of: block))
                } else {
                    writeVariable(place)
                }
            }
        }
    }

    private mutating func writeVariable(_ place: InterfaceText.Place) {
        let isIsolated = texts.direction == .rightToLeft
        if isIsolated { write(Texts.isolateStart.utf8) }
        close(open(node(.variable, naming: place)))
        if isIsolated { write(Texts.isolateEnd.utf8) }
    }

    private mutating func node(_ kind: TemplateNode.Kind, naming place: InterfaceText.Place?) -> TemplateNode {
        let firstName = names.count
        if let place {
            names.append(place.name)
            places.append(TagPlace(tag: place.range.bytes, name: place.range.bytes, path: place.range.path))
        }
        return TemplateNode(
            kind: kind,
            place: place == nil ? 0 : places.count - 1,
            names: firstName..<names.count,
            text: 0..<0,
            end: nodes.count + 1
        )
    }

    private mutating func reportBlocks(_ blocks: [String: Int], without text: InterfaceText) {
        let known = Set(text.places.map(\.name)).union(texts.placesLeftOut(of: text.key))
        for (name, index) in blocks.sorted(by: { $0.value < $1.value }) where !known.contains(name) {
            problems.error(
                "template-name-unknown",
                "the text `\(text.key)` has no place `{\(name)}`",
                at: source.range(of: source.nodes[index]),
                notes: [Note("write `{\(name)}` where it belongs in the text", at: text.keyRange)]
            )
        }
    }
}
