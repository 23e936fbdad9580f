/// Finds the feature whose section a heading opens: the heading is one `feature:` link and nothing that claims more.
///
/// Emphasis may stand around the link, numbers, pictographs and marks beside it, and after it a badge such as `(beta)`.
struct FeatureHeading {
    private let nodes: [MarkdownNode]
    private let buffer: [UInt8]
    private var feature: String?
    /// What stands beside the link.
    private var before: [UInt8] = []
    private var after: [UInt8] = []

    private init(_ nodes: [MarkdownNode], _ buffer: [UInt8]) {
        self.nodes = nodes
        self.buffer = buffer
    }

    /// The feature's id.
    static func feature(ofHeading index: Int, _ nodes: [MarkdownNode], _ buffer: [UInt8]) -> String? {
        var heading = FeatureHeading(nodes, buffer)
        guard heading.read(index), !hasLetters(heading.before), isBadge(heading.after) else { return nil }
        return heading.feature
    }

    /// Whether there is nothing but text and one link.
    private mutating func read(_ index: Int) -> Bool {
        var child = index + 1
        while child < nodes[index].subtreeEnd {
            let node = nodes[child]
            switch node.kind {
            case .emphasis, .strong: break
            case .softBreak, .lineBreak: add([.space])
            case .text, .code: add(buffer[node.literal.indices])
            case .link:
                guard feature == nil, let id = id(of: node) else { return false }
                feature = id
                child = node.subtreeEnd
                continue
            default: return false
            }
            child += 1
        }
        return feature != nil
    }

    private mutating func add(_ text: ArraySlice<UInt8>) {
        if feature == nil { before += text } else { after += text }
    }

    private func id(of link: MarkdownNode) -> String? {
        let destination = buffer[link.literal.indices]
        guard let scheme = MarkdownReference.Kind.scheme(of: destination), scheme.kind == .feature else { return nil }
        return PercentEncoding.decoded(destination.dropFirst(scheme.length))
    }

    /// Numbers are no words before a link: they count the headings.
    private static func hasLetters(_ text: [UInt8]) -> Bool {
        String(decoding: text, as: UTF8.self).unicodeScalars.contains(where: \.properties.isAlphabetic)
    }

    /// Marks alone, or one word in brackets that tells the state of the feature.
    private static func isBadge(_ text: [UInt8]) -> Bool {
        guard text.contains(where: { $0.isLetterOrDigit || $0 >= 0x80 }) else { return true }
        let open = text.firstIndex { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: "[") }
        guard let open else { return !hasWords(text[...]) }
        let closing = text[open] == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "]")
        guard let close = text[open...].firstIndex(of: closing) else { return false }
        let badge = String(decoding: text[(open + 1)..<close].map(\.foldedCase), as: UTF8.self)
        return badges.contains(badge) && !hasWords(text[..<open]) && !hasWords(text[(close + 1)...])
    }

    /// Numbers after a link are part of a name, as in "Sync 2".
    private static func hasWords(_ text: ArraySlice<UInt8>) -> Bool {
        text.contains(where: \.isDigit) || hasLetters(Array(text))
    }

    private static let badges: Set = [
        "alpha", "beta", "public beta", "preview", "early access", "experimental", "new", "optional", "planned",
        "coming soon",
    ]
}
