import Diagnostics
import Listing
import LocatedJSON
import Markdown

/// Where on a page a verb without a subject says what the integration does: in the sections of features.
struct SectionOpenings {
    private var sections: [Range<Int>] = []
    private var bullets: Set<Int> = []
    private let vocabulary: Vocabulary

    init(_ page: Page, _ vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
        let nodes = page.document.nodes
        for part in page.featureSections.flatMap(\.nodes) where !part.isEmpty {
            let start = nodes[part.lowerBound].range.start
            sections.append(start..<max(start, nodes[part.upperBound - 1].range.end))
            // Steps of a set-up are for the reader, bulleted or not.
            if !Self.setUps.contains(page.slug) { addBullets(part, nodes) }
        }
        sections.sort { $0.lowerBound < $1.lowerBound }
    }

    private mutating func addBullets(_ part: Range<Int>, _ nodes: [MarkdownNode]) {
        var numberedEnd = part.lowerBound
        var isAtStart = false
        for index in part {
            switch nodes[index].kind {
            case .orderedList: numberedEnd = max(numberedEnd, nodes[index].subtreeEnd)
            case .item, .taskItem: isAtStart = index >= numberedEnd
            case .text, .code:
                if isAtStart { bullets.insert(nodes[index].range.start) }
                isAtStart = false
            default: break
            }
        }
    }

    func forms(of sentence: Sentence, in prose: Prose) -> VerbForms {
        guard !sections.isEmpty, prose.startsWithVerb(sentence) else { return [] }
        let start = prose.range(of: sentence).bytes.start
        guard isInSection(start) else { return [] }
        return bullets.contains(start) && !speaksToReader(prose.tokens[sentence.tokens]) ? [.third, .base] : .third
    }

    private func isInSection(_ offset: Int) -> Bool {
        var low = 0
        var high = sections.count
        while low < high {
            let middle = (low + high) / 2
            if sections[middle].lowerBound <= offset { low = middle + 1 } else { high = middle }
        }
        return low > 0 && offset < sections[low - 1].upperBound
    }

    /// `Create a segment in Harbour` is a thing to do; `Delete users` is what a feature is for.
    private func speaksToReader(_ tokens: ArraySlice<ProseToken>) -> Bool {
        tokens.contains { token in
            switch vocabulary.role(of: token) {
            case .person, .platform: token.kind == .word && vocabulary[token].terms.isEmpty
            case .determiner: Self.single.contains(token.key)
            default: false
            }
        }
    }

    private static let single = Set(["a", "an", "the", "your", "this", "one"].map { WordKey($0) })
    private static let setUps: Set = ["setup", "set-up", "install", "installation", "getting-started", "connect"]
}

/// The texts of a manifest that say what the integration does, and in which forms their first verb does so.
struct ManifestOpenings {
    private var forms: [Int: VerbForms] = [:]

    init(_ manifest: IntegrationManifest) {
        let features = manifest.features.filter { $0.status != .planned }
        add([manifest.tagline] + features.flatMap { [$0.title, $0.summary] }, [.third, .base])
        add([manifest.description, manifest.unique], .third)
    }

    private mutating func add(_ texts: [Located<String>?], _ forms: VerbForms) {
        for text in texts.compactMap(\.self) { self.forms[text.range.bytes.start] = forms }
    }

    func forms(of sentence: Sentence, in prose: Prose) -> VerbForms? {
        forms[prose.range(of: sentence).bytes.start]
    }
}

extension Prose {
    /// Whether a sentence may begin with a verb, adverbs left out of account.
    fileprivate func startsWithVerb(_ sentence: Sentence) -> Bool {
        tokens[sentence.tokens].prefix(3).contains { vocabularyVerb($0) }
    }

    private func vocabularyVerb(_ token: ProseToken) -> Bool { token.kind == .word && token.meaning > 0 }
}
