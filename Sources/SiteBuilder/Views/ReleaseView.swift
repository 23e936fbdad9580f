import Listing
import LocatedJSON
import Templates

/// A release of the integration, and how what it asked for differs from the release before.
struct ReleaseModel: Sendable {
    let release: Release
    let isNewest: Bool
    let changes: [Change]

    struct Change: Sendable {
        enum Kind: Sendable {
            case first, added, removed, altered
        }

        let kind: Kind
        let scope: RecordedScope
        /// Of an altered one.
        let before: ScopeRequest.Requirement?
        /// Its row of the permission table; nil where it is not asked for any more.
        let url: String?
    }

    /// More would be a page of its own.
    private static let mostReleases = 24

    /// The releases of the record, the newest first, with the one that the page describes where it is not recorded yet.
    static func releases(of listing: ParsedListing, _ anchors: PermissionAnchors) -> [ReleaseModel] {
        guard let record = listing.record, !record.releases.isEmpty else { return [] }
        var releases = record.releases
        if let current = Release(of: listing), record.release(ofVersion: current.version.value) == nil {
            releases.append(current)
        }
        let urls = Dictionary(
            (listing.manifest?.scopes ?? []).map { ($0.reference, "#" + anchors.anchor(of: $0.reference)) },
            uniquingKeysWith: { first, _ in first }
        )
        return releases.indices.reversed().prefix(mostReleases).map { index in
            ReleaseModel(
                release: releases[index],
                isNewest: index == releases.count - 1,
                changes: changes(
                    from: index > 0 ? releases[index - 1] : nil,
                    to: releases[index],
                    in: listing.catalogue,
                    urls
                )
            )
        }
    }

    private static func changes(
        from earlier: Release?,
        to later: Release,
        in catalogue: Catalogue,
        _ urls: [String: String]
    ) -> [Change] {
        guard let earlier else {
            return later.scopes.map {
                Change(kind: .first, scope: $0, before: nil, url: urls[$0.reference])
            }
        }
        let change = PermissionChange(from: earlier.scopes, to: later.scopes, in: catalogue)
        return change.added.map { Change(kind: .added, scope: $0, before: nil, url: urls[$0.reference]) }
            + change.altered.map {
                Change(
                    kind: .altered,
                    scope: $0,
                    before: change.requirementBefore(of: $0),
                    url: urls[$0.reference]
                )
            }
            + change.removed.map { Change(kind: .removed, scope: $0, before: nil, url: urls[$0.reference]) }
    }
}

enum ReleaseView {
    static let view = View<ReleaseModel>(
        "release",
        [
            .text("version", "The version.") { $0.release.version.value },
            .text("date", "When its listing was last changed, as YYYY-MM-DD; absent when it does not say.") {
                $0.release.date?.value.description
            },
            .phrase("dateText", "The same in words.") { $0.release.date.map { inWords($0.value) } },
            .flag("isNewest", "Whether it is the newest.") { $0.isNewest },
            .list("changes", "What it asked for more, less or otherwise than the release before.", change) {
                $0.changes
            },
            .flag("hasChanges", "Whether there are any.") { !$0.changes.isEmpty },
        ]
    )

    private static let change = View<ReleaseModel.Change>(
        "release change",
        [
            .text("id", "The scope.") { $0.scope.id },
            .phrase("actor", "Who was to hold it; absent where it does not say.") { $0.scope.actor.map(actorText) },
            .text("url", "Its row in the permission table; absent when it is not asked for any more.") { $0.url },
            .flag("isAdded", "Whether the release asked for it first.") { $0.kind == .added },
            .flag("isRemoved", "Whether the release asked for it no longer.") { $0.kind == .removed },
            .phrase("kindText", "The kind of change in a word.") { $0.kind.inWords },
            .phrase("requirement", "Whether the integration works without it; absent when it is gone.") {
                $0.kind == .removed ? nil : $0.scope.requirement.inWords
            },
            .phrase("requirementBefore", "The same in the release before; absent unless it changed.") {
                $0.before?.inWords
            },
        ]
    )
}

extension ReleaseModel.Change.Kind {
    fileprivate var inWords: Phrase {
        switch self {
        case .first: Phrase("release.first")
        case .added: Phrase("release.added")
        case .removed: Phrase("release.removed")
        case .altered: Phrase("release.altered")
        }
    }
}
