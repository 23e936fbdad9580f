/// The kinds of numbers that languages tell apart where they count things.
package enum PluralCategory: String, Sendable, Hashable, CaseIterable {
    case zero, one, two, few, many, other
}
