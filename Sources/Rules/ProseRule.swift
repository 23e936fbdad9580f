package import Listing

/// A rule that reads what a listing says, sentence by sentence.
package protocol ProseRule: Rule {
    func check(_ prose: ListingProse, of listing: ParsedListing, reporting findings: inout RuleFindings)
}

extension ProseRule {
    package var ofProse: (any ProseRule)? { self }

    /// Without its sentences there is nothing to read in a listing.
    package func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {}
}
