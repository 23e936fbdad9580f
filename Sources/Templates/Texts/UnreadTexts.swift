/// The texts of a file that could not be read: they are there all the same, so nothing more is said of their absence.
package enum UnreadTexts: Sendable, Hashable {
    /// All that the file was to hold, or the texts of some keys.
    case all
    case keys(Set<String>)

    package static let none = UnreadTexts.keys([])

    package func contains(_ key: String) -> Bool {
        switch self {
        case .all: true
        case .keys(let keys): keys.contains(key)
        }
    }

    package mutating func add(_ other: UnreadTexts) {
        switch (self, other) {
        case (.keys(let own), .keys(let more)): self = .keys(own.union(more))
        default: self = .all
        }
    }
}
