/// How one link of the chain from a claim to its evidence stands.
package enum ReviewMark: String, Sendable, CaseIterable {
    case present
    case missing
    case notApplicable = "not-applicable"
    /// Nothing was there that could have told: no catalogue, a medium of another host, a rule that is off.
    case notChecked = "not-checked"
}

/// One cell of the matrix: the mark, where it can be seen, and what else there is to say.
package struct ReviewCell: Sendable, Hashable {
    package let mark: ReviewMark
    package let note: String?
    package let places: [ReviewPlace]

    init(_ mark: ReviewMark, _ note: String? = nil, at places: [ReviewPlace] = []) {
        self.mark = mark
        self.note = note
        self.places = places
    }
}

/// A place in a file of the listing, as people look it up.
package struct ReviewPlace: Sendable, Hashable {
    /// As diagnostics show it.
    package let path: String
    /// Below the folder of the listing, where it lies in it.
    package let name: String
    /// From 1; absent, as the column is, where the file was not read.
    package let line: Int?
    /// From 1, in Unicode scalars.
    package let column: Int?
    /// Where the file can be edited, if the site says so.
    package let url: String?

    /// `index.md:12`.
    package var text: String { line.map { "\(name):\($0)" } ?? name }
}
