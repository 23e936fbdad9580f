import Foundation
import TestSupport

/// A built site of some hundred listings, each with a name of its own, for readers who look for one.
struct DirectorySample {
    static let listingCount = 320
    static let categories = ["Analytics", "Loyalty", "Messaging", "Surveys"]
    private static let heads = ["Amber", "Birch", "Cobalt", "Dune", "Ember", "Fjord", "Granite", "Harbor"]
    private static let tails = [
        "anchor", "beacon", "compass", "drift", "engine", "falcon", "garden", "hammer", "island", "jacket", "kettle",
        "ladder", "mirror", "needle", "orchard", "pillar", "quartz", "ribbon", "signal", "temple", "umbrella", "violin",
        "window", "yarn", "zephyr", "bridge", "candle", "dragon", "feather", "glacier", "helmet", "ivory", "jungle",
        "kernel", "lantern", "meadow", "nectar", "ocean", "pepper", "quiver",
    ]

    let folder: TemporaryFolder

    static func name(_ number: Int) -> String { "\(heads[number % 8]) \(tails[number / 8].capitalized)" }
    static func category(_ number: Int) -> String { categories[number % 4] }
    /// Every tenth listing may change users, and every fortieth may send events.
    static func mayWriteUsers(_ number: Int) -> Bool { number % 10 == 0 }

    init() throws {
        folder = try TemporaryFolder()
        try Self.content.write(to: folder)
    }

    /// Where the page at a path stands, without a server.
    func file(_ path: String) -> String {
        folder.url.appending(path: "Output/\(path)").absoluteString
    }

    func build() throws -> CommandRun {
        try CommandRun(["build"], in: folder.url, timeLimit: 600)
    }

    private static var content: ContentBuilder {
        var content = ContentBuilder()
        content.listings = (0..<listingCount).map(listing)
        for (number, listing) in content.listings.enumerated() {
            let manifest = listing.manifest.replacingOccurrences(of: "\"Loyalty\"", with: "\"\(category(number))\"")
            content.files["integrations/\(listing.id)/integration.json"] = Array(manifest.utf8)
        }
        return content
    }

    private static func listing(_ number: Int) -> ListingBuilder {
        var listing = ListingBuilder(id: "listing-\(number)", name: name(number))
        listing.overview += """

            ## Words of its own

            Number \(number) speaks of \(tails[(number * 7) % 40])works and the café at Łódź.

            """
        if mayWriteUsers(number) {
            var scope = ListingBuilder.Scope("users:write")
            scope.reason = "Balances are put into profiles by it."
            listing.scopes.append(scope)
            listing.features[0].scopes.append("users:write")
            listing.overview = listing.overview.replacingOccurrences(
                of: "(scope:users:read)",
                with: "(scope:users:read) and [`users:write`](scope:users:write)"
            )
        }
        return listing
    }
}
