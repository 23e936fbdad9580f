import Listing
import LocatedJSON
import Templates

/// A release of the integration, and how what it asked for differs from the release before.
struct ReleaseModel: Sendable {
    let release: Release
    let isNewest: Bool
    /// Unique on the page, and the same for as long as the release is on record.
    let anchor: String
    let changes: [Change]
    /// What features need, and bundles are used for, otherwise than before.
    let uses: [Use]

    struct Change: Sendable {
        /// Of the first release on record, everything is asked for.
        let isFirst: Bool
        let step: ScopeStep
        /// When it is asked for; nil unless it is conditional in the release that the listing describes.
        let condition: ContentText?
        /// Its row of the permission table; nil where it is not asked for any more.
        let url: String?
    }

    enum Use: Sendable {
        case feature(UseChange, name: String)
        case bundle(UseChange)
    }

    /// More would be a page of its own; the Markdown beside the page and what is for programs have all.
    static let mostOnPage = 24

    /// All releases of the record, the newest first, with the one that the page describes where it is not recorded yet.
    static func releases(of listing: ParsedListing, _ anchors: PermissionAnchors? = nil) -> [ReleaseModel] {
        guard let record = listing.record, !record.releases.isEmpty else { return [] }
        var releases = record.releases
        if let current = Release(of: listing), record.release(ofVersion: current.version.value) == nil {
            releases.append(current)
        }
        let urls = anchors.map { Self.urls(of: listing, $0) } ?? [:]
        let names = listing.manifest?.featureNames ?? [:]
        let slugs = Self.slugs(of: releases)
        let described = listing.manifest?.version?.value
        let conditions = Self.conditions(of: listing)
        return releases.indices.reversed().map { index in
            let change = PermissionChange(
                from: index > 0 ? releases[index - 1].scopes : [],
                to: releases[index].scopes,
                in: listing.catalogue
            )
            return ReleaseModel(
                release: releases[index],
                isNewest: index == releases.count - 1,
                anchor: "version." + slugs[index],
                changes: change.steps.map { step in
                    let isTold = step.after == .conditional && releases[index].version.value == described
                    return Change(
                        isFirst: index == 0,
                        step: step,
                        condition: isTold ? conditions[step.scope.reference] : nil,
                        url: urls[step.scope.reference]
                    )
                },
                uses: index == 0 ? [] : Self.uses(in: change, names)
            )
        }
    }

    /// By the references of the scopes.
    private static func conditions(of listing: ParsedListing) -> [String: ContentText] {
        Dictionary(
            (listing.manifest?.scopes ?? []).compactMap { request in
                listing.shown(request.condition).map { (request.reference, $0) }
            },
            uniquingKeysWith: { first, _ in first }
        )
    }

    private static func urls(of listing: ParsedListing, _ anchors: PermissionAnchors) -> [String: String] {
        Dictionary(
            (listing.manifest?.scopes ?? []).map { ($0.reference, "#" + anchors.anchor(of: $0.reference)) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// A version that is recorded twice gets a number, and the earlier one keeps its address.
    private static func slugs(of releases: [Release]) -> [String] {
        var counts: [String: Int] = [:]
        let names = releases.map { release in
            counts[release.version.value, default: 0] += 1
            let count = counts[release.version.value] ?? 1
            return release.version.value + (count > 1 ? " (\(count))" : "")
        }
        let slugs = Slugs(names)
        return names.map { slugs[$0] }
    }

    private static func uses(in change: PermissionChange, _ names: [String: String]) -> [Use] {
        change.features.map { .feature($0, name: names[$0.subject] ?? $0.subject) } + change.bundles.map(Use.bundle)
    }
}

enum ReleaseView {
    static let view = View<ReleaseModel>(
        "release",
        [
            .text("version", "The version.") { $0.release.version.value },
            .text("anchor", "An id for the address of the release on the page.") { $0.anchor },
            .text("date", "When its listing was last changed, as YYYY-MM-DD; absent when it does not say.") {
                $0.release.date?.value.description
            },
            .phrase("dateText", "The same in words.") { $0.release.date.map { inWords($0.value) } },
            .flag("isNewest", "Whether it is the newest.") { $0.isNewest },
            .list("changes", "What it asked for more, less or otherwise than the release before.", change) {
                $0.changes
            },
            .list("uses", "What features need, and bundles are used for, otherwise than before.", use) { $0.uses },
            .flag("hasChanges", "Whether there are any of both.") { !$0.changes.isEmpty || !$0.uses.isEmpty },
        ]
    )

    private static let change = View<ReleaseModel.Change>(
        "release change",
        [
            .text("id", "The scope.") { $0.step.scope.id },
            .phrase("actor", "Who was to hold it; absent where it does not say.") {
                $0.step.scope.actor.map(actorText)
            },
            .text("url", "Its row in the permission table; absent when it is not asked for any more.") { $0.url },
            .flag("isAdded", "Whether the release asked for it first, in the place of nothing else.") {
                !$0.isFirst && $0.step.kind == .added
            },
            .flag("isRemoved", "Whether the release asked for it no longer, and for nothing in its place.") {
                $0.step.kind == .removed
            },
            .flag("isWidened", "Whether it allows more than what it stands in the place of.") {
                $0.step.kind == .widened
            },
            .flag("isNarrowed", "Whether it allows less than what it stands in the place of.") {
                $0.step.kind == .narrowed
            },
            .phrase("kindText", "The kind of change in a word.") { $0.kindInWords },
            .phrase("requirement", "Whether the integration works without it; absent when it is gone.") {
                $0.step.after?.inWords
            },
            .phrase("requirementBefore", "The same in the release before; absent unless it changed.") {
                $0.requirementBefore?.inWords
            },
            .phrase("inPlaceOf", "What was asked for before in its place; absent where nothing was.") { $0.inPlaceOf },
            .phrase("consent", "Who must consent again; absent in the first release on record.") { $0.consent },
            .text("when", "When it is asked for; absent unless it is conditional in the release of the page.") {
                $0.condition
            },
        ]
    )

    private static let use = View<ReleaseModel.Use>(
        "release use",
        [.phrase("sentence", "What is needed or used now, and what no longer is.") { $0.sentence }]
    )
}

extension ReleaseModel.Change {
    var kindInWords: Phrase {
        switch step.kind {
        case .added where isFirst: Phrase("release.first")
        case .added: Phrase("release.added")
        case .widened: Phrase("release.widened")
        case .altered: Phrase("release.altered")
        case .narrowed: Phrase("release.narrowed")
        case .removed: Phrase("release.removed")
        }
    }

    var requirementBefore: ScopeRequest.Requirement? {
        step.after == nil || step.before == step.after ? nil : step.before
    }

    var inPlaceOf: Phrase? {
        step.replaced.isEmpty ? nil : Phrase("release.inPlaceOf", ["scopes": .names(step.replaced.map(\.reference))])
    }

    /// Nobody has consented before the first release.
    var consent: Phrase? {
        guard !isFirst else { return nil }
        return switch step.consent {
        case .everybody: Phrase("release.consent.everybody")
        case .concerned: Phrase("release.consent.concerned")
        case .choosing: Phrase("release.consent.choosing")
        case .nobody: Phrase("release.consent.nobody")
        }
    }
}

extension ReleaseModel.Use {
    var sentence: Phrase {
        let (gained, lost): (Phrase, Phrase)
        let change: UseChange
        switch self {
        case .feature(let use, let name):
            change = use
            gained = Phrase("release.featureNeeds", ["feature": .text(name), "scopes": .names(use.gained)])
            lost = Phrase("release.featureNeedsNot", ["feature": .text(name), "scopes": .names(use.lost)])
        case .bundle(let use):
            change = use
            gained = Phrase("release.bundleUses", ["bundle": .text(use.subject), "scopes": .names(use.gained)])
            lost = Phrase("release.bundleUsesNot", ["bundle": .text(use.subject), "scopes": .names(use.lost)])
        }
        return .list((change.gained.isEmpty ? [] : [gained]) + (change.lost.isEmpty ? [] : [lost]), .sentences)
    }
}

extension Phrase {
    static func names(_ names: [String]) -> Phrase { .list(names.map(Phrase.text), .comma) }
}
