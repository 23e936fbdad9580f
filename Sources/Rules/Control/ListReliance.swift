import Listing

/// Which lists of the manifest a rule has to know to the end.
///
/// A list that could not be read is an error of its own; to take it for an empty one would blame pages and features for
/// what is wrong with the manifest.
enum ListReliance {
    private static let families: [IntegrationManifest.List: Set<String>] = [
        .scopes: ["scope", "feature", "claim", "prose", "policy", "freshness"],
        .features: ["scope", "feature", "claim", "freshness", "media", "prose", "policy"],
        .media: ["feature", "media"],
    ]
    private static let rules: [IntegrationManifest.List: Set<String>] = [
        .scopes: ["traffic-scope-not-requested", "traffic-scope-unused"],
        .features: ["manifest-features-count", "traffic-operation-unnamed", "traffic-scope-unused"],
        .data: ["policy-data-direction", "policy-data-statement-missing"],
        .usage: ["policy-usage-missing", "policy-usage-repeated", "traffic-peak-above-usage"],
    ]

    static func lists(of rule: String) -> Set<IntegrationManifest.List> {
        let family = RuleFamily.name(ofRule: rule)
        return Set(
            IntegrationManifest.List.allCases.filter { list in
                families[list]?.contains(family) == true || rules[list]?.contains(rule) == true
            }
        )
    }
}
