/// The name that an author most likely meant, or none rather than a bad guess.
///
/// Distance is counted in insertions, deletions, replacements and swaps of neighbours (optimal string alignment);
/// at most a third of the longer name may differ. Names over 64 bytes are not compared: the cost is quadratic.
package func closestMatch(to name: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Array(name.lowercased().utf8)
    guard !wanted.isEmpty, wanted.count <= longestComparedName else { return nil }
    var best: (name: String, rank: (distance: Int, lengthDifference: Int))?
    for candidate in candidates where candidate != name {
        let bytes = Array(candidate.lowercased().utf8)
        guard !bytes.isEmpty, bytes.count <= longestComparedName else { continue }
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

/// Whether two names are one letter too many, too few or wrong, or one swap of neighbours apart.
///
/// Capitals do not count. Short names never are: one letter of them is too much of the name.
package func isOneSlip(from name: String, to other: String) -> Bool {
    let (left, right) = (Array(name.lowercased().utf8), Array(other.lowercased().utf8))
    guard min(left.count, right.count) >= 4, max(left.count, right.count) <= longestComparedName else { return false }
    return editDistance(left, right) <= 1
}

private let longestComparedName = 64

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
