package import Listing

/// A requirement that every listing is held against.
///
/// A rule has no state and reads no file; whatever it needs and cannot find in the listing has been reported by the
/// parser, whose error stops the build by itself.
package protocol Rule: Sendable {
    static var description: RuleDescription { get }

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings)
}
