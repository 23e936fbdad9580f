import Diagnostics
import Listing
import Templates

/// How templates see what changed since the last recorded release.
enum ReleaseReviewView {
    static let view = View<ReleaseReview>(
        "release review",
        [
            .flag("isUnreadable", "Whether the record or the manifest cannot be read.") {
                if case .unreadable = $0 { true } else { false }
            },
            .object("compared", "What changed; absent where there is no release to compare with.", comparisonView) {
                $0.comparison
            },
        ]
    )

    private static let comparisonView = View<ReleaseComparison>(
        "release comparison",
        [
            .text("version", "The version of the release.") { $0.version },
            .text("date", "When its listing was last changed.") { $0.date },
            .object("place", "Where it is recorded.", PlaceView.view) { $0.place },
            .flag("isSame", "Whether nothing changed.") { $0.isEmpty },
            .flag("asksNobody", "Whether nobody has to consent once more.") { comparison in
                comparison.scopes.allSatisfy { $0.consent == .nobody }
            },
            .flag("asksEverybody", "Whether everybody has to.") { !$0.scopes(consentedBy: .everybody).isEmpty },
            .list("scopes", "Scopes that are new, gone or asked for otherwise.", scopeView) { $0.scopes },
            .flag("hasScopes", "Whether there are such scopes.") { !$0.scopes.isEmpty },
            .list("features", "Features that need other scopes.", useView) { $0.features },
            .flag("hasFeatures", "Whether there are such features.") { !$0.features.isEmpty },
            .list("bundles", "Bundles of which something else is used.", useView) { $0.bundles },
            .flag("hasBundles", "Whether there are such bundles.") { !$0.bundles.isEmpty },
        ]
    )

    private static let scopeView = View<ScopeChange>(
        "scope change",
        [
            .text("id", "The scope, with its actor where one is given.") { $0.scope },
            .text("kind", "added, widened, altered, narrowed or removed.") { $0.kind.rawValue },
            .texts("inPlaceOf", "What a scope that is widened or narrowed stands in the place of.") { $0.inPlaceOf },
            .text("before", "How it was asked for; absent for one that was not.") { $0.before?.rawValue },
            .text("after", "How it is asked for; absent for one that no longer is.") { $0.after?.rawValue },
            .text("consent", "Who must consent once more, in words.") { $0.consent.words },
            .flag("asksEverybody", "Whether everybody must.") { $0.consent == .everybody },
        ]
    )

    private static let useView = View<NamedUseChange>(
        "use change",
        [
            .text("id", "The feature's id, or the bundle.") { $0.subject },
            .text("title", "What the feature is called; absent where it is no longer claimed, and for a bundle.") {
                $0.title
            },
            .texts("gained", "The scopes that it did not need before.") { $0.gained },
            .texts("lost", "The scopes that it no longer needs.") { $0.lost },
        ]
    )
}

extension ReleaseReview {
    var comparison: ReleaseComparison? {
        if case .compared(let comparison) = self { comparison } else { nil }
    }

    /// In a few words, for the row of an overview.
    var account: String {
        switch self {
        case .notRecorded: "no release recorded"
        case .unreadable: "cannot be read"
        case .compared(let comparison) where comparison.isEmpty: "nothing since \(comparison.version)"
        case .compared(let comparison):
            [
                counted(comparison.scopes.count, "scope"), counted(comparison.features.count, "feature"),
                counted(comparison.bundles.count, "bundle"),
            ]
            .filter { !$0.hasPrefix("0 ") }.joined(separator: ", ") + " since \(comparison.version)"
        }
    }

    /// Whether somebody has to consent once more before the listing is what customers agreed to.
    var asksForConsent: Bool { comparison?.scopes.contains { $0.consent != .nobody } ?? false }
}

extension RenewedConsent {
    fileprivate var words: String {
        switch self {
        case .everybody: "everybody"
        case .concerned: "those for whom its condition holds"
        case .choosing: "those who turn it on"
        case .nobody: "nobody"
        }
    }
}
