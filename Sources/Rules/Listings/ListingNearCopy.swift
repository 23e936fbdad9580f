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
        flagged: [
            pair(points(for: "Acme"), points(for: "Bolt")),
            pair(points(for: "Acme"), points(for: "Bolt") + "\nIt also sends a postcard to everybody who has moved.\n"),
        ],
        allowed: [
            pair(points(for: "Acme"), parcels),
            pair("Acme keeps points in profiles.\n", "Bolt keeps points in profiles.\n"),
        ]
    )

    /// Two listings in their folders.
    private static func pair(_ first: String, _ second: String) -> RuleExample {
        RuleExample(pages: ["acme/index.md": first, "bolt/index.md": second])
    }

    private static func points(for name: String) -> String {
        """
        # \(name)

        Every night the balance of each member is read from the till of the shop and written into the profile of the
        customer, so that a campaign can greet those who are about to reach the next level. A member who has left the
        programme is passed over, and the old balance stays until the shop removes it. Whoever buys in two shops has
        two balances, which are added before they are written. What was bought today is seen tomorrow; a refund is taken
        off on the evening of the day on which the goods came back. Balances below zero are shown as they are, with the
        day on which they fell.

        """
    }

    private static let parcels = """
        # Bolt

        When a parcel leaves the depot, its number and the day on which it should arrive are sent as an event, and again
        when the carrier changes either of them. A flow can then tell the person who waits, by mail or by message, which
        of both has moved. Parcels that were handed to a neighbour carry the name that the driver wrote down. Nothing is
        sent for letters. After ten days without a sign of life the parcel counts as lost, and an event says so, once,
        with the place where somebody saw it last.

        """

    /// The share of runs of words in common from which on two listings are near copies.
    package static let leastLikeness = 0.7
}
