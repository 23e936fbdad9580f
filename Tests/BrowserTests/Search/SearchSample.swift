import Foundation
import TestSupport

/// Listings as the search takes them in: invented words, a few of which are on most pages and most on a few.
struct SearchSample: Sendable {
    let id: String
    let name: String
    /// Name and pages, as the index publishes them.
    private(set) var entry: [UInt8] = []
    /// As `SearchExtract` keeps them: length, weight and section as a byte each, then the term; page after page.
    private(set) var terms: [UInt8] = []
    private(set) var pageEnds: [Int32] = []

    private static let vocabularySize = 40_000
    private static let wordsOfPage = 40
    private static let pages = ["", "setup", "faq", "changelog"]
    private static let syllables = "bcdfghjklmnprstvwyz".flatMap { first in "aeiou".map { "\(first)\($0)" } }
    static let scopes = ["users", "events", "segments", "campaigns", "catalogs", "templates"].flatMap { resource in
        ["read", "write", "delete"].map { "\(resource):\($0)" }
    }

    init(_ number: Int) {
        var generator = SeededGenerator(seed: UInt64(number))
        id = "listing-\(number)"
        name = "\(Self.word(number * 3 + 11).capitalized) \(Self.word(number % 500).capitalized)"
        entry = Array("[\"\(name)\"".utf8)
        for page in Self.pages { addPage(page, of: number, &generator) }
        entry += "]".utf8
    }

    private mutating func addPage(_ page: String, of number: Int, _ generator: inout SeededGenerator) {
        let title = page.isEmpty ? name : page.capitalized
        let headings = (0..<5).map { _ in (0..<3).map { _ in Self.anyWord(&generator) } }
        let path = "integrations/\(id)/\(page.isEmpty ? "" : "\(page)/")index.html"
        let shown = headings.map { "\"\($0.joined(separator: " ").capitalized)\",0" }
        entry += ",[\"\(title)\",\"\(path)\",\(shown.joined(separator: ","))]".utf8
        var seen: Set<String> = []
        for word in title.lowercased().split(separator: " ") { add(String(word), 3, 0, &seen) }
        if page.isEmpty {
            for step in 0..<4 { add(Self.scopes[(number * 5 + step * step) % Self.scopes.count], 2, 1, &seen) }
        }
        for (section, heading) in headings.enumerated() {
            for word in heading { add(word, 2, section + 1, &seen) }
        }
        for place in 0..<Self.wordsOfPage {
            let section = place * headings.count / Self.wordsOfPage + 1
            add(Self.anyWord(&generator), place % 5 == 0 ? 1 : 0, section, &seen)
        }
        pageEnds.append(Int32(terms.count))
    }

    private mutating func add(_ term: String, _ weight: UInt8, _ section: Int, _ seen: inout Set<String>) {
        guard seen.insert(term).inserted else { return }
        terms += [UInt8(term.utf8.count), weight, UInt8(section)]
        terms += term.utf8
    }

    /// The word of a rank: the first ones are the commonest.
    static func word(_ rank: Int) -> String {
        // Scattered, so that common words do not all begin with the same letters.
        var rest = rank % vocabularySize * 7_919 % 857_375
        var word = ""
        repeat {
            word += syllables[rest % syllables.count]
            rest /= syllables.count
        } while rest > 0
        return word.utf8.count > 2 ? word : word + syllables[rank % syllables.count]
    }

    private static func anyWord(_ generator: inout SeededGenerator) -> String {
        let share = Double(generator.next() >> 11) / Double(1 << 53)
        return word(Int(share * share * share * share * Double(vocabularySize)))
    }
}
