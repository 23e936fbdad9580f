/// One integration: what it asks for and claims, drawn by its number alone.
struct SampleListing {
    struct Feature {
        let id: String
        let title: String
        let scopes: [String]

        /// The screenshot that shows it; the marketplace takes four, of which one is of the connection.
        var picture: String { id == "feature-4" ? "connect" : "\(id)-shown" }
    }

    /// The features that have a screenshot of their own.
    var picturedFeatures: [Feature] { features.filter { $0.picture != "connect" } }

    let number: Int
    let name: String
    let features: [Feature]
    /// Set for every third listing, which asks for a bundle beside its scopes.
    let bundle: SampleCatalogue.Bundle?
    /// Another listing that this one has a link to.
    let neighbour: Int

    var id: String { Self.id(number) }

    static func id(_ number: Int) -> String {
        let digits = String(number)
        return "sample-" + String(repeating: "0", count: max(0, 5 - digits.count)) + digits
    }

    private static let beginnings = [
        "Amber", "Birch", "Cedar", "Dune", "Elm", "Fern", "Gale", "Heath", "Iris", "Juniper",
    ]
    private static let ends = ["Bridge", "Lane", "Harbor", "Works", "Field", "Gate", "Mill", "Ridge"]
    private static let verbs = ["Collect", "Arrange", "Forward", "Compare", "Sort", "Archive", "Match", "Plan"]
    private static let objects = [
        "entries", "balances", "orders", "bookings", "parcels", "answers", "visits", "tickets",
    ]

    init(number: Int, of count: Int) {
        var random = SeededRandom(seed: number)
        self.number = number
        name = "\(random.pick(Self.beginnings)) \(random.pick(Self.ends)) \(number)"
        neighbour = random.number(in: 0...(count - 1))
        let bundle = number.isMultiple(of: 3) ? SampleCatalogue.bundles.randomElement(using: &random) : nil
        self.bundle = bundle
        let free = SampleCatalogue.resources
            .filter { resource in !(bundle?.members.contains("\(resource):read") ?? false) }
            .shuffled(using: &random)
        let verbs = Self.verbs.shuffled(using: &random)
        let objects = Self.objects.shuffled(using: &random)
        features = (0..<random.number(in: 2...4)).map { position in
            var scopes = free[(position * 2)..<(position * 2 + 2)].map { "\($0):\(random.pick(["read", "write"]))" }
            if position == 0, let member = bundle?.members.first { scopes[0] = member }
            return Feature(
                id: "feature-\(position + 1)",
                title: "\(verbs[position]) \(objects[position])",
                scopes: scopes
            )
        }
    }

    /// A member of a bundle is not requested by itself: the bundle is.
    func request(for scope: String) -> String {
        guard let bundle, bundle.members.contains(scope) else { return scope }
        return bundle.id
    }
}
