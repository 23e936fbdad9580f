package import Listing

/// A rule on the directory as a whole, such as on two listings that are the same.
///
/// It is described and adjusted like any other, and checked where the summaries of all listings come together.
package protocol DirectoryRule: Rule {}

extension DirectoryRule {
    /// No listing alone can break it.
    package func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {}
}
