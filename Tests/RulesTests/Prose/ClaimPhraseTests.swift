import BuiltInFiles
import Diagnostics
import Listing
import LocatedJSON
import Rules
import TestSupport
import Testing

/// A phrase of a pack, with one choice where the phrase leaves a choice.
struct PackPhrase: Sendable, CustomTestStringConvertible {
    let pack: String
    let kind: String
    let phrase: String
    let sentence: String

    var testDescription: String { "\(pack): \(sentence)" }

    static let all: [PackPhrase] = BuiltInFile.files(below: "packs/").flatMap { file -> [PackPhrase] in
        var report = DiagnosticReport()
        guard let pack = RulePack.parse(file.bytes, path: file.path, reporting: &report) else { return [] }
        return pack.claims.flatMap { lexicon in
            lexicon.phrases.flatMap { phrase in
                sentences(of: phrase).map {
                    PackPhrase(pack: pack.id, kind: lexicon.kind.rawValue, phrase: phrase, sentence: $0)
                }
            }
        }
    }

    private static func sentences(of phrase: String) -> [String] {
        let words = phrase.split(separator: " ").map { word in
            switch word {
            case "#": ["40"]
            case "#x": ["3x"]
            case "…": ["really"]
            case "@": ["Acorn"]
            default: word.split(separator: "/").map(String.init)
            }
        }
        // One sentence for each choice, the other words staying the first of theirs.
        let count = words.map(\.count).max() ?? 1
        return (0..<count).map { number in words.map { $0[min(number, $0.count - 1)] }.joined(separator: " ") }
    }
}

private func findings(_ manifest: String, _ page: String, pack: String, captions: String? = nil) throws -> [Diagnostic]
{
    var report = DiagnosticReport()
    let parsed = RulePack.parse(Array(pack.utf8), path: "pack.json", reporting: &report)
    #expect(report.isEmpty)
    func file(_ name: String, _ text: String) -> SourceFile {
        SourceFile(path: name, name: name, bytes: Array(text.utf8))
    }
    let tree = SourceTree(
        path: "acorn",
        contentPath: "acorn",
        texts: [file("integration.json", manifest), file("index.md", page)],
        captions: captions.map { [file("media/tour.en.vtt", $0)] } ?? [],
        assets: []
    )
    let catalogue = try #require(
        SiteParser.parseCatalogue(
            file("platform.json", #"{"complete": true, "checked": "2026-01-01"}"#),
            reporting: &report
        )
    )
    let listing = ListingParser(catalogue: catalogue).parseExcerpt(tree)
    let rules = RuleRegistry.rules.filter { type(of: $0).description.id == "policy-claim-prohibited" }
    var found = DiagnosticReport()
    _ = RuleRunner(rules: rules, packs: [try #require(parsed)]).check(listing, reporting: &found)
    return found.diagnostics
}

private func pack(_ kind: String, _ phrase: String) -> String {
    """
    {"id": "own", "title": "Own", "claims": [{"kind": "\(kind)", "phrases": ["\(phrase)"], "source": "own",
     "read": "2026-01-01", "confidence": "primary"}]}
    """
}

@Test(arguments: PackPhrase.all)
func `every phrase of every pack is found`(phrase: PackPhrase) throws {
    // An amount is a price when it is said for how long.
    let sentence = phrase.sentence + (phrase.kind == "price" ? " a month" : "")
    let found = try findings(#"{"name": "Acorn"}"#, sentence + "\n", pack: pack(phrase.kind, phrase.phrase))
    #expect(found.count == 1)
}

@Test(arguments: [
    ("best-in-class", "A best in class tool."), ("best-in-class", "A best-in-class tool."),
    ("risk free", "It is risk-free."), ("# % faster", "50% faster."), ("# % faster", "50 per cent faster."),
    ("# % faster", "2.5 percent faster."), ("#x faster", "10x faster."), ("trusted by #", "Trusted by over 10k shops."),
    ("trusted by #", "Trusted by more than 2 million people."), ("used by # … shops", "Used by 500+ small shops."),
    ("official … partner", "An official Harbour partner."), ("#1", "We are #1."), ("100%", "100 % sure."),
    ("harbour recommends @", "Harbour recommends Acorn."), ("sell/sells your data", "It sells your data."),
])
func `a phrase is found in the ways in which it may be written`(phrase: String, sentence: String) throws {
    #expect(try findings(#"{"name": "Acorn"}"#, sentence, pack: pack("guarantee", phrase)).count == 1)
}

@Test(arguments: [
    ("#1", "Issue 1 is known."), ("official … partner", "An official note to each of the shops and a partner."),
    ("official … partner", "Official, as a partner."), ("sell … data", "We sell things that hold data."),
    ("# % faster", "50 times faster."), ("harbour recommends @", "Harbour recommends to wait."),
])
func `other words are no phrase`(phrase: String, sentence: String) throws {
    #expect(try findings(#"{"name": "Acorn"}"#, sentence, pack: pack("guarantee", phrase)).isEmpty)
}

@Test func `what a video says is read, from cue to cue`() throws {
    let captions = "WEBVTT\n\n00:01.000 --> 00:02.000\nIt is the\n\n00:03.000 --> 00:04.000\nbest tool.\n"
    let found = try findings(
        #"{"name": "Acorn"}"#,
        "Nothing.\n",
        pack: pack("superlative", "the best"),
        captions: captions
    )
    #expect(found.map { $0.range?.path } == ["media/tour.en.vtt"])
}
