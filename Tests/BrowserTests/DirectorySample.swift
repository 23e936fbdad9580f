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

    static func name(_ number: Int) -> String {
        let round = number / listingCount
        return "\(heads[number % 8]) \(tails[number / 8 % 40].capitalized)\(round == 0 ? "" : " \(round + 1)")"
    }
    static func category(_ number: Int) -> String { categories[number % 4] }
    /// Every tenth listing may change users, and every fortieth may send events.
    static func mayWriteUsers(_ number: Int) -> Bool { number % 10 == 0 }

    /// Which of several products a listing adds to: three of four.
    static func addsTo(product: Int, _ number: Int) -> Bool { (number + product) % 4 != 0 }

    /// - Parameter productCount: 0 for the one product that listings have when a test says nothing of it.
    init(listingCount: Int = listingCount, productCount: Int = 0) throws {
        folder = try TemporaryFolder()
        try Self.content(listingCount, productCount).write(to: folder)
    }

    /// Where the page at a path stands, without a server.
    func file(_ path: String) -> String {
        folder.url.appending(path: "Output/\(path)").absoluteString
    }

    func build() throws -> CommandRun {
        try CommandRun(["build"], in: folder.url, timeLimit: 600)
    }

    private static func content(_ listingCount: Int, _ productCount: Int) -> ContentBuilder {
        var content = ContentBuilder()
        content.listings = (0..<listingCount).map(listing)
        if productCount > 0 {
            let products = (0..<productCount).map { "{\"id\": \"product-\($0)\", \"name\": \"Product \($0)\"}" }
            content.platform = content.platform.replacingOccurrences(
                of: #"{"id": "segments", "name": "Segments"}"#,
                with: products.joined(separator: ", ")
            )
        }
        for (number, listing) in content.listings.enumerated() {
            var manifest = listing.manifest.replacingOccurrences(of: "\"Loyalty\"", with: "\"\(category(number))\"")
            if productCount > 0 {
                let products = (0..<productCount).filter { addsTo(product: $0, number) }.map { "\"product-\($0)\"" }
                manifest = manifest.replacingOccurrences(of: "\"segments\"", with: products.joined(separator: ", "))
            }
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
