import Foundation
import TestSupport

/// Which files of an index `assets/40-search.js` asks for, worked out without a browser.
///
/// A test holds it against what a browser asks for when it runs the script itself.
struct SearchScript {
    private let files: [String: [UInt8]]
    private let kinds: [String: (hashes: String, firsts: [String])]
    private let pageHashes: String
    private let common: Set<String>
    private var asked: Set<String> = []
    /// Of the last query.
    private(set) var resultCount = 0

    struct NotAnIndex: Error {
        let path: String
    }

    private static let index = "data/search.js"

    /// - Parameter files: by path from the root of the site.
    init(_ files: [String: [UInt8]]) throws {
        self.files = files
        guard let index = try Self.read(Self.index, files) as? [String: Any], let pages = index["d"] as? String,
            let common = index["common"] as? [String]
        else { throw NotAnIndex(path: Self.index) }
        pageHashes = pages
        self.common = Set(common)
        kinds = ["t", "w"].reduce(into: [:]) { kinds, kind in
            let part = index[kind] as? [String: Any] ?? [:]
            kinds[kind] = (part["hashes"] as? String ?? "", part["firsts"] as? [String] ?? [])
        }
    }

    private struct Hit {
        let owner: Int
        let page: Int
        var score: Double
        var words = 1
    }

    /// The paths of what is loaded until the best ten results of a query are shown.
    mutating func filesAsked(for query: String) throws -> Set<String> {
        asked = [Self.index]
        var sets: [[String: Hit]] = []
        for piece in query.lowercased().split(separator: " ").map(String.init) {
            let words = piece.split { !$0.isLetter && !$0.isNumber }.map(String.init)
            let named = words.first == piece ? [:] : try lookUp(piece, quality: 8)
            if !named.isEmpty {
                sets.append(named)
                continue
            }
            for word in words where (word.count > 1 || words.count < 2) && !common.contains(word) {
                sets.append(try lookUp(word, quality: 2))
            }
        }
        let hits = Self.sorted(sets)
        resultCount = hits.count
        for hit in hits.prefix(10) { ask("d", hit.owner >> 2, pageHashes) }
        return asked
    }

    private static func sorted(_ sets: [[String: Hit]]) -> [Hit] {
        var all: [String: Hit] = [:]
        for (id, hit) in sets.prefix(8).flatMap({ $0 }) {
            guard var known = all[id] else {
                all[id] = hit
                continue
            }
            known.score += hit.score
            known.words += 1
            all[id] = known
        }
        return all.values.sorted { ($1.words, $1.score, $0.owner, $0.page) < ($0.words, $0.score, $1.owner, $1.page) }
    }

    private mutating func lookUp(_ word: String, quality exact: Double) throws -> [String: Hit] {
        var found: [String: Hit] = [:]
        func take(_ data: String, _ quality: Double) {
            let all = IndexNumbers.of(data)
            var owner = 0
            for at in stride(from: 0, to: all.count, by: 3) {
                owner += all[at]
                let page = all[at + 1] >> 2
                let score = [1, 2, 6, 24][all[at + 1] & 3] * quality / log2(Double(all.count))
                let id = "\(owner)/\(page)"
                if let known = found[id], known.score >= score { continue }
                found[id] = Hit(owner: owner, page: page, score: score)
            }
        }
        let isShort = word.count < 4
        for (term, data) in try lines("t", from: word, to: word + (isShort ? "+" : "\u{ffff}")) {
            if term == word { take(data, exact) } else if !isShort || term == word + "*" { take(data, 1) }
        }
        if !found.isEmpty || isShort { return found }
        for other in try wordsNear(word) {
            for (_, data) in try lines("t", from: other, to: other + " ") { take(data, 0.5) }
        }
        return found
    }

    /// What is one letter too many, too few, wrong, or in the wrong place away.
    private mutating func wordsNear(_ word: String) throws -> [String] {
        let letters = word.map(String.init)
        var forms = ["\(word)."]
        for at in letters.indices {
            let (before, after) = (letters[..<at].joined(), letters[(at + 1)...])
            forms.append("\(before).?\(letters[at])?\(after.joined())")
            guard let next = after.first else { continue }
            forms.append("\(before)\(next)\(letters[at])\(after.dropFirst().joined())")
        }
        let near = try NSRegularExpression(pattern: "^(?:\(forms.joined(separator: "|")))$")
        func key(_ length: Int) -> String {
            letters[0] + String(decoding: [UInt8(64 + length)], as: UTF8.self)
        }
        return try lines("w", from: key(letters.count - 1), to: key(letters.count + 2)).map {
            String($0.key.dropFirst(2))
        }
        .filter { near.firstMatch(in: $0, range: NSRange($0.startIndex..., in: $0)) != nil }
    }

    private mutating func lines(_ kind: String, from: String, to: String) throws -> [(key: String, data: String)] {
        guard let (hashes, firsts) = kinds[kind] else { return [] }
        let start = max(0, firsts.lastIndex { !Self.isBefore(from, $0) } ?? 0)
        var found: [(key: String, data: String)] = []
        var last: [UInt16] = []
        for (offset, first) in firsts[start..<min(firsts.count, start + 3)].enumerated() where Self.isBefore(first, to)
        {
            let path = ask(kind, start + offset, hashes)
            guard let text = try Self.read(path, files) as? String else { throw NotAnIndex(path: path) }
            for line in text.split(separator: "\n") {
                let parts = line.dropFirst().split(separator: " ", omittingEmptySubsequences: false)
                last = Array(last.prefix(Int(line.prefix(1), radix: 36) ?? 0)) + Array(parts[0].utf16)
                let key = String(decoding: last, as: UTF16.self)
                if !Self.isBefore(key, from), Self.isBefore(key, to) {
                    found.append((key, parts.count > 1 ? String(parts[1]) : ""))
                }
            }
        }
        return found
    }

    @discardableResult private mutating func ask(_ kind: String, _ number: Int, _ hashes: String) -> String {
        let path = "data/search/\(kind)\(number).\(hashes.dropFirst(number * 8).prefix(8)).js"
        asked.insert(path)
        return path
    }

    private static func isBefore(_ left: String, _ right: String) -> Bool {
        left.utf16.lexicographicallyPrecedes(right.utf16)
    }

    private static func read(_ path: String, _ files: [String: [UInt8]]) throws -> Any {
        guard let bytes = files[path] else { throw NotAnIndex(path: path) }
        let json = bytes.dropFirst("candorData(".utf8.count).dropLast(")\n".utf8.count)
        return try JSONSerialization.jsonObject(with: Data(json), options: .fragmentsAllowed)
    }
}
