package import Listing

/// A rule on what the content links to and does not hold.
///
/// It is described and adjusted like any other, and checked by `candor links --external` alone: what others do to their
/// pages must not decide whether a site can be built.
package protocol ExternalRule: Rule {}

extension ExternalRule {
    /// Nothing of it can be known without asking others.
    package func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {}
}
