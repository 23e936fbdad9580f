/// A version as people count: 1.10 comes after 1.9, and 2 is 2.0.0.
package struct VersionNumber: Comparable {
    private let numbers: [Int]

    /// nil where the text does not begin with a number, so that nothing is said of it; `v` in front is a habit.
    package init?(_ text: String) {
        let digits = text.hasPrefix("v") ? text.dropFirst() : text[...]
        let core = digits.prefix { $0 != "-" && $0 != "+" && $0 != " " }
        let parts = core.split(separator: ".", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { $0.utf8.count <= 9 ? Int($0) : nil }
        guard numbers.count == parts.count, numbers.allSatisfy({ $0 >= 0 }) else { return nil }
        self.numbers = Array(numbers.reversed().drop { $0 == 0 }.reversed())
    }

    package static func < (left: VersionNumber, right: VersionNumber) -> Bool {
        left.numbers.lexicographicallyPrecedes(right.numbers)
    }
}
