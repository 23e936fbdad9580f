import Listing
import LocatedJSON
import Templates

/// Reads the picture off a listing.
struct ScopePictureMaker {
    private let listing: ParsedListing
    private let texts: Texts
    private let features: [Feature]
    private let requests: [ScopeRequest]
    private let uses: FeatureUses

    init?(_ listing: ParsedListing, _ texts: Texts) {
        guard let manifest = listing.manifest, (2...ScopePicture.mostBoxes).contains(manifest.features.count),
            (1...ScopePicture.mostBoxes).contains(manifest.scopes.count)
        else { return nil }
        self.listing = listing
        self.texts = texts
        features = manifest.features
        requests = manifest.scopes
        uses = FeatureUses(of: listing, manifest)
    }

    /// nil where there is nothing to tell apart, or too much to be followed.
    var picture: ScopePicture? {
        var lines: [ScopePicture.Line] = []
        var permissions: [ScopePicture.Permission] = []
        for (number, request) in requests.enumerated() {
            let uses = uses.ofRequest(request)
            permissions.append(permission(request, uses))
            lines += uses.lines(to: number)
        }
        let targets = permissions.reduce(0) { $0 + max(1, $1.members.count) }
        guard (2...ScopePicture.mostBoxes).contains(targets), (1...ScopePicture.mostLines).contains(lines.count) else {
            return nil
        }
        let needing = Set(lines.map(\.feature))
        return ScopePicture(
            features: features.enumerated().map { shown($1, isNeedy: needing.contains($0)) },
            permissions: permissions,
            lines: lines.sorted {
                ($0.feature, $0.permission, $0.member ?? -1) < ($1.feature, $1.permission, $1.member ?? -1)
            },
            direction: texts.direction,
            featuresTitle: texts.string(of: Phrase("scopePicture.features")),
            permissionsTitle: texts.string(of: Phrase("permissions.title")),
            description: description(of: lines)
        )
    }

    private func permission(_ request: ScopeRequest, _ uses: BundleUses) -> ScopePicture.Permission {
        ScopePicture.Permission(
            name: name(
                of: request.id.value,
                heldBy: request.actor?.value,
                shownAs: request.name,
                isNormalSaid: true
            ),
            requirement: request.requirement,
            requirementWord: texts.string(of: request.requirement.inLine),
            members: uses.used.map { name(of: $0, heldBy: nil, shownAs: $0, isNormalSaid: false) },
            rest: rest(of: request, uses)
        )
    }

    /// Where a feature does not tell what it uses, only what the manifest rules out is known to be unused.
    private func rest(of request: ScopeRequest, _ uses: BundleUses) -> String? {
        let used = Set(uses.used)
        let unused =
            uses.isToldByAll
            ? uses.members.count - used.count
            : Set(request.unusedGrants.map(\.grant.value)).subtracting(used).count
        guard unused > 0 else { return nil }
        return texts.string(of: Phrase("scopePicture.unused", ["count": .number(unused)]))
    }

    private func name(
        of id: String,
        heldBy actor: String?,
        shownAs shownID: String,
        isNormalSaid: Bool
    ) -> ScopePicture.Name {
        let scope = listing.catalogue.scope(id, heldBy: actor)
        let degree = scope.flatMap { listing.catalogue.toldSensitivity(of: $0, heldBy: actor) }
        let shownDegree = isNormalSaid || degree != .normal ? degree : nil
        return ScopePicture.Name(
            title: scope.flatMap { $0.title == $0.id.value ? nil : caption($0.shownTitle) },
            id: shownID,
            sensitivity: shownDegree.map { ScopePicture.Sensitivity(degree: $0, word: texts.string(of: $0.inLine)) }
        )
    }

    private func shown(_ feature: Feature, isNeedy: Bool) -> ScopePicture.Feature {
        let notes = [
            feature.status == .available ? nil : texts.string(of: feature.status.inLine),
            isNeedy ? nil : texts.string(of: Phrase("scopePicture.needsNone")),
        ]
        let note = notes.compactMap { $0 }.joined(separator: " · ")
        return ScopePicture.Feature(
            title: caption(listing.shownName(of: feature)),
            note: note.isEmpty ? nil : note,
            isPlanned: feature.status == .planned
        )
    }

    private func caption(_ text: ContentText) -> ScopePicture.Caption {
        ScopePicture.Caption(
            text: text.text,
            direction: text.language.map { TextDirection(language: $0) } ?? texts.direction
        )
    }

    private func description(of lines: [ScopePicture.Line]) -> String {
        texts.string(
            of: Phrase(
                "scopePicture.text",
                [
                    "features": Phrase("scopePicture.featureCount", ["count": .number(features.count)]),
                    "permissions": Phrase("scopePicture.permissionCount", ["count": .number(requests.count)]),
                    "lines": Phrase("scopePicture.lineCount", ["count": .number(lines.count)]),
                ]
            )
        )
    }
}
