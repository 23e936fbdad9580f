import Diagnostics
import Listing
import LocatedJSON

extension MatrixBuilder {
    func review(_ request: ScopeRequest) -> ScopeReview {
        let features = listing.features(using: request)
        let scope = listing.catalogue.scope(request.id.value, heldBy: request.actor?.value)
        return ScopeReview(
            reference: request.reference,
            title: scope?.title,
            sensitivity: scope.flatMap { listing.catalogue.toldSensitivity(of: $0, heldBy: request.actor?.value) },
            place: places.place(request.id.range),
            requirement: request.requirement,
            known: known(request),
            reason: statement(request.reason),
            when: statement(request.when, isNeeded: request.requirement == .conditional),
            ifDeclined: statement(request.ifDeclined, isNeeded: request.requirement != .required),
            features: features.map(\.name),
            needed: features.isEmpty ? ReviewCell(.missing, "no feature needs it") : ReviewCell(.present),
            named: named(request, by: features),
            grants: listing.catalogue.members(of: request.id.value).map { grant($0, of: request) }
        )
    }

    private func known(_ request: ScopeRequest) -> ReviewCell {
        if listing.catalogue.hasScope(request.id.value) { return ReviewCell(.present) }
        let canTell = isChecked && listing.catalogue.canDisprove(scopesOf: listing.manifest?.updated?.value)
        return canTell
            ? ReviewCell(.missing, "the platform has no such scope")
            : ReviewCell(.notChecked, "not in the catalogue")
    }

    private func statement(_ text: Located<String>?, isNeeded: Bool = true) -> ReviewCell {
        if let text { return ReviewCell(.present, text.value, at: [places.place(text.range)]) }
        return ReviewCell(isNeeded ? .missing : .notApplicable)
    }

    private func named(_ request: ScopeRequest, by features: [Feature]) -> ReviewCell {
        guard !features.isEmpty else { return ReviewCell(.notApplicable) }
        var seen: Set<SourceRange> = []
        let sections = features.flatMap { listing.sections(of: $0) }
            .filter { listing.mentions(request, in: $0) && seen.insert($0.range).inserted }
        guard !sections.isEmpty else { return ReviewCell(.missing, "no section names it") }
        return ReviewCell(.present, at: mentions(of: [request.name, request.reference], in: sections))
    }

    private func grant(_ member: String, of request: ScopeRequest) -> GrantReview {
        let isUsed = listing.uses(member: member)
        let unused = request.unusedGrants.first { $0.grant.value == member }
        let explained =
            switch (isUsed, unused) {
            case (true, nil): ReviewCell(.present, "used")
            case (true, let unused?):
                ReviewCell(.missing, "said to be unused, but a feature uses it", at: [places.place(unused.grant.range)])
            case (false, let unused): statement(unused?.statement)
            }
        return GrantReview(scope: member, isUsed: isUsed, explained: explained)
    }
}
