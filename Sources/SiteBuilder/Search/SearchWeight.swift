/// How prominently a page says a word.
///
/// `assets/40-search.js` knows the numbers.
enum SearchWeight: UInt8, Sendable, Comparable {
    case text, repeatedText, heading
    /// The title of a page, or the permission that a page is about.
    case title

    static func < (left: SearchWeight, right: SearchWeight) -> Bool { left.rawValue < right.rawValue }
}
