import Markdown

/// Recognises a scope that a sentence names only to say that it is not needed.
///
/// Two ways of saying so are certain: a need that is negated right before the name ("does not need `a` or `b`"), and a
/// name between "no" and "is needed". "Without `a`, nothing is shown" speaks of a scope that is needed, and whatever
/// stands between the words makes the sentence mean something else.
struct DeniedNeed {
    private let document: MarkdownDocument

    init(in document: MarkdownDocument) {
        self.document = document
    }

    /// - Parameters:
    ///   - node: where the name stands.
    ///   - place: where in the node's literal text it stands; nil where the whole node is the name.
    func isDenied(_ node: Int, at place: Range<Int>?) -> Bool {
        guard mayBeDenied(node, at: place) else { return false }
        let literal = place == nil ? [] : document.literalBytes(of: document.nodes[node])
        let before = place.map { literal[..<$0.lowerBound] } ?? []
        let words = Self.words(of: text(before: node) + before).reversed().drop(while: Self.isFiller)
        guard let last = words.first else { return false }
        if Self.needs.contains(last) || (last == "for" && words.dropFirst().first == "ask") {
            return words.dropFirst(last == "for" ? 2 : 1).prefix(2).contains(where: Self.isNegation)
        }
        guard last == "no" else { return false }
        let after = place.map { literal[$0.upperBound...] } ?? []
        let following = Self.words(of: Array(after) + text(after: node)).drop(while: Self.isFiller).prefix(2)
        return (following.first == "is" || following.first == "are")
            && (following.last == "needed" || following.last == "required")
    }

    private static let reach = 120

    /// Hardly a name has a denial before it; the words are looked at only where the letters of one are.
    private func mayBeDenied(_ node: Int, at place: Range<Int>?) -> Bool {
        if let place, Self.hasDenial(document.literalBytes(of: document.nodes[node])[..<place.lowerBound]) {
            return true
        }
        var length = 0
        var index = node - 1
        while index > 0, length < Self.reach {
            let node = document.nodes[index]
            guard node.kind.rawValue >= MarkdownNode.Kind.text.rawValue else { return false }
            if node.kind == .text {
                let bytes = document.literalBytes(of: node)
                if Self.hasDenial(bytes) { return true }
                length += bytes.count
            }
            index -= 1
        }
        return false
    }

    /// Whether "no", "n't" or "nev" stands in a text.
    private static func hasDenial(_ bytes: ArraySlice<UInt8>) -> Bool {
        let end = bytes.endIndex
        for offset in bytes.suffix(reach).indices.dropLast() where bytes[offset] | 0x20 == UInt8(ascii: "n") {
            switch bytes[offset + 1] {
            case UInt8(ascii: "o"), UInt8(ascii: "'"), 0xE2: return true
            case UInt8(ascii: "e"): if offset + 2 < end, bytes[offset + 2] == UInt8(ascii: "v") { return true }
            default: break
            }
        }
        return false
    }

    /// What is read before a node in its block, code as a filler.
    private func text(before node: Int) -> [UInt8] {
        var parts: [[UInt8]] = []
        var length = 0
        var index = node - 1
        while index > 0, length < Self.reach, let part = text(of: index) {
            parts.append(part)
            length += part.count
            index -= 1
        }
        return Array(parts.reversed().joined())
    }

    private func text(after node: Int) -> [UInt8] {
        var text: [UInt8] = []
        var index = document.nodes[node].subtreeEnd
        while index < document.nodes.count, text.count < Self.reach, let part = self.text(of: index) {
            text += part
            index += 1
        }
        return text
    }

    /// nil for what begins or ends a block.
    private func text(of index: Int) -> [UInt8]? {
        let node = document.nodes[index]
        switch node.kind {
        case .text: return Array(document.literalBytes(of: node))
        case .code: return Array(" the ".utf8)
        case .softBreak, .lineBreak: return [UInt8(ascii: " ")]
        case .emphasis, .strong, .link: return []
        default: return nil
        }
    }

    /// The words since the last sentence ended; a mark that parts a sentence is a word of its own.
    private static func words(of text: [UInt8]) -> [String] {
        let folded = String(decoding: text, as: UTF8.self).lowercased().replacing("’", with: "'")
        return folded.split(separator: " ").flatMap { word -> [String] in
            guard let last = word.last, ".,;:?!".contains(last) else { return [String(word)] }
            return last == "," ? [String(word.dropLast())] : [String(word.dropLast()), "."]
        }
    }

    private static func isNegation(_ word: String) -> Bool {
        word == "not" || word == "never" || word.hasSuffix("n't")
    }

    private static func isFiller(_ word: String) -> Bool { fillers.contains(word) }

    private static let needs: Set = ["need", "needs", "require", "requires", "needed"]
    private static let fillers: Set = [
        "", "the", "a", "an", "any", "or", "and", "nor", "scope", "scopes", "permission", "permissions", "as",
    ]
}
