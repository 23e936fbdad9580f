import Listing
import LocatedJSON
import Markup
import Templates

/// Which feature needs which permission, as a picture and as a table: a row for each permission, a column for each feature.
struct ScopeMapModel: Sendable {
    /// Absent where there is too little or too much to draw.
    let picture: HTMLFragment?
    let table: ScopeMapTable?

    /// nil where there is nothing to tell apart.
    init?(of page: ListingPageModel) {
        picture = ScopePictureMaker(page.listing, page.frame.site.texts)?.picture.map(ScopePictureWriter.html)
        table = ScopeMapTable(of: page)
        if picture == nil, table == nil { return nil }
    }
}

struct ScopeMapTable: Sendable {
    let features: [PageLinkModel]
    let rows: [ScopeMapRow]

    /// Nobody reads a larger table, and its size grows with the product of both.
    private static let mostCells = 5000

    init?(of page: ListingPageModel) {
        let features = page.manifest.features
        let requests = page.manifest.scopes
        guard requests.count > 1, features.count > 1, requests.count * features.count <= Self.mostCells else {
            return nil
        }
        self.features = features.map { PageLinkModel(title: page.listing.shownName(of: $0), url: page.url(of: $0)) }
        rows = requests.map { request in
            let needing = Set(page.listing.features(using: request).map { ObjectIdentifier($0) })
            return ScopeMapRow(
                request: request,
                url: "#" + page.anchors.anchor(of: request.reference),
                needs: features.map { needing.contains(ObjectIdentifier($0)) }
            )
        }
    }
}

struct ScopeMapRow: Sendable {
    let request: ScopeRequest
    let url: String
    let needs: [Bool]
}

enum ScopeMapView {
    static let view = View<ScopeMapModel>(
        "scope map",
        [
            .html("picture", "As a drawing, an SVG; absent where there is too little or too much to draw.") {
                $0.picture
            },
            .flag("hasTable", "Whether there is more than one permission, so that a table tells something.") {
                $0.table != nil
            },
            .list("features", "The features, a column each.", LinkView.view) { $0.table?.features ?? [] },
            .list("rows", "The permissions, a row each.", row) { $0.table?.rows ?? [] },
        ]
    )

    private static let row = View<ScopeMapRow>(
        "scope map row",
        [
            .text("id", "The scope.") { $0.request.name },
            .text("url", "Its row in the permission table.") { $0.url },
            .phrase("requirement", "Whether the integration works without it.") { $0.request.requirement.inWords },
            .list("cells", "Whether a feature needs it, in the order of the columns.", cell) { $0.needs },
        ]
    )

    private static let cell = View<Bool>(
        "scope map cell",
        [.flag("isNeeded", "Whether the feature of the column needs it.") { $0 }]
    )
}
