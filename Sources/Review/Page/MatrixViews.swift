import Diagnostics
import Listing
import Templates

/// A row of the matrix: a feature and one of the scopes that it needs.
private struct MatrixRow: Sendable {
    let feature: FeatureReview
    /// Absent for a feature that needs none.
    let scope: NeededScope?
    let isFirst: Bool

    static func rows(of feature: FeatureReview) -> [MatrixRow] {
        guard !feature.scopes.isEmpty else { return [MatrixRow(feature: feature, scope: nil, isFirst: true)] }
        return feature.scopes.enumerated().map { MatrixRow(feature: feature, scope: $1, isFirst: $0 == 0) }
    }
}

enum FeatureReviewView {
    static let view = View<FeatureReview>(
        "feature",
        [
            .text("id", "The feature's id.") { $0.id },
            .text("title", "What it is called.") { $0.title },
            .text("status", "available, beta or planned.") { $0.status.rawValue },
            .flag("isAvailable", "Whether it can be used by everybody.") { $0.status == .available },
            .flag("hasHole", "Whether a link of its chain is missing.") { $0.hasHole },
            .object("claim", "Where it is claimed.", PlaceView.view) { $0.claim },
            .object("section", "The section that documents it.", CellView.view) { $0.section },
            .list("rows", "A row for each scope, at least one.", rowView) { MatrixRow.rows(of: $0) },
            .text("rowCount", "How many rows it has.") { "\(max(1, $0.scopes.count))" },
            .list("members", "What it uses of bundles.", memberView) { $0.members },
            .list("operations", "What it calls.", operationView) { $0.operations },
            .object("evidenceMark", "How it stands with the evidence.", CellView.view) { $0.evidenceMark },
            .list("evidence", "What is to show it.", evidenceView) { $0.evidence },
        ]
    )

    private static let rowView = View<MatrixRow>(
        "row",
        [
            .flag("isFirst", "Whether the cells of the feature stand in it.") { $0.isFirst },
            .object("scope", "The scope; absent for a feature that needs none.", scopeView) { $0.scope },
        ]
    )

    private static let scopeView = View<NeededScope>(
        "needed scope",
        [
            .text("id", "The scope.") { $0.scope },
            .object("requested", "Whether it is requested.", CellView.view) { $0.requested },
            .object("named", "Whether the section names it.", CellView.view) { $0.named },
        ]
    )

    private static let memberView = View<UsedMember>(
        "member",
        [
            .text("id", "The scope.") { $0.scope },
            .object("named", "Whether the section names it.", CellView.view) { $0.named },
        ]
    )

    private static let operationView = View<UsedOperation>(
        "operation",
        [
            .text("id", "The operation's id.") { $0.id },
            .text("call", "Method and path.") { $0.call },
            .object("allowed", "Whether the requested scopes allow it.", CellView.view) { $0.allowed },
        ]
    )

    private static let evidenceView = View<Evidence>(
        "evidence",
        [
            .text("id", "The medium's id.") { $0.id },
            .text("kind", "screenshot or video.") { $0.kind?.rawValue },
            .object("shown", "Where a page shows it.", CellView.view) { $0.shown },
        ]
    )
}

enum ScopeReviewView {
    static let view = View<ScopeReview>(
        "requested scope",
        [
            .text("id", "The scope, with its actor where one is given.") { $0.reference },
            .text("title", "What the platform calls it.") { $0.title },
            .text("sensitivity", "sensitive or restricted; absent for others.") {
                $0.sensitivity == .normal ? nil : $0.sensitivity?.rawValue
            },
            .flag("hasHole", "Whether something is missing.") { $0.hasHole },
            .object("place", "Where it is requested.", PlaceView.view) { $0.place },
            .text("requirement", "required, conditional or optional.") { $0.requirement.rawValue },
            .object("known", "Whether the platform has it.", CellView.view) { $0.known },
            .object("reason", "What it is used for.", CellView.view) { $0.reason },
            .object("when", "When it is asked for; absent where it need not be said.", CellView.view) {
                $0.when.mark == .notApplicable ? nil : $0.when
            },
            .object("ifDeclined", "What happens when it is declined.", CellView.view) { $0.ifDeclined },
            .object("needed", "Whether a feature needs it.", CellView.view) { $0.needed },
            .texts("features", "The features that need it.") { $0.features },
            .object("named", "Where their sections name it.", CellView.view) { $0.named },
            .list("usedGrants", "What is used of a bundle.", grantView) { $0.grants.filter(\.isUsed) },
            .list("unusedGrants", "What a bundle grants and nothing uses.", grantView) {
                $0.grants.filter { !$0.isUsed }
            },
        ]
    )

    private static let grantView = View<GrantReview>(
        "grant",
        [
            .text("id", "The scope.") { $0.scope },
            .object("explained", "Whether a statement says that it is not used.", CellView.view) { $0.explained },
        ]
    )
}
