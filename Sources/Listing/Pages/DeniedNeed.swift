import LocatedJSON
import Markdown

/// Recognises a scope that a sentence, a row of a table or a list names only to say that it is not needed.
///
/// ``DenialWords`` and ``DenialLexicon`` have what counts as saying so. When unsure, a name is a mention. A sentence is read
/// once for all its names, and a long one says nothing.
struct DeniedNeed {
    private let document: MarkdownDocument
    private let language: LanguageChoice
    private let lexicon: DenialLexicon?
    /// What the integration and its features are called.
    private let ownNames: [[String]]
    private let scopeLinks: Set<Int>
    private var block = 0
    private var text: BlockText?
    private var sentence: ReadSentence?
    private var lists: [Int: ReadSentence] = [:]

    /// - Parameter ownNames: what the integration and its features are called.
    init(in document: MarkdownDocument, _ language: LanguageChoice, ownNames: [String]) {
        self.document = document
        self.language = language
        let isEnglish = language.isEnglish
        lexicon = isEnglish ? nil : DenialLexicon.of(language.wanted)
        let headings = document.headings.filter { $0.feature != nil }.map(\.title)
        self.ownNames = (ownNames + headings).map {
            SentenceWords(of: $0.utf8, partingElisions: !isEnglish).words
        }
        scopeLinks = Set(document.references.lazy.filter { $0.kind == .scope }.map(\.node))
    }

    /// What follows stands in another paragraph, heading or cell.
    mutating func begin(_ block: Int) {
        self.block = block
        text = nil
        sentence = nil
    }

    /// - Parameters:
    ///   - node: where the name stands, in the block that was begun last.
    ///   - offset: where in the node's literal text it begins; nil where the whole node is the name.
    ///   - isOptional: whether customers may decline the scope, so that it is needed by nothing and used all the same.
    mutating func isDenied(_ node: Int, at offset: Int?, isOptional: Bool) -> Bool {
        guard language.isEnglish || lexicon != nil else { return false }
        let text = self.text ?? BlockText(of: block, in: document, names: scopeLinks)
        self.text = text
        guard let offset = text.offset(of: node, offset) else { return false }
        if sentence?.range.contains(offset) != true {
            sentence = ReadSentence(text.sentence(at: offset), of: text.bytes, lexicon)
        }
        if sentence?.isDenial(at: offset, isOptional: isOptional, lexicon, ownNames) == true { return true }
        // Tables and lists are not told of in other languages.
        guard language.isEnglish, text.isStart(offset) else { return false }
        return isDeniedByRow(node, isOptional: isOptional) || isDeniedByIntroduction(node, isOptional: isOptional)
    }

    /// In nodes: what stands further off belongs to something else.
    private static let nodeReach = 64
}

extension DeniedNeed {
    /// A sentence of a block, as it was read for the first of its names.
    struct ReadSentence {
        let range: Range<Int>
        /// nil where nothing of it denies anything.
        private let words: SentenceWords?
        /// By whether the scope may be declined; of other languages than English a sentence denies all its names or none.
        private var verdicts: [Bool: Bool] = [:]

        /// In bytes: who says that something is not needed takes fewer.
        private static let longest = 480

        init(_ range: Range<Int>, of text: [UInt8], _ lexicon: DenialLexicon?) {
            self.range = range
            let bytes = text[range]
            let mayDeny = bytes.count <= Self.longest && (lexicon?.hasSign(in: bytes) ?? DenialWords.hasDenial(bytes))
            words = mayDeny ? SentenceWords(of: bytes, partingElisions: lexicon != nil) : nil
        }

        /// - Parameter offset: of the name, in the block's text.
        mutating func isDenial(
            at offset: Int,
            isOptional: Bool,
            _ lexicon: DenialLexicon?,
            _ ownNames: [[String]]
        ) -> Bool {
            guard let words else { return false }
            if let verdict = verdicts[isOptional] { return verdict }
            guard let surroundings = words.surroundings(ofWordAt: offset - range.lowerBound) else { return false }
            guard let lexicon else {
                return DenialWords(surroundings, isOptional: isOptional, ownNames: ownNames).isDenial
            }
            let denial = TranslatedDenial(lexicon, surroundings, isOptional: isOptional, ownNames: ownNames)
            verdicts[isOptional] = denial.isDenial
            return denial.isDenial
        }
    }
}

extension DeniedNeed {
    /// Whether the only other cell of the name's row says "No" under a heading such as "Needed", or "Not used".
    ///
    /// With a third, there is something to be said of it.
    private func isDeniedByRow(_ node: Int, isOptional: Bool) -> Bool {
        guard let cell = ancestor(of: node, where: \.isCell), let row = ancestor(of: cell, where: { $0 == .tableRow }),
            let table = ancestor(of: row, where: { $0 == .table })
        else { return false }
        let others = cells(of: row).enumerated().filter { $0.element != cell && !cellText($0.element).isEmpty }
        let headings = cells(of: table + 1)
        guard others.count == 1, let other = others.first, other.offset < headings.count,
            let words = DenialWords.denyingWords(of: cellText(other.element))?.filter({ $0 != SentenceWords.stop })
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

    /// No more of it than says whether something is needed.
    private func cellText(_ cell: Int) -> ArraySlice<UInt8> {
        guard document.nodes[cell].subtreeEnd - cell < Self.nodeReach else { return [] }
        return BlockText(of: cell, in: document, names: scopeLinks).bytes.prefix(Self.longestCell)
    }

    private static let longestCell = 240

    /// Whether a name stands first in a list that is begun by "Permissions that are not used:".
    private mutating func isDeniedByIntroduction(_ node: Int, isOptional: Bool) -> Bool {
        guard let item = ancestor(of: node, where: \.isItem), let list = ancestor(of: item, where: \.isList), list > 1,
            let introduction = introduction(of: list)
        else { return false }
        var sentence = introduction
        return sentence.isDenial(at: sentence.range.upperBound, isOptional: isOptional, nil, ownNames)
    }

    /// The last sentence before a list, where it ends in a colon; what comes behind the colon stands for the list.
    private mutating func introduction(of list: Int) -> ReadSentence? {
        if let known = lists[list] { return known }
        guard let begin = block(before: list), document.nodes[begin].kind == .paragraph else { return nil }
        let text = BlockText(of: begin, in: document, names: scopeLinks)
        guard text.bytes.last == UInt8(ascii: ":") else { return nil }
        let start = text.sentence(at: text.bytes.count).lowerBound
        let listed = text.bytes + Array(" `name`".utf8)
        let sentence = ReadSentence(start..<listed.count, of: listed, nil)
        lists[list] = sentence
        return sentence
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
