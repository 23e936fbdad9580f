import Listing
import LocatedJSON
import Markup
import Templates

/// Which feature needs which permission, as a picture and as a table: a row for each permission, a column for each feature.
struct ScopeMapModel: Sendable {
    /// Absent where there is too little or too much to draw.
    let picture: HTMLFragment?
    let table: ScopeMapTable?
    /// Whether there is more than anybody could follow in a picture.
    let isTooLarge: Bool

    /// nil where there is nothing to tell apart.
    init?(of page: ListingPageModel) {
        picture = ScopePictureMaker(page.listing, page.frame.site.texts)?.picture.map(ScopePictureWriter.html)
        table = ScopeMapTable(of: page)
        isTooLarge = picture == nil && table?.tellsAnyNeed == true
        if picture == nil, table == nil { return nil }
    }
}

struct ScopeMapTable: Sendable {
    let columns: [ScopeMapColumn]
    let rows: [ScopeMapRow]

    /// Nobody reads a larger table, and its size grows with the product of both.
    private static let mostCells = 5000

    init?(of page: ListingPageModel) {
        let features = page.manifest.features
        let requests = page.manifest.scopes
        guard features.count > 1, requests.count * features.count <= Self.mostCells else { return nil }
        let featureUses = FeatureUses(of: page.listing, page.manifest)
        let uses = requests.map(featureUses.ofRequest)
        guard requests.count > 1 || uses.contains(where: { $0.used.count > 1 }) else { return nil }
        columns = features.map { feature in
            ScopeMapColumn(
                link: PageLinkModel(title: page.listing.shownName(of: feature), url: page.url(of: feature)),
                status: feature.status
            )
        }
        rows = zip(requests, uses).map { request, uses in
            ScopeMapRow(
                request: request,
                url: "#" + page.anchors.anchor(of: request.reference),
                cells: features.indices.map {
                    ScopeMapCell(members: uses.members(usedBy: $0), in: page.listing.catalogue)
                }
            )
        }
    }

    var tellsAnyNeed: Bool { rows.contains { $0.cells.contains(where: \.isNeeded) } }
}

/// A feature.
struct ScopeMapColumn: Sendable {
    let link: PageLinkModel
    let status: Feature.Status
}

struct ScopeMapRow: Sendable {
    let request: ScopeRequest
    let url: String
    let cells: [ScopeMapCell]
}

struct ScopeMapCell: Sendable {
    struct Member: Sendable {
        let id: String
        let sensitivity: CatalogueScope.Sensitivity?
    }

    let isNeeded: Bool
    let members: [Member]

    /// - Parameter members: of a bundle, those that the feature of the column uses; nil where it does not need the scope
    ///   of the row.
    init(members: [String]?, in catalogue: Catalogue) {
        isNeeded = members != nil
        self.members = (members ?? []).map {
            Member(id: $0, sensitivity: catalogue.scope($0).flatMap { catalogue.toldSensitivity(of: $0) })
        }
    }
}

enum ScopeMapView {
    static let view = View<ScopeMapModel>(
        "scope map",
        [
            .html(
                "picture",
                "As a drawing, an SVG; absent where there is too little to draw, or too much: more than 24 boxes on a side, "
                    + "or more than 64 lines."
            ) {
                $0.picture
            },
            .flag("isTooLarge", "Whether it has no drawing since that would hold too much.") { $0.isTooLarge },
            .flag(
                "hasTable",
                "Whether there is more than one permission, or member in use, so that a table tells something."
            ) {
                $0.table != nil
            },
            .list("features", "The features, a column each.", column) { $0.table?.columns ?? [] },
            .list("rows", "The permissions, a row each.", row) { $0.table?.rows ?? [] },
        ]
    )

    private static let column = View<ScopeMapColumn>(
        "scope map column",
        [
            .text("title", "The feature.") { $0.link.title },
            .text("url", "Where it is described.") { $0.link.url },
            .phrase("status", "Whether it is planned or retired, say; absent for one that is available.") {
                $0.status == .available ? nil : $0.status.inLine
            },
        ]
    )

    private static let row = View<ScopeMapRow>(
        "scope map row",
        [
            .text("id", "The scope.") { $0.request.name },
            .text("url", "Its row in the permission table.") { $0.url },
            .phrase("requirement", "Whether the integration works without it.") { $0.request.requirement.inWords },
            .list("cells", "Whether a feature needs it, in the order of the columns.", cell) { $0.cells },
        ]
    )

    private static let cell = View<ScopeMapCell>(
        "scope map cell",
        [
            .flag("isNeeded", "Whether the feature of the column needs it.") { $0.isNeeded },
            .list("members", "Of a bundle, what the feature uses; empty where it does not tell.", member) {
                $0.members
            },
        ]
    )

    private static let member = View<ScopeMapCell.Member>(
        "scope map member",
        [
            .text("id", "The scope.") { $0.id },
            .phrase("sensitivity", "How much harm it can do, in a word; absent where that is little.") { member in
                member.sensitivity.flatMap { $0 == .normal ? nil : $0.inLine }
            },
        ]
    )
}
