import Diagnostics

/// Reports a listing whose pages say nearly the same as those of another.
package struct ListingNearCopy: DirectoryRule {
    package static let description = RuleDescription(
        id: "listing-near-copy",
        severity: .warning,
        summary: "No two listings of the directory say the same with another name.",
        rationale: """
            An integration has to be unique; one listing under five names fills a page of search results and helps \
            nobody. The prose of the pages is compared by runs of five words, without headings, code blocks and the \
            integration's own name. Seven tenths of all runs in common are too many; the share is estimated from 128 \
            samples of each listing, so it may be a few hundredths off. A listing with few words is not compared.
            """,
        flagged: [],
        allowed: []
    )

    /// The share of runs of words in common from which on two listings are near copies.
    package static let leastLikeness = 0.7
}
