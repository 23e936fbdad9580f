import Listing
import LocatedJSON
import Templates

/// The list of all permissions of the platform.
struct ScopeIndexModel: FramedPage {
    let frame: PageFrame
    let plan: DirectoryPlan

    var hasOriginalTexts: Bool {
        plan.catalogue.scopes.contains { $0.titleLanguage != nil || $0.descriptionLanguage != nil }
    }
}

enum ScopeIndexView {
    static let view = View<ScopeIndexModel>(
        page: "scopes",
        [
            .list("scopes", "All permissions.", ScopeEntry.view) { page in
                page.plan.catalogue.scopes.map { ScopeEntry(scope: $0, plan: page.plan, links: page.frame.links) }
            },
            .number("scopeCount", "How many permissions there are.") { $0.plan.catalogue.scopes.count },
            .flag("hasOriginalTexts", "Whether it shows texts that are not translated.") { $0.hasOriginalTexts },
        ]
    )
}

/// A permission among others.
struct ScopeEntry: Sendable {
    let scope: CatalogueScope
    let plan: DirectoryPlan
    let links: SiteLinks

    var sensitivity: CatalogueScope.Sensitivity? { plan.catalogue.toldSensitivity(of: scope) }

    static let view = View<ScopeEntry>(
        "scope",
        [
            .text("id", "The name that the platform gives it.") { $0.scope.id.value },
            .text("title", "What people call it.") { $0.scope.shownTitle },
            .text("description", "What it allows.") { $0.scope.shownDescription },
            .text("url", "Its own page.") { $0.links.link(to: $0.plan.address(ofScope: $0.scope.id.value)) },
            .text("anchor", "An id for its place in a list.") { $0.plan.scopeSlugs[$0.scope.id.value] },
            .phrase("kindText", "What kind of permission it is.") { $0.scope.kind.inWords },
            .flag("isSensitive", "Whether it can do harm.") { $0.sensitivity == .sensitive },
            .flag("isRestricted", "Whether it can do great harm.") { $0.sensitivity == .restricted },
            .number("integrationCount", "How many integrations hold it, by itself or as a part of something else.") {
                $0.plan.requesterCount(of: $0.scope.id.value)
            },
        ]
    )
}

/// The page of one permission, or a part of it.
struct ScopePageModel: FramedPage {
    let frame: PageFrame
    let plan: DirectoryPlan
    let scope: CatalogueScope
    let requesters: [ScopeRequester]
    let totalCount: Int
    let pager: Pager

    var sensitivity: CatalogueScope.Sensitivity? { plan.catalogue.toldSensitivity(of: scope) }
}

enum ScopePageView {
    static let view = View<ScopePageModel>(
        page: "scope",
        [
            .text("id", "The name that the platform gives it.") { $0.scope.id.value },
            .text("name", "What people call it.") { $0.scope.shownTitle },
            .text("summary", "What it allows.") { $0.scope.shownDescription },
            .phrase("kindText", "What kind of permission it is.") { $0.scope.kind.inWords },
            .text("resource", "What it opens; absent when the catalogue does not say.") {
                $0.scope.resourceText
            },
            .phrase("actions", "What may be done with the resource.") { actionText($0.scope) },
            .flag("isSensitive", "Whether it can do harm.") { $0.sensitivity == .sensitive },
            .flag("isRestricted", "Whether it can do great harm.") { $0.sensitivity == .restricted },
            .text("plan", "The plan that a customer needs; absent when any will do.") { $0.scope.shownPlan },
            .flag("isDeprecated", "Whether the platform has retired it.") { $0.scope.isDeprecated },
            .flag("hasOriginalTexts", "Whether it shows texts that are not translated.") { $0.hasOriginalTexts },
            .object("replacedBy", "The permission that takes its place.", ScopeEntry.view) { page in
                page.scope.replacedBy.flatMap { page.entry($0.value) }
            },
        ]
            + relation("implies", "hasImplies", "Permissions that it grants as well.") {
                $0.plan.relations(of: $0.scope).implies
            }
            + relation("impliedBy", "hasImpliedBy", "Permissions that grant it as well.") {
                $0.plan.relations(of: $0.scope).impliedBy
            }
            + relation("members", "hasMembers", "What the bundle holds.") { $0.plan.relations(of: $0.scope).members }
            + relation("grantedBy", "hasGrantedBy", "Bundles that hold it.") {
                $0.plan.relations(of: $0.scope).grantedBy
            }
            + [
                .list("integrations", "Integrations that ask for it, on this page of the list.", RequesterView.view) {
                    page in
                    page.requesters.map { RequesterModel(requester: $0, links: page.frame.links) }
                },
                .number("integrationCount", "How many integrations ask for it.") { $0.totalCount },
                .object("pagination", "The way to the other pages of this list.", Pager.view) {
                    $0.pager.pageCount > 1 ? $0.pager : nil
                },
            ]
    )

    private static func relation(
        _ name: String,
        _ flag: String,
        _ documentation: String,
        _ ids: @escaping @Sendable (ScopePageModel) -> [String]
    ) -> [ViewField<ScopePageModel>] {
        [
            .list(name, documentation, ScopeEntry.view) { page in ids(page).compactMap { page.entry($0) } },
            .flag(flag, "Whether there are any.") { !ids($0).isEmpty },
        ]
    }
}

extension ScopePageModel {
    /// Of the catalogue, or of integrations that say why they ask.
    var hasOriginalTexts: Bool {
        twinHasOriginalTexts || relatedScopes.contains { plan.catalogue.scope($0)?.titleLanguage != nil }
    }

    /// The twin does not name the permissions that are related to it.
    var twinHasOriginalTexts: Bool {
        scope.hasOriginalTexts || requesters.contains { $0.reason?.language != nil }
    }

    private var relatedScopes: [String] {
        let related = plan.relations(of: scope)
        return related.implies + related.impliedBy + related.members + related.grantedBy
    }

    fileprivate func entry(_ id: String) -> ScopeEntry? {
        plan.catalogue.scope(id).map { ScopeEntry(scope: $0, plan: plan, links: frame.links) }
    }
}

/// `read, write`; nothing when the catalogue does not say.
func actionText(_ scope: CatalogueScope) -> Phrase? {
    scope.actions.isEmpty ? nil : .list(scope.actions.map(\.inLine), .comma)
}

struct RequesterModel: Sendable {
    let requester: ScopeRequester
    let links: SiteLinks
}

enum RequesterView {
    static let view = View<RequesterModel>(
        "requester",
        [
            .text("name", "The integration's name.") { $0.requester.summary.name },
            .text("url", "The row of its permission table.") {
                $0.links.link(to: .integration($0.requester.summary.id), anchor: $0.requester.request.anchor)
            },
            .text("builtBy", "Who makes it.") { $0.requester.summary.builtBy },
            .phrase("requirement", "Whether the integration works without it.") {
                $0.requester.request.requirement.inWords
            },
            .text("reason", "What the integration uses it for; absent where no feature uses it.") {
                $0.requester.reason
            },
            .text("through", "What the integration asked for and this is a part of; absent when it asked for this.") {
                $0.requester.isDirect ? nil : $0.requester.request.scope
            },
            .flag("isUnused", "Whether it is granted as a part of something else, and no feature uses it.") {
                $0.requester.isUnusedPart
            },
            .object("logo", "The integration's logo.", PictureView.view) { model in
                model.requester.summary.logo.map { PictureModel(picture: $0, links: model.links, isLazy: true) }
            },
            .text("initial", "The first letter of its name.") { $0.requester.summary.initial },
        ]
    )
}
