import Diagnostics
import LocatedJSON
import Markdown

/// The names that count as scopes in a page: those of the catalogue and those that are requested.
struct ScopeNames {
    private let catalogue: Catalogue
    private let requested: Set<String>
    private let optional: Set<String>

    init(catalogue: Catalogue, requests: [ScopeRequest]) {
        self.catalogue = catalogue
        let declinable = requests.filter { $0.requirement != .required }
        optional = Set(declinable.map(\.id.value)).union(declinable.map(\.reference))
        requested = Set(requests.map(\.id.value)).union(requests.map(\.reference))
    }

    /// Whether customers may decline a scope.
    func isOptional(_ name: String) -> Bool { optional.contains(name) }

    func name(_ bytes: ArraySlice<UInt8>) -> String? {
        guard !bytes.isEmpty, bytes.count <= Self.longestName else { return nil }
        let text = String(decoding: bytes, as: UTF8.self)
        if requested.contains(text) || catalogue.hasScope(text) { return text }
        // `chat:write@user` speaks of a scope even when it is requested for another actor.
        guard let at = text.lastIndex(of: "@"), catalogue.hasScope(String(text[..<at])) else { return nil }
        return text
    }

    private static let longestName = 256
}

/// Finds the scopes that a page names: in `scope:` links, in inline code, and as whole tokens of prose.
///
/// A name that is a plain word, such as `data`, counts in links and inline code only: in prose it is just the word.
struct ScopeMentionFinder {
    struct Mention {
        let scope: String
        let range: ByteRange
        let node: Int
        /// Whether a reader can see it: a link without text, and what is struck out or stands in a picture, is nothing said.
        let isVisible: Bool
        /// Whether the sentence names it only to say that it is not needed.
        let isDenied: Bool
    }

    private(set) var mentions: [Mention] = []
    private let document: MarkdownDocument
    private let names: ScopeNames
    private let language: LanguageChoice

    init(_ document: MarkdownDocument, _ names: ScopeNames, in language: LanguageChoice) {
        self.document = document
        self.language = language
        self.names = names
        var references = document.references.filter { $0.kind == .scope }[...]
        // The text of such a link says the same once more.
        var linkEnd = 0
        var hiddenEnd = 0
        for (index, node) in document.nodes.enumerated() {
            if let reference = references.first, reference.node == index {
                references.removeFirst()
                linkEnd = max(linkEnd, node.subtreeEnd)
                add(
                    reference,
                    isVisible: index >= hiddenEnd && !reference.isImage && document.hasVisibleText(inNode: index)
                )
            }
            if node.kind == .image || node.kind == .strikethrough { hiddenEnd = max(hiddenEnd, node.subtreeEnd) }
            guard index >= linkEnd, index >= hiddenEnd, node.isProse else { continue }
            if node.kind == .code { findName(inCode: index) } else { findTokens(inText: index) }
        }
    }

    private mutating func add(_ reference: MarkdownReference, isVisible: Bool) {
        mentions.append(
            Mention(
                scope: reference.id,
                range: reference.range,
                node: reference.node,
                isVisible: isVisible,
                isDenied: denial(of: reference.id).isDenied(reference.node, at: nil)
            )
        )
    }

    private func denial(of name: String) -> DeniedNeed {
        DeniedNeed(in: document, language, isOptional: names.isOptional(name))
    }

    private mutating func findName(inCode index: Int) {
        let node = document.nodes[index]
        guard let name = names.name(document.literalBytes(of: node)) else { return }
        let isDenied = denial(of: name).isDenied(index, at: nil)
        mentions.append(Mention(scope: name, range: node.range, node: index, isVisible: true, isDenied: isDenied))
    }

    private mutating func findTokens(inText number: Int) {
        let node = document.nodes[number]
        let bytes = document.literalBytes(of: node)
        var start = bytes.startIndex
        var offset = start
        var hasMark = false
        while offset < bytes.endIndex {
            if isMark(bytes[offset]) {
                hasMark = true
                offset += 1
            } else if case let length = letterLength(bytes, at: offset), length > 0 {
                offset += length
            } else {
                if hasMark { addToken(bytes[start..<offset], of: node, number, literalStart: bytes.startIndex) }
                offset += 1
                start = offset
                hasMark = false
            }
        }
        if hasMark { addToken(bytes[start...], of: node, number, literalStart: bytes.startIndex) }
    }

    /// Marks at the end belong to the sentence: `users:read.` names `users:read`.
    private mutating func addToken(_ token: ArraySlice<UInt8>, of node: MarkdownNode, _ index: Int, literalStart: Int) {
        var trimmed = token
        while let last = trimmed.last, isMark(last) { trimmed.removeLast() }
        guard trimmed.contains(where: isMark), let name = names.name(trimmed) else { return }
        // The text stands in the source as it is only when both are of one length.
        let isLiteral = node.isRangeExact && node.range.count == document.literalBytes(of: node).count
        let start = node.range.start + trimmed.startIndex - literalStart
        let range = isLiteral ? ByteRange(start, start + trimmed.count) : node.range
        let isDenied = denial(of: name).isDenied(index, at: trimmed.startIndex..<trimmed.endIndex)
        mentions.append(Mention(scope: name, range: range, node: index, isVisible: true, isDenied: isDenied))
    }

    private func isMark(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "_"), UInt8(ascii: "-"),
            UInt8(ascii: "@"), UInt8(ascii: "*"):
            true
        default: false
        }
    }

    /// The length of the letter or digit at an offset, 0 for anything else: quotation marks and dashes end a name.
    private func letterLength(_ bytes: ArraySlice<UInt8>, at offset: Int) -> Int {
        switch bytes[offset] {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            return 1
        case 0xC0...:
            let length = min(bytes[offset] < 0xE0 ? 2 : bytes[offset] < 0xF0 ? 3 : 4, bytes.endIndex - offset)
            let character = String(decoding: bytes[offset..<(offset + length)], as: UTF8.self).unicodeScalars.first
            return character?.properties.isAlphabetic == true ? length : 0
        default: return 0
        }
    }
}
