import Diagnostics
import Listing
import Rules
import TestSupport
import Testing

@testable import SiteBuilder

/// What two listings say in common, with the name of each.
private func sharedProse(_ name: String) -> String {
    (1...40).map { number in
        """
        When step \(number) of the transfer has ended, \(name) waits for the confirmation of \(words(number)) and writes
        the outcome of \(words(number + 7)) below the line that belongs to \(words(number + 19)), unless a colleague has
        paused it.
        """
    }
    .joined(separator: "\n\n") + "\n\n"
}

/// Prose that belongs to one listing alone.
private func ownProse(_ seed: Int) -> String {
    (1...60).map { "The \(words(seed * 977 + $0)) of \(words(seed * 31 + $0 * 7)) follows \(words(seed + $0 * 13))." }
        .joined(separator: " ") + "\n\n"
}

private let nouns = [
    "ledger", "shelf", "parcel", "basket", "voucher", "carrier", "queue", "invoice", "tariff", "depot",
]

private func words(_ number: Int) -> String {
    "\(nouns[number % 10]) \(nouns[number / 10 % 10]) \(nouns[number / 100 % 10]) \(number)"
}

private func listing(_ id: String, _ prose: (String) -> String) -> ListingBuilder {
    var listing = ListingBuilder(id: id, name: "Name \(id)")
    listing.overview += prose(listing.name)
    return listing
}

private func nearCopies(_ listings: [ListingBuilder], rules: String = "{}") async throws -> [Diagnostic] {
    var content = ContentBuilder()
    content.site = #"{"title": "Small", "rules": \#(rules)}"#
    content.listings = listings
    let folder = try TemporaryFolder()
    try content.write(to: folder)
    let report = try await SiteBuild(options(in: folder), goal: .check).run().report
    return report.sorted.filter { $0.id == "listing-near-copy" }
}

@Test func `a listing that says the same under another name is found`() async throws {
    let found = try await nearCopies([listing("alpha", sharedProse), listing("beta", sharedProse)])
    #expect(found.map(\.severity) == [.warning])
    #expect(found.first?.range?.path.hasSuffix("beta/integration.json") == true)
    #expect(found.first?.notes.first?.range?.path.hasSuffix("alpha/integration.json") == true)
    #expect(found.first?.message.hasSuffix("stands in 'alpha' as well") == true)
}

@Test func `a copy with a paragraph of its own is found`() async throws {
    let edited = listing("beta") { sharedProse($0) + "It also sends a postcard to everybody whose parcel was late.\n" }
    #expect(try await nearCopies([listing("alpha", sharedProse), edited]).count == 1)
}

@Test func `different listings with the same frame are no copies`() async throws {
    #expect(try await nearCopies([listing("alpha") { _ in ownProse(1) }, listing("beta") { _ in ownProse(2) }]) == [])
    let half = listing("gamma") { String(sharedProse($0).prefix(4000)) + ownProse(3) + ownProse(4) }
    #expect(try await nearCopies([listing("alpha", sharedProse), half]) == [])
}

/// The listings of an example, by their folders, as the search sees them.
private func copies(in example: RuleExample) -> Int {
    let folders = Dictionary(grouping: example.pages) { String($0.key.prefix { $0 != "/" }) }
    let sketches = folders.sorted { $0.key < $1.key }.map { folder, pages in
        let path = "integrations/\(folder)"
        let texts = pages.map { page in
            let name = String(page.key.dropFirst(folder.count + 1))
            return SourceFile(path: "\(path)/\(name)", name: name, bytes: Array(page.value.utf8))
        }
        let tree = SourceTree(path: path, contentPath: path, texts: texts, assets: [])
        return ProseSketch(of: ListingParser(catalogue: Catalogue(path: "")).parseExcerpt(tree))
    }
    var search = NearCopySearch()
    return search.copies(among: sketches, least: ListingNearCopy.leastLikeness).count
}

@Test func `the examples of the rule on copies are what it says`() {
    for example in ListingNearCopy.description.flagged { #expect(copies(in: example) == 1) }
    for example in ListingNearCopy.description.allowed { #expect(copies(in: example) == 0) }
}

@Test func `listings with few words are not compared`() async throws {
    #expect(
        try await nearCopies([ListingBuilder(id: "alpha", name: "A"), ListingBuilder(id: "beta", name: "B")]) == []
    )
}

@Test func `each of many copies is reported once, against an earlier one`() async throws {
    let listings = (0..<20).map { listing("copy-\($0)", sharedProse) }
    let found = try await nearCopies(listings)
    #expect(Set(found.compactMap(\.range)).count == 19)
    #expect(found.count == 19)
}

@Test func `the rule on copies can be raised and switched off`() async throws {
    let listings = [listing("alpha", sharedProse), listing("beta", sharedProse)]
    #expect(try await nearCopies(listings, rules: #"{"listing-near-copy": "error"}"#).map(\.severity) == [.error])
    #expect(try await nearCopies(listings, rules: #"{"listing-near-copy": "off"}"#) == [])
}

/// The measure that the samples stand for, by the runs themselves.
@Test(arguments: [0, 5, 10, 20, 30]) func `the estimate is near the truth`(replaced: Int) throws {
    func sketch(_ text: String) -> ProseSketch {
        let file = SourceFile(path: "integrations/a/index.md", name: "index.md", bytes: Array(text.utf8))
        let tree = SourceTree(path: "integrations/a", contentPath: "integrations/a", texts: [file], assets: [])
        return ProseSketch(of: ListingParser(catalogue: Catalogue(path: "")).parseExcerpt(tree))
    }
    let sentences = (1...100).map { "\(words($0 * 37)) \(words($0 * 91)) \(words($0 * 53 + 4))." }
    let others = (1...replaced + 1).map { "\(words($0 * 41 + 3)) \(words($0 * 17 + 8)) \(words($0 * 29 + 6))." }
    let changed = sentences.dropLast(replaced) + others.prefix(replaced)
    let likeness = sketch(sentences.joined(separator: "\n\n")).likeness(to: sketch(changed.joined(separator: "\n\n")))
    let truth = Double(100 - replaced) / Double(100 + replaced)
    #expect(abs(likeness - truth) < 0.15, "\(likeness) instead of \(truth)")
}
