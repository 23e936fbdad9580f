import Evidence
import Listing
import LocatedJSON

/// Something that no check could look at, since the listing does not say what would be needed.
package enum CoverageGap: String, Sendable, CaseIterable {
    case unreadScopes
    case unreadFeatures
    case unreadLists
    case mediaWithoutVersion
    case mediaWithoutDate
    case listingsWithoutRecord
    case unorderedVersions
    case unorderedSince
    case featuresWithoutOperations
    case operationsWithoutNeed
    case listingsWithoutUsage
    case listingsWithoutTraffic
    case videosElsewhere

    /// For people, with a number in front.
    package func text(_ count: Int) -> String {
        let isOne = count == 1
        let words =
            switch self {
            case .unreadScopes: isOne ? "integration's scopes" : "integrations' scopes"
            case .unreadFeatures: isOne ? "integration's features" : "integrations' features"
            case .unreadLists: isOne ? "list of a manifest" : "lists of manifests"
            case .mediaWithoutVersion: isOne ? "medium without version" : "media without version"
            case .mediaWithoutDate: isOne ? "medium without date" : "media without date"
            case .listingsWithoutRecord: "\(isOne ? "integration" : "integrations") without recorded release"
            case .unorderedVersions: isOne ? "version that has no number" : "versions that have no number"
            case .unorderedSince: isOne ? "\"since\" that has no number" : "\"since\" that have no number"
            case .featuresWithoutOperations: isOne ? "feature without operations" : "features without operations"
            case .operationsWithoutNeed:
                isOne
                    ? "operation of which nobody says what it needs" : "operations of which nobody says what they need"
            case .listingsWithoutUsage: isOne ? "integration without usage" : "integrations without usage"
            case .listingsWithoutTraffic: "\(isOne ? "integration" : "integrations") without recorded traffic"
            case .videosElsewhere: isOne ? "video at another host" : "videos at other hosts"
            }
        return "\(count) \(words)"
    }

    /// How often each stands in a listing.
    static func counts(in listing: ParsedListing) -> [CoverageGap: Int] {
        guard let manifest = listing.manifest else { return [:] }
        var counts: [CoverageGap: Int] = [:]
        func add(_ gap: CoverageGap, _ count: Int) {
            if count > 0 { counts[gap] = count }
        }
        let shown = manifest.media.filter { $0.kind != .logo }
        let since = manifest.features.compactMap(\.since) + manifest.scopes.compactMap(\.since)
        let versions = [manifest.version].compactMap(\.self) + shown.compactMap(\.version)
        add(.unreadScopes, manifest.unreadLists.contains(.scopes) ? 1 : 0)
        add(.unreadFeatures, manifest.unreadLists.contains(.features) ? 1 : 0)
        add(.unreadLists, manifest.unreadLists.subtracting([.scopes, .features]).count)
        add(.mediaWithoutVersion, shown.count { $0.version == nil })
        add(.mediaWithoutDate, shown.count { $0.taken == nil })
        add(.listingsWithoutRecord, listing.record == nil ? 1 : 0)
        add(.unorderedVersions, versions.count { VersionNumber($0.value) == nil })
        add(.unorderedSince, since.count { VersionNumber($0.value) == nil })
        add(.featuresWithoutOperations, manifest.features.count { $0.operations.isEmpty && !$0.scopes.isEmpty })
        let operations = Set(manifest.features.flatMap(\.operations).map(\.value))
        add(.operationsWithoutNeed, operations.count { listing.catalogue.operation($0)?.need.isKnown == false })
        add(.listingsWithoutUsage, manifest.usage.isEmpty && !manifest.scopes.isEmpty ? 1 : 0)
        add(.listingsWithoutTraffic, listing.traffic == nil && !manifest.scopes.isEmpty ? 1 : 0)
        add(.videosElsewhere, shown.count { $0.kind == .video && $0.file == nil && $0.url != nil })
        return counts
    }
}
