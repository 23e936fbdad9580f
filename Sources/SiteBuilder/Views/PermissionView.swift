import Listing
import LocatedJSON
import Templates

/// A row of the permission table.
struct PermissionModel: Sendable {
    let request: ScopeRequest
    let page: ListingPageModel

    var scope: CatalogueScope? { page.listing.catalogue.scope(request.id.value, heldBy: request.actor?.value) }
    var sensitivity: CatalogueScope.Sensitivity? {
        scope.flatMap { page.listing.catalogue.toldSensitivity(of: $0, heldBy: request.actor?.value) }
    }
}

enum PermissionView {
    static let view = View<PermissionModel>("permission", what + why)

    private static let what: [ViewField<PermissionModel>] = [
        .text("id", "The scope, with its actor where the platform tells actors apart.") { $0.request.id.value },
        .text("anchor", "The id of the row, which never changes for a scope.") {
            $0.page.anchors.anchor(of: $0.request.reference)
        },
        .text("title", "What people call the scope.") {
            $0.scope?.shownTitle ?? ContentText($0.request.id.value)
        },
        .text("description", "What it allows, in the catalogue's words.") { $0.scope?.shownDescription },
        .phrase("actor", "Who holds it; absent where the platform does not tell.") {
            $0.request.actor.map { actorText($0.value) }
        },
        .phrase("actions", "What may be done with the resource.") { $0.scope.flatMap(actionText) },
        .flag("isSensitive", "Whether it can do harm.") { $0.sensitivity == .sensitive },
        .flag("isRestricted", "Whether it can do great harm.") { $0.sensitivity == .restricted },
        .text("plan", "The plan that a customer needs; absent when any will do.") { $0.scope?.shownPlan },
        .text("catalogueURL", "The page of the scope; absent when the catalogue does not know it.") { row in
            row.scope.map { row.page.frame.links.link(to: .scope(row.page.scopeSlugs[$0.id.value])) }
        },
    ]

    private static let why: [ViewField<PermissionModel>] = [
        .text("reason", "What the integration uses it for.") { $0.page.listing.shown($0.request.reason) },
        .flag("isRequired", "Whether the integration cannot work without it.") { $0.request.requirement == .required },
        .flag("isConditional", "Whether it is asked for in some cases only.") {
            $0.request.requirement == .conditional
        },
        .flag("isOptional", "Whether it may be declined.") { $0.request.requirement == .optional },
        .phrase("requirement", "The same in a word.") { $0.request.requirement.inWords },
        .text("when", "When it is asked for; absent unless it is conditional.") {
            $0.page.listing.shown($0.request.when)
        },
        .text("ifDeclined", "What happens when it is declined; absent for a required one.") {
            $0.page.listing.shown($0.request.ifDeclined)
        },
        .text("since", "The version that first asked for it; absent when it does not say.") { $0.request.since?.value },
        .list("features", "The features that need it.", LinkView.view) { row in
            row.page.listing.features(using: row.request).map {
                PageLinkModel(title: row.page.listing.shownName(of: $0), url: row.page.url(of: $0))
            }
        },
        .list("alsoGrants", "What it allows besides, and what the integration does with that.", GrantView.view) { row in
            row.request.unusedGrants.map { grant in
                GrantModel(grant: grant, listing: row.page.listing)
            }
        },
    ]
}

private struct GrantModel: Sendable {
    let grant: UnusedGrant
    let listing: ParsedListing
}

private enum GrantView {
    static let view = View<GrantModel>(
        "grant",
        [
            .text("grant", "The scope that is granted as well.") { $0.grant.grant.value },
            .text("title", "What people call it.") { $0.listing.catalogue.scope($0.grant.grant.value)?.shownTitle },
            .text("statement", "What the integration does with it: nothing, and why.") {
                $0.listing.shown($0.grant.statement)
            },
        ]
    )
}
