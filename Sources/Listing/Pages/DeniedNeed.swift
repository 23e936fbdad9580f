import LocatedJSON
import Markdown

/// Recognises a scope that a sentence, a row of a table or a list names only to say that it is not needed.
///
/// ``DenialWords`` has what counts as saying so. When unsure, a name is a mention.
struct DeniedNeed {
    private let document: MarkdownDocument
    private let language: LanguageChoice
    private let isOptional: Bool

    /// - Parameter isOptional: whether customers may decline the scope, so that it is needed by nothing and used all the
    ///   same.
    init(in document: MarkdownDocument, _ language: LanguageChoice, isOptional: Bool) {
        self.document = document
        self.language = language
        self.isOptional = isOptional
    }

    /// - Parameters:
    ///   - node: where the name stands.
    ///   - place: where in the node's literal text it stands; nil where the whole node is the name.
    func isDenied(_ node: Int, at place: Range<Int>?) -> Bool {
        let literal = place == nil ? [] : document.literalBytes(of: document.nodes[node])
        let before: [UInt8] = text(before: node) + (place.map { literal[..<$0.lowerBound].suffix(Self.reach) } ?? [])
        let after: [UInt8] =
            (place.map { Array(literal[$0.upperBound...].prefix(Self.reach)) } ?? []) + text(after: node)
        guard language.isEnglish else {
            // Tables and lists are not told of in other languages.
            guard let lexicon = DenialLexicon.of(language.wanted) else { return false }
            return TranslatedDenial(lexicon, before: before, after: after, isOptional: isOptional).isDenial
        }
        if DenialWords(before: before, after: after, isOptional: isOptional)?.isDenial == true { return true }
        guard before.allSatisfy({ $0 == UInt8(ascii: " ") }) else { return false }
        return isDeniedByRow(node) || isDeniedByIntroduction(node)
    }

    /// In bytes to either side, and in nodes: what stands further off belongs to something else.
    private static let reach = 240
    private static let nodeReach = 64
}

extension DeniedNeed {
    /// What is read before a node in its block, code as a name.
    private func text(before node: Int) -> [UInt8] {
        var parts: [ArraySlice<UInt8>] = []
        var length = 0
        var index = node - 1
        while index > 0, length < Self.reach, node - index < Self.nodeReach, let part = text(of: index) {
            parts.append(part.suffix(Self.reach))
            length += part.count
            index -= 1
        }
        return Array(parts.reversed().joined())
    }

    private func text(after node: Int) -> [UInt8] {
        let start = document.nodes[node].subtreeEnd
        return text(from: start, to: min(document.nodes.count, start + Self.nodeReach))
    }

    /// As far as no block begins.
    private func text(from start: Int, to end: Int) -> [UInt8] {
        var text: [UInt8] = []
        var index = start
        while index < end, text.count < Self.reach, let part = self.text(of: index) {
            text += part.prefix(Self.reach)
            index += 1
        }
        return text
    }

    /// nil for what begins or ends a block.
    private func text(of index: Int) -> ArraySlice<UInt8>? {
        let node = document.nodes[index]
        switch node.kind {
        case .text: return document.literalBytes(of: node)
        case .code: return Self.name
        case .softBreak, .lineBreak: return [UInt8(ascii: " ")]
        case .emphasis, .strong, .link: return []
        default: return nil
        }
    }

    private static let name = Array(" `name` ".utf8)[...]
}

extension DeniedNeed {
    /// Whether the only other cell of the name's row says "No" under a heading such as "Needed", or "Not used".
    ///
    /// With a third, there is something to be said of it.
    private func isDeniedByRow(_ node: Int) -> Bool {
        guard let cell = ancestor(of: node, where: \.isCell), let row = ancestor(of: cell, where: { $0 == .tableRow }),
            let table = ancestor(of: row, where: { $0 == .table })
        else { return false }
        let others = cells(of: row).enumerated().filter { $0.element != cell && !cellText($0.element).isEmpty }
        let headings = cells(of: table + 1)
        guard others.count == 1, let other = others.first, other.offset < headings.count,
            let words = DenialWords.denyingWords(of: cellText(other.element))?.filter({ $0 != DenialWords.stop })
        else { return false }
        let heading = DenialWords.words(of: cellText(headings[other.offset]))
        return words == ["no"]
            ? DenialWords.asksForNeed(heading, isOptional: isOptional)
            : DenialWords.isDenial(words, isOptional: isOptional) && DenialWords.isOpen(heading)
    }

    private func cells(of row: Int) -> [Int] {
        guard row < document.nodes.count else { return [] }
        var cells: [Int] = []
        var index = row + 1
        while index < document.nodes[row].subtreeEnd, cells.count < Self.nodeReach {
            if document.nodes[index].kind.isCell { cells.append(index) }
            index = max(index + 1, document.nodes[index].subtreeEnd)
        }
        return cells
    }

    private func cellText(_ cell: Int) -> [UInt8] {
        text(from: cell + 1, to: min(document.nodes[cell].subtreeEnd, cell + Self.nodeReach))
    }

    /// Whether a name stands first in a list that is begun by "Permissions that are not used:".
    private func isDeniedByIntroduction(_ node: Int) -> Bool {
        guard let item = ancestor(of: node, where: \.isItem), let list = ancestor(of: item, where: \.isList), list > 1,
            let begin = block(before: list), document.nodes[begin].kind == .paragraph
        else { return false }
        let text = text(before: list)
        return text.last == UInt8(ascii: ":")
            && DenialWords(before: text, after: [], isOptional: isOptional)?.isDenial == true
    }

    /// The block that ends where another begins.
    private func block(before node: Int) -> Int? {
        (max(0, node - Self.nodeReach)..<node).reversed().first {
            document.nodes[$0].kind == .paragraph && document.nodes[$0].subtreeEnd == node
        }
    }

    private func ancestor(of node: Int, where isWanted: (MarkdownNode.Kind) -> Bool) -> Int? {
        var index = node - 1
        var steps = 0
        while index >= 0, steps < Self.nodeReach * 4 {
            let candidate = document.nodes[index]
            if isWanted(candidate.kind), candidate.subtreeEnd > node { return index }
            index -= 1
            steps += 1
        }
        return nil
    }
}
