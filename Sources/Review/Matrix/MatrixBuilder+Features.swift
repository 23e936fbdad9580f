import Diagnostics
import Listing
import LocatedJSON
import Markdown

extension MatrixBuilder {
    func review(_ feature: Feature) -> FeatureReview {
        let sections = listing.sections(of: feature)
        return FeatureReview(
            id: feature.id.value,
            title: feature.name,
            status: feature.status,
            claim: places.place(feature.id.range),
            section: section(of: feature),
            scopes: feature.scopes.map { scope in
                NeededScope(
                    scope: scope.value,
                    requested: requested(scope.value),
                    named: named(scope.value, in: sections)
                )
            },
            members: usedMembers(of: feature, in: sections),
            operations: feature.operations.map { operation($0.value) },
            evidence: feature.evidence.map { evidence($0.value) },
            evidenceMark: evidenceMark(of: feature)
        )
    }

    private func requested(_ scope: String) -> ReviewCell {
        if let request = requests.first(where: { $0.isMeant(by: scope) }) {
            return ReviewCell(.present, at: [places.place(request.id.range)])
        }
        guard isChecked else { return ReviewCell(.notChecked, "what other scopes grant is not known") }
        let granting = requests.first { listing.catalogue.scopesGranted(by: $0.id.value).contains(scope) }
        guard let granting else { return ReviewCell(.missing, "not requested") }
        return ReviewCell(.present, "through \(granting.name)", at: [places.place(granting.id.range)])
    }

    private func named(_ scope: String, in sections: [FeatureSection]) -> ReviewCell {
        guard !sections.isEmpty else { return ReviewCell(.missing) }
        let naming = sections.filter { listing.mentions(scope, in: $0) }
        guard !naming.isEmpty else { return ReviewCell(.missing, "not named") }
        let names = requests.filter { $0.isMeant(by: scope) }.flatMap { [$0.name, $0.reference] }
        return ReviewCell(.present, at: mentions(of: Set(names + [scope]), in: naming))
    }

    /// Of each operation the scopes of that set which the requests grant, as far as they came with a bundle.
    private func usedMembers(of feature: Feature, in sections: [FeatureSection]) -> [UsedMember] {
        let byOperations = feature.operations.flatMap { name -> [String] in
            let sets = listing.catalogue.operation(name.value)?.scopes.map { $0.map(\.value) } ?? []
            let allowed = sets.filter { $0.allSatisfy(listing.grantedScopes.contains) }
            return allowed.first { set in set.allSatisfy { isNamed($0, in: sections) } } ?? allowed.first ?? []
        }
        var seen: Set<String> = Set(feature.scopes.map(\.value))
        return byOperations.filter { listing.bundledScopes.contains($0) && seen.insert($0).inserted }.map { scope in
            let isNamed = isNamed(scope, in: sections)
            return UsedMember(
                scope: scope,
                named: isNamed
                    ? ReviewCell(.present, at: mentions(of: [scope], in: sections)) : ReviewCell(.missing, "not named")
            )
        }
    }

    /// A scope is named as well by one that grants it, unless that is the bundle, which tells little.
    private func isNamed(_ scope: String, in sections: [FeatureSection]) -> Bool {
        sections.contains { section in
            section.mentions.contains { mention in
                !listing.catalogue.isBundle(mention) && listing.catalogue.scopesGranted(by: mention).contains(scope)
            }
        }
    }

    private func operation(_ id: String) -> UsedOperation {
        guard let operation = listing.catalogue.operation(id) else {
            return UsedOperation(id: id, call: nil, allowed: ReviewCell(.notChecked, "not in the catalogue"))
        }
        let isAllowed = operation.isAllowed(by: listing.grantedScopes)
        return UsedOperation(
            id: id,
            call: "\(operation.method) \(operation.path)",
            allowed: isAllowed ? ReviewCell(.present) : ReviewCell(.missing, "needs \(operation.formula)")
        )
    }
}

extension MatrixBuilder {
    private func evidenceMark(of feature: Feature) -> ReviewCell {
        let marks = feature.evidence.map { evidence($0.value).shown.mark }
        if marks.contains(.present) { return ReviewCell(.present) }
        if marks.contains(.notChecked) { return ReviewCell(.notChecked) }
        if feature.status == .planned, marks.isEmpty { return ReviewCell(.notApplicable, "planned") }
        return ReviewCell(.missing, marks.isEmpty ? "no screenshot or video" : nil)
    }

    private func evidence(_ id: String) -> Evidence {
        guard let item = listing.manifest?.mediaItem(id) else {
            return Evidence(id: id, kind: nil, shown: ReviewCell(.missing, "no such medium"))
        }
        return Evidence(id: id, kind: item.kind, shown: shown(item))
    }

    private func shown(_ item: MediaItem) -> ReviewCell {
        let found = listing.pages.flatMap { page in
            (page.references(of: .screenshot) + page.references(of: .video))
                .filter { $0.isImage && $0.id == item.id.value }
                .map { places.place(page.place($0.range)) }
        }
        if found.isEmpty { return ReviewCell(.missing, "no page shows it") }
        if item.namesFile {
            let isThere = item.file.map { listing.asset(named: $0.value) != nil } ?? false
            return isThere ? ReviewCell(.present, at: found) : ReviewCell(.missing, "the file is missing", at: found)
        }
        return item.url == nil
            ? ReviewCell(.missing, "it has no file", at: found) : ReviewCell(.notChecked, "at another host", at: found)
    }
}
