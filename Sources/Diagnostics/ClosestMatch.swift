/// The name that an author most likely meant, or none rather than a bad guess.
///
/// Distance is counted in insertions, deletions, replacements and swaps of neighbours (optimal string alignment);
/// at most a third of the longer name may differ. What two paths have in common, folders and names at both ends, counts
/// for neither: a file is not like another because both stand in one folder. Names over 64 bytes are not compared: the cost is quadratic.
package func closestMatch(to name: String, among candidates: some Sequence<String>) -> String? {
    let whole = Array(name.lowercased().utf8)
    guard !whole.isEmpty else { return nil }
    var best: (name: String, rank: (distance: Int, lengthDifference: Int))?
    for candidate in candidates where candidate != name {
        let (wanted, bytes) = withoutCommonFolders(whole, Array(candidate.lowercased().utf8))
        guard max(wanted.count, bytes.count) <= longestComparedName, !bytes.isEmpty, !wanted.isEmpty else {
            if wanted.isEmpty, bytes.isEmpty { return candidate }
            continue
        }
        let limit = max(1, max(wanted.count, bytes.count) / 3)
        let lengthDifference = abs(wanted.count - bytes.count)
        guard lengthDifference <= limit else { continue }
        let distance = editDistance(wanted, bytes)
        guard distance <= limit else { continue }
        let rank = (distance, lengthDifference)
        if let current = best, current.rank < rank || (current.rank == rank && current.name < candidate) { continue }
        best = (candidate, rank)
    }
    return best?.name
}

/// Whether two names differ in capitals, hyphens and underscores only, so that there is no doubt which one was meant.
package func isSpelling(_ old: String, of new: String) -> Bool {
    func letters(_ text: String) -> String { text.lowercased().filter { $0 != "-" && $0 != "_" } }
    return letters(old) == letters(new)
}

/// Whether two names are one letter too many, too few or wrong, or one swap of neighbours apart.
///
/// Capitals do not count. Short names never are: one letter of them is too much of the name.
package func isOneSlip(from name: String, to other: String) -> Bool {
    let (left, right) = (Array(name.lowercased().utf8), Array(other.lowercased().utf8))
    guard min(left.count, right.count) >= 4, max(left.count, right.count) <= longestComparedName else { return false }
    return editDistance(left, right) <= 1
}

private let longestComparedName = 64

/// Two paths without the components that they share at their beginning and at their end.
private func withoutCommonFolders(_ left: [UInt8], _ right: [UInt8]) -> ([UInt8], [UInt8]) {
    let slash = UInt8(ascii: "/")
    guard left.contains(slash), right.contains(slash) else { return (left, right) }
    func shared(_ pairs: some Sequence<(UInt8, UInt8)>) -> Int {
        var count = 0
        for (number, pair) in pairs.enumerated() {
            guard pair.0 == pair.1 else { break }
            if pair.0 == slash { count = number + 1 }
        }
        return count
    }
    let start = shared(zip(left, right))
    let rest = (left.dropFirst(start), right.dropFirst(start))
    let end = shared(zip(rest.0.reversed(), rest.1.reversed()))
    return (Array(rest.0.dropLast(end)), Array(rest.1.dropLast(end)))
}

private func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var beforePrevious = [Int](repeating: 0, count: right.count + 1)
    var previous = Array(0...right.count)
    var current = previous
    for row in 1...left.count {
        current[0] = row
        for column in 1...right.count {
            let replaced = previous[column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1)
            current[column] = min(replaced, previous[column] + 1, current[column - 1] + 1)
            if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
                current[column] = min(current[column], beforePrevious[column - 2] + 1)
            }
        }
        (beforePrevious, previous, current) = (previous, current, beforePrevious)
    }
    return previous[right.count]
}
