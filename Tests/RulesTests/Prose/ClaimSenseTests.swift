import BuiltInFiles
import Diagnostics
import Listing
import LocatedJSON
import Rules
import TestSupport
import Testing

/// Sentences held against the built-in list of one marketplace.
struct ClaimSenseTests {
    private func isProhibited(_ sentence: String, _ marketplace: String) throws -> Bool {
        var report = DiagnosticReport()
        let file = try #require(BuiltInFile.files(below: "packs/").first { $0.path.hasSuffix("\(marketplace).json") })
        let pack = try #require(RulePack.parse(file.bytes, path: file.path, reporting: &report))
        let manifest = #"{"name": "Waxseal"}"#
        let files = [("integration.json", manifest), ("index.md", sentence + "\n")].map {
            SourceFile(path: $0, name: $0, bytes: Array($1.utf8))
        }
        let catalogue = Catalogue(path: "")
        let listing = ListingParser(catalogue: catalogue)
            .parseExcerpt(SourceTree(path: "a", contentPath: "a", texts: files, assets: []))
        let rule = try #require(
            RuleRegistry.rules.lazy.compactMap(\.ofProse)
                .first { type(of: $0).description.id == "policy-claim-prohibited" }
        )
        let vocabulary = Vocabulary(of: catalogue, packs: [pack])
        return !RuleRunner.findings(of: rule, in: listing, vocabulary).isEmpty
    }

    @Test(arguments: [
        "A shop sells data plans to its customers.", "MoEngage guarantees at-least-once delivery.",
        "Delivery is guaranteed by no one.", "This is the only integration step that needs an administrator.",
        "Reduce the batch size by 50 %.", "Grow the list by 10 % at a time.", "Retries up to 3x as slow.",
        "Setting number 1 in the list is the address.", "We sell data plans.",
    ])
    func `what only sounds like a prohibited claim is none`(sentence: String) throws {
        #expect(try !isProhibited(sentence, "moengage"))
    }

    @Test(arguments: [
        "Waxseal is number 1 in reviews.", "Number 1 in reviews.", "Doubles your revenue.",
        "500 brands rely on Waxseal.",
        "Recommended by Gartner.", "Conversions rise by up to 40%.", "Revenue grows up to 40%.",
        "We sell customer data.", "Waxseal guarantees delivery.", "Sells user data to others.",
    ])
    func `a prohibited claim is found`(sentence: String) throws {
        #expect(try isProhibited(sentence, "moengage"))
    }

    @Test(arguments: ["Only $29 per month.", "From €10 a month."])
    func `a price is found where a marketplace allows none`(sentence: String) throws {
        #expect(try isProhibited(sentence, "shopify"))
    }
}
