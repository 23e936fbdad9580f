import Listing
import LocatedJSON

/// Why each scope is asked for, one row a scope: what Slack and Google want to know before they let an app in.
struct ScopeReasonsExport {
    let listing: ParsedListing
    let manifest: IntegrationManifest
    let media: PublishedMedia
    let links: MachineLinks

    var table: ExportTable {
        ExportTable(
            columns: [
                .init(key: "scope", heading: "Scope"), .init(key: "actor", heading: "Actor"),
                .init(key: "title", heading: "Title"), .init(key: "requirement", heading: "Requirement"),
                .init(key: "when", heading: "When"), .init(key: "class", heading: "Class"),
                .init(key: "reason", heading: "Reason"), .init(key: "ifDeclined", heading: "If declined"),
                .init(key: "features", heading: "Features"), .init(key: "evidence", heading: "Evidence"),
                .init(key: "videos", heading: "Videos"),
            ],
            rows: manifest.scopes.map(row)
        )
    }

    private func row(_ request: ScopeRequest) -> [ExportTable.Cell] {
        let scope = listing.catalogue.scope(request.id.value, heldBy: request.actor?.value)
        let features = listing.features(using: request)
        let evidence = evidence(of: features)
        let videos = evidence.filter { $0.kind == .video }.compactMap { item in
            item.file.map { links.url(of: media.address(ofFile: $0.value)) } ?? item.url?.value
        }
        return [
            .text(request.id.value), .text(request.actor?.value), .text(scope?.title),
            .text(request.requirement.rawValue), .text(request.when?.value),
            .text(scope.flatMap { listing.catalogue.toldSensitivity(of: $0, heldBy: request.actor?.value) }?.className),
            .text(request.reason?.value), .text(request.ifDeclined?.value), .names(features.map(\.name)),
            .names(evidence.map(\.id.value)), .names(videos),
        ]
    }

    /// Each medium once, in the order of the features.
    private func evidence(of features: [Feature]) -> [MediaItem] {
        var seen: Set<String> = []
        return features.flatMap(\.evidence).filter { seen.insert($0.value).inserted }
            .compactMap { manifest.mediaItem($0.value) }
    }
}

extension CatalogueScope.Sensitivity {
    /// In Google's words.
    fileprivate var className: String {
        switch self {
        case .normal: "non-sensitive"
        case .sensitive: "sensitive"
        case .restricted: "restricted"
        }
    }
}
