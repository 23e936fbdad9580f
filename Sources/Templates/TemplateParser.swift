import Diagnostics

/// Lays the tags of one template out as nodes and checks that what is opened is closed.
struct TemplateParser {
    /// A file with more errors is none that its author would mend one by one.
    static let mostErrors = 100
    /// Rendering calls itself for what is inside a section.
    static let deepestNesting = 100

    private let name: String
    private let source: [UInt8]
    private var scanner: TagScanner
    private var writer: NodeWriter
    private var open: [OpenTag] = []
    private var problems = DiagnosticReport()

    init(name: String, path: String, source: [UInt8]) {
        self.name = name
        self.source = source
        scanner = TagScanner(path: path, source: source)
        writer = NodeWriter(source: source)
    }

    mutating func parse(reporting report: inout DiagnosticReport) -> Template? {
        var isTooDeep = false
        while !isTooDeep, let tag = scanner.next(reporting: &problems) {
            add(tag)
            isTooDeep = open.count > Self.deepestNesting
        }
        if isTooDeep {
            reportTooDeep()
        } else if problems.errorCount >= Self.mostErrors {
            reportManyErrors()
        } else {
            finishText(at: source.count, resumingAt: source.count)
            for tag in open { reportUnclosed(tag.tag) }
        }
        report.add(contentsOf: problems)
        guard !problems.hasErrors else { return nil }
        return writer.template(name: name, path: scanner.path)
    }

    private mutating func add(_ tag: TemplateTag) {
        switch tag.kind {
        case .comment, .delimiters: _ = finishLine(around: tag)
        case .closing: close(tag)
        case .block where isDirectlyInParent: openArgument(tag)
        case _ where isDirectlyInParent: reportIgnored(tag)
        case .variable: addInline(.variable, tag)
        case .unescapedVariable: addInline(.unescapedVariable, tag)
        case .text: addInline(.text, tag)
        case .scriptText: addInline(.scriptText, tag)
        case .partial: addPartial(tag)
        case .section, .invertedSection: openSection(tag)
        case .parent: openParent(tag)
        case .textBlock: openTextBlock(tag)
        case .block: openParameter(tag)
        }
    }

    private var isDirectlyInParent: Bool {
        open.last?.tag.kind == .parent || open.last?.tag.kind == .textBlock
    }

    /// Ends the literal text before a tag and, when the tag stands alone, takes its whole line out.
    private mutating func finishLine(around tag: TemplateTag) -> StandaloneLine? {
        let line = writer.standaloneLine(around: tag.range)
        finishText(at: line?.start ?? tag.range.start, resumingAt: line?.end ?? tag.range.end)
        return line
    }

    private mutating func finishText(at end: Int, resumingAt next: Int) {
        if isDirectlyInParent {
            warnOfIgnoredText(upTo: end)
        } else {
            writer.addText(upTo: end)
        }
        writer.skipText(to: next)
    }
}

/// A tag that waits for its closing tag.
private struct OpenTag {
    let tag: TemplateTag
    let node: Int
    /// Where the line begins, when only blanks stand before the tag.
    var lineStart: Int?
    /// The blanks before a parent tag, written as text until its closing tag shows that it stands alone.
    var blanksNode: Int?
    /// What the surrounding block takes away from its lines.
    var outerMargin: ByteRange
}

extension TemplateParser {
    private mutating func addInline(_ kind: TemplateNode.Kind, _ tag: TemplateTag) {
        finishText(at: tag.range.start, resumingAt: tag.range.end)
        writer.add(kind, tag)
    }

    private mutating func openTextBlock(_ tag: TemplateTag) {
        finishText(at: tag.range.start, resumingAt: tag.range.end)
        push(tag, node: writer.add(.textBlock, tag))
    }

    private mutating func addPartial(_ tag: TemplateTag) {
        let line = finishLine(around: tag)
        let node = writer.add(.partial, tag)
        guard let line else { return }
        writer.indent(node, like: ByteRange(line.start, tag.range.start), opensLine: true)
    }

    private mutating func openSection(_ tag: TemplateTag) {
        _ = finishLine(around: tag)
        push(tag, node: writer.add(tag.kind == .section ? .section : .invertedSection, tag))
    }

    private mutating func openParent(_ tag: TemplateTag) {
        let lineStart = writer.blankLineStart(before: tag.range.start)
        finishText(at: lineStart ?? tag.range.start, resumingAt: lineStart ?? tag.range.start)
        let blanksNode = lineStart.map { _ in writer.addSeparateText(upTo: tag.range.start) }
        writer.skipText(to: tag.range.end)
        push(tag, node: writer.add(.parent, tag), lineStart: lineStart, blanksNode: blanksNode)
    }

    private mutating func openParameter(_ tag: TemplateTag) {
        let lineStart = writer.blankLineStart(before: tag.range.start)
        let line = finishLine(around: tag)
        let node = writer.add(.parameter, tag)
        push(tag, node: node, lineStart: lineStart)
        guard let line else { return }
        writer.indent(node, like: writer.margin(ofLinesFrom: line.end), opensLine: true)
    }

    private mutating func openArgument(_ tag: TemplateTag) {
        let lineEnd = writer.blankLineEnd(after: tag.range.end)
        finishText(at: tag.range.start, resumingAt: lineEnd ?? tag.range.end)
        let node = writer.add(.argument, tag)
        if let parent = open.last, let first = writer.setArgument(node, named: tag.name, of: parent.node) {
            reportRepeated(tag, first: writer.tag(of: first))
        }
        push(tag, node: node)
        if let lineEnd { writer.margin = writer.margin(ofLinesFrom: lineEnd) }
    }

    private mutating func push(_ tag: TemplateTag, node: Int, lineStart: Int? = nil, blanksNode: Int? = nil) {
        open.append(
            OpenTag(tag: tag, node: node, lineStart: lineStart, blanksNode: blanksNode, outerMargin: writer.margin)
        )
    }
}

extension TemplateParser {
    private mutating func close(_ tag: TemplateTag) {
        guard let opening = matchingOpening(of: tag) else {
            finishText(at: tag.range.start, resumingAt: tag.range.end)
            return
        }
        switch writer.nodes[opening.node].kind {
        case .parent: closeParent(opening, with: tag)
        case .argument: closeArgument(with: tag)
        case .parameter: closeParameter(opening, with: tag)
        case .textBlock: finishText(at: tag.range.start, resumingAt: tag.range.end)
        default: _ = finishLine(around: tag)
        }
        open.removeLast()
        writer.margin = opening.outerMargin
        writer.close(opening.node)
    }

    private mutating func closeParent(_ opening: OpenTag, with tag: TemplateTag) {
        let lineEnd = opening.lineStart == nil ? nil : writer.blankLineEnd(after: tag.range.end)
        finishText(at: tag.range.start, resumingAt: lineEnd ?? tag.range.end)
        guard lineEnd != nil, let blanks = opening.blanksNode else { return }
        writer.moveText(of: blanks, toIndent: opening.node)
    }

    private mutating func closeArgument(with tag: TemplateTag) {
        let lineStart = writer.blankLineStart(before: tag.range.start)
        finishText(at: lineStart ?? tag.range.start, resumingAt: tag.range.end)
    }

    private mutating func closeParameter(_ opening: OpenTag, with tag: TemplateTag) {
        _ = finishLine(around: tag)
        guard let lineStart = opening.lineStart else { return }
        let blanks = ByteRange(lineStart, opening.tag.range.start)
        if writer.nodes[opening.node].opensLine {
            if writer.isEmpty(opening.node) { writer.indent(opening.node, like: blanks, opensLine: true) }
        } else if writer.blankLineEnd(after: tag.range.end) != nil {
            writer.indent(opening.node, like: blanks, opensLine: false)
        }
    }

    /// The innermost open tag, once those that the author forgot to close are reported and taken as closed.
    private mutating func matchingOpening(of tag: TemplateTag) -> OpenTag? {
        guard let index = open.lastIndex(where: { $0.tag.closingName == tag.closingName }) else {
            return misspeltOpening(of: tag)
        }
        while open.count > index + 1, let forgotten = open.popLast() {
            reportUnclosed(forgotten.tag, before: tag)
            writer.close(forgotten.node)
        }
        return open.last
    }

    private mutating func misspeltOpening(of tag: TemplateTag) -> OpenTag? {
        guard let innermost = open.last else {
            report("`\(scanner.excerpt(tag.range))` closes nothing", tag)
            return nil
        }
        let expected = innermost.tag.closingName
        let edit = TextEdit(place(tag.nameRange), replacement: expected)
        report(
            "`\(scanner.excerpt(tag.range))` stands where `\(expected)` is to be closed",
            tag,
            notes: [Note("`\(scanner.excerpt(innermost.tag.range))` is opened here", at: place(innermost.tag.range))],
            fixes: [Fix("Close `\(expected)`", safety: .needsReview, edits: [edit])]
        )
        return closestMatch(to: tag.closingName, among: [expected]) == nil ? nil : innermost
    }
}

extension TemplateParser {
    private func place(_ range: ByteRange) -> SourceRange {
        SourceRange(path: scanner.path, bytes: range)
    }

    private mutating func report(_ message: String, _ tag: TemplateTag, notes: [Note] = [], fixes: [Fix] = []) {
        problems.error("template-syntax", message, at: place(tag.range), notes: notes, fixes: fixes)
    }

    private mutating func reportUnclosed(_ tag: TemplateTag, before closing: TemplateTag? = nil) {
        let notes = closing.map { closing in
            [Note("`\(scanner.excerpt(closing.range))` closes what is around it", at: place(closing.range))]
        }
        report("`\(scanner.excerpt(tag.range))` is never closed", tag, notes: notes ?? [])
    }

    private mutating func reportTooDeep() {
        guard let innermost = open.last else { return }
        report(
            "`\(scanner.excerpt(innermost.tag.range))` is nested in more than \(Self.deepestNesting) others",
            innermost.tag
        )
    }

    private mutating func reportManyErrors() {
        guard let last = problems.diagnostics.last?.range else { return }
        let message = "the rest of the template is not read after \(Self.mostErrors) errors"
        problems.add(Diagnostic(id: "template-syntax", severity: .note, message: message, range: last))
    }

    private mutating func reportIgnored(_ tag: TemplateTag) {
        finishText(at: tag.range.start, resumingAt: tag.range.end)
        guard let parent = open.last else { return }
        report(
            "`\(scanner.excerpt(tag.range))` is never rendered: only blocks count inside a parent tag",
            tag,
            notes: [Note("the parent tag is opened here", at: place(parent.tag.range))]
        )
        guard [.section, .invertedSection, .parent, .textBlock].contains(tag.kind) else { return }
        push(tag, node: writer.add(.section, tag))
    }

    private mutating func reportRepeated(_ tag: TemplateTag, first: ByteRange) {
        report(
            "the block `\(tag.name)` is given twice",
            tag,
            notes: [Note("it is given here already", at: place(first))]
        )
    }

    private mutating func warnOfIgnoredText(upTo end: Int) {
        guard let ignored = writer.wordsOfText(upTo: end) else { return }
        problems.warning(
            "template-syntax",
            "`\(scanner.excerpt(ignored))` is never rendered: only blocks count inside a parent tag",
            at: place(ignored)
        )
    }
}
