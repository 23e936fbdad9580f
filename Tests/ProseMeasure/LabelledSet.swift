import Diagnostics
import Foundation
import Listing
import LocatedJSON
import Rules

/// Sentences of invented help pages, each with what it claims and no requested scope allows.
struct LabelledSet {
    struct Example: Decodable {
        let sentence: String
        let name: String
        let scopes: [String]
        let claims: [String]
    }

    struct Unreadable: Error {
        let path: String
    }

    private let examples: [Example]
    private let catalogue: Catalogue

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
        examples = try JSONDecoder().decode([Example].self, from: data)
        self.catalogue = catalogue
    }

    func score() -> Score {
        let vocabulary = Vocabulary(of: catalogue)
        return examples.reduce(into: Score()) { score, example in
            let listing = listing(of: example)
            let judge = ClaimJudge(of: listing, vocabulary)
            let found = listing.pages.flatMap { page in
                judge.ungrantedClaims(in: Prose(of: page.document, vocabulary)).map { "\($0.action) \($0.resource)" }
            }
            score.add(found: Set(found), expected: Set(example.claims), example.sentence)
        }
    }

    private func listing(of example: Example) -> ParsedListing {
        let scopes = example.scopes.map { #"{"id": "\#($0)"}"# }.joined(separator: ", ")
        let manifest = #"{"name": "\#(example.name)", "scopes": [\#(scopes)]}"#
        let files = [("integration.json", manifest), ("index.md", example.sentence + "\n")].map { name, text in
            SourceFile(path: name, name: name, bytes: Array(text.utf8))
        }
        return ListingParser(catalogue: catalogue)
            .parseExcerpt(SourceTree(path: "set", contentPath: "set", texts: files, assets: []))
    }

    /// What reading and judging a sentence takes, on a page made of all of them.
    func timeLine() -> String {
        let vocabulary = Vocabulary(of: catalogue)
        let page = Example(
            sentence: examples.map(\.sentence).joined(separator: "\n\n"),
            name: "Acorn Loyalty",
            scopes: ["contacts:read"],
            claims: []
        )
        let listing = listing(of: page)
        let rounds = 100
        var count = 0
        let time = ContinuousClock().measure {
            for _ in 0..<rounds {
                let judge = ClaimJudge(of: listing, vocabulary)
                for page in listing.pages {
                    count += judge.ungrantedClaims(in: Prose(of: page.document, vocabulary)).count
                }
            }
        }
        return "  \(time / (rounds * examples.count)) a sentence, \(count / rounds) claims"
    }
}
