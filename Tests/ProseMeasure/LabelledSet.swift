import Diagnostics
import Foundation
import Listing
import LocatedJSON
import Rules

/// Sentences of invented help pages, each with what a rule has to find in it.
struct LabelledSet {
    struct Example: Decodable {
        let sentence: String
        let name: String
        let scopes: [String]?
        /// The marketplace whose list of claims it is held against.
        let pack: String?
        let claims: [String]
    }

    struct Unreadable: Error {
        let path: String
    }

    static let all = ["", "read-only-", "policy-claims-"].flatMap { ["\($0)held-out", "\($0)dev"] }

    private let examples: [Example]
    private let subject: MeasuredSubject
    private let catalogue: Catalogue
    private let vocabularies: [String: Vocabulary]
    private let packs: [String: RulePack]

    static func catalogue(in folder: URL) throws -> Catalogue {
        let bytes = Array(try Data(contentsOf: folder.appending(path: "catalogue.json")))
        var report = DiagnosticReport()
        let file = SourceFile(path: "catalogue.json", name: "catalogue.json", bytes: bytes)
        guard let catalogue = SiteParser.parseCatalogue(file, reporting: &report), report.isEmpty else {
            throw Unreadable(path: "catalogue.json")
        }
        return catalogue
    }

    init(_ split: String, in folder: URL, _ catalogue: Catalogue) throws {
        let data = try Data(contentsOf: folder.appending(path: "\(split).json"))
        let examples = try JSONDecoder().decode([Example].self, from: data)
        let packs = try Self.packs(Set(examples.compactMap(\.pack)))
        self.examples = examples
        self.packs = packs
        self.catalogue = catalogue
        subject = MeasuredSubject(ofSplit: split)
        vocabularies = Dictionary(
            Set(examples.map { $0.pack ?? "" }).map { id in
                (id, Vocabulary(of: catalogue, packs: packs[id].map { [$0] } ?? []))
            },
            uniquingKeysWith: { first, _ in first }
        )
    }

    private static func packs(_ ids: Set<String>) throws -> [String: RulePack] {
        try ids.reduce(into: [:]) { packs, id in
            let path = "Sources/CBuiltInFiles/packs/\(id).json"
            var report = DiagnosticReport()
            let bytes = Array(try Data(contentsOf: URL(filePath: path)))
            guard let pack = RulePack.parse(bytes, path: path, reporting: &report) else {
                throw Unreadable(path: path)
            }
            packs[id] = pack
        }
    }

    func score() -> Score {
        examples.reduce(into: Score()) { score, example in
            guard let vocabulary = vocabularies[example.pack ?? ""] else { return }
            let pack = example.pack.flatMap { packs[$0] }
            let found = subject.findings(in: listing(of: example), vocabulary, pack)
            score.add(found: found, expected: Set(example.claims), example.sentence)
        }
    }

    private func listing(of example: Example) -> ParsedListing {
        let scopes = (example.scopes ?? []).map { #"{"id": "\#($0)"}"# }.joined(separator: ", ")
        let manifest = #"{"name": "\#(example.name)", "scopes": [\#(scopes)]}"#
        let files = [("integration.json", manifest), ("index.md", example.sentence + "\n")].map { name, text in
            SourceFile(path: name, name: name, bytes: Array(text.utf8))
        }
        return ListingParser(catalogue: catalogue)
            .parseExcerpt(SourceTree(path: "set", contentPath: "set", texts: files, assets: []))
    }

    /// What reading and judging a sentence takes, on a page made of all of them.
    func timeLine() -> String {
        guard let example = examples.first, let vocabulary = vocabularies[example.pack ?? ""] else { return "" }
        let pack = example.pack.flatMap { packs[$0] }
        let page = Example(
            sentence: examples.map(\.sentence).joined(separator: "\n\n"),
            name: "Acorn Loyalty",
            scopes: ["contacts:read"],
            pack: example.pack,
            claims: []
        )
        let listing = listing(of: page)
        let rounds = 100
        var count = 0
        let time = ContinuousClock().measure {
            for _ in 0..<rounds { count += subject.findings(in: listing, vocabulary, pack).count }
        }
        return "  \(time / (rounds * examples.count)) a sentence, \(count / rounds) findings"
    }
}
