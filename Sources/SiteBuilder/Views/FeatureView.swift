import Listing
import LocatedJSON
import Templates

/// A feature on the page of its integration.
struct FeatureModel: Sendable {
    let feature: Feature
    let page: ListingPageModel
}

enum FeatureView {
    static let view = View<FeatureModel>(
        "feature",
        [
            .text("id", "The feature's id.") { $0.feature.id.value },
            .text("title", "What it is called.") { $0.page.listing.shownName(of: $0.feature) },
            .text("summary", "What the customer gains.") { $0.page.listing.shown($0.feature.summary) },
            .text("url", "The section that documents it.") { $0.page.url(of: $0.feature) },
            .flag("isBeta", "Whether it is still being tried out.") { $0.feature.status == .beta },
            .flag("isPlanned", "Whether it is not there yet.") { $0.feature.status == .planned },
            .list("scopes", "The scopes that it needs.", ScopeChip.view) {
                ScopeChip.chips(of: $0.feature, on: $0.page)
            },
            .flag("hasNoScopes", "Whether it needs none.") { $0.feature.scopes.isEmpty },
        ]
    )
}

/// A scope as a small link into the permission table.
struct ScopeChip: Sendable {
    let id: String
    let url: String

    static func chips(of feature: Feature, on page: ListingPageModel) -> [ScopeChip] {
        feature.scopes.map { scope in
            ScopeChip(
                id: scope.value,
                url: "#" + page.anchors.anchor(of: page.listing.requestedReference(for: scope.value))
            )
        }
    }

    static let view = View<ScopeChip>(
        "scope chip",
        [
            .text("id", "The scope.") { $0.id },
            .text("url", "Its row in the permission table.") { $0.url },
        ]
    )
}

extension ParsedListing {
    /// The request that a name in a feature or a page means: itself, or the one that grants it.
    func requestedReference(for reference: String) -> String {
        let requests = manifest?.scopes ?? []
        let meant =
            requests.first { $0.isMeant(by: reference) }
            ?? requests.first { catalogue.scopesGranted(by: $0.id.value).contains(reference) }
        return meant?.reference ?? reference
    }
}
