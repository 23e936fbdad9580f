import Diagnostics
import Listing
package import LocatedJSON
package import Markdown

/// The sentences of a page or of another text: what a reader reads, without code blocks and addresses.
///
/// Headings, titles and alternative texts are sentences of which only prohibited claims are asked.
package struct Prose: Sendable {
    package let path: String
    let text: [UInt8]
    let tokens: [ProseToken]
    let sentences: [Sentence]
    private let segments: [ProseCollector.Segment]

    /// - Parameter titles: what the page is called, which no grammar is asked of either.
    package init(of document: MarkdownDocument, titles: [Located<String>] = [], _ vocabulary: Vocabulary) {
        var collector = ProseCollector()
        collector.add(document)
        for title in titles { collector.addAside(title) }
        self.init(collector, path: document.path, vocabulary)
    }

    /// The sentences of a part of a page, without what only names something.
    init(of document: MarkdownDocument, in parts: [Range<Int>], _ vocabulary: Vocabulary) {
        var collector = ProseCollector()
        for index in parts.joined() where !document.nodes[index].isInHeading { collector.add(index, of: document) }
        collector.endUnit()
        self.init(collector, path: document.path, vocabulary)
    }

    /// Texts of a manifest: JSON's escapes make their places inexact, so the place of each sentence is its whole text.
    init(of texts: [Located<String>], path: String, _ vocabulary: Vocabulary) {
        var collector = ProseCollector()
        for text in texts {
            collector.add(text.value, at: text.range.bytes)
            collector.endUnit()
        }
        self.init(collector, path: path, vocabulary)
    }

    /// The words of a video: a sentence may go on from cue to cue.
    init(of captions: CaptionFile, _ vocabulary: Vocabulary) {
        var collector = ProseCollector()
        for cue in captions.cues {
            let words = captions.words(of: cue)
            collector.add(words.value + " ", at: words.range.bytes)
        }
        collector.endUnit()
        self.init(collector, path: captions.path, vocabulary)
    }

    private init(_ collector: ProseCollector, path: String, _ vocabulary: Vocabulary) {
        self.path = path
        text = collector.text
        segments = collector.segments
        (tokens, sentences) = text.withUnsafeBufferPointer { text in
            var reader = SentenceReader(text, vocabulary)
            for unit in collector.units { reader.read(unit) }
            return (reader.tokens, reader.sentences)
        }
    }

    /// Where a part of the text stands in the source.
    private func range(_ part: Range<Int>) -> SourceRange {
        let start = place(of: part.lowerBound).start
        let end = place(of: max(part.lowerBound, part.upperBound - 1)).end
        return SourceRange(path: path, bytes: ByteRange(min(start, end), max(start, end)))
    }

    func range(of sentence: Sentence) -> SourceRange {
        range(bytes(of: sentence.tokens))
    }

    func range(ofTokens tokens: Range<Int>) -> SourceRange {
        range(bytes(of: tokens))
    }

    /// A sentence as it reads, for a message.
    func words(of sentence: Sentence) -> String {
        words(ofTokens: sentence.tokens)
    }

    func words(ofTokens tokens: Range<Int>) -> String {
        let bytes = text[bytes(of: tokens)]
        guard bytes.contains(SentenceReader.codeMark) else { return String(decoding: bytes, as: UTF8.self) }
        return String(decoding: bytes.map { $0 == SentenceReader.codeMark ? UInt8(ascii: "`") : $0 }, as: UTF8.self)
    }

    /// In lower case.
    func word(_ token: ProseToken) -> String {
        String(decoding: text[Int(token.start)..<Int(token.end)], as: UTF8.self).lowercased()
    }

    private func bytes(of tokens: Range<Int>) -> Range<Int> {
        guard let first = tokens.first, let last = tokens.last else { return 0..<0 }
        return Int(self.tokens[first].start)..<Int(self.tokens[last].end)
    }

    /// The byte in the source, or all of the place that a byte comes from.
    private func place(of offset: Int) -> ByteRange {
        var low = 0
        var high = segments.count
        while low < high {
            let middle = (low + high) / 2
            if segments[middle].start <= offset { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return ByteRange(0, 0) }
        let segment = segments[low - 1]
        guard segment.isLiteral else { return segment.source }
        let start = min(segment.source.start + offset - segment.start, segment.source.end)
        return ByteRange(start, min(start + 1, segment.source.end))
    }
}
