package import Diagnostics
package import Listing
import LocatedJSON

/// An action on a resource that a page claims and no requested scope allows.
package struct UngrantedClaim: Sendable {
    /// `read`, `write` or `delete`.
    package let action: String
    package let resource: String
    /// Scopes of the catalogue that would allow it.
    package let scopes: [String]
    /// The sentence as it reads, and where it stands.
    package let sentence: String
    package let range: SourceRange
}

/// Holds what the sentences of a listing claim against what its scopes allow.
package struct ClaimJudge {
    private let resources: ResourceCatalogue
    private let reader: ClaimReader
    private let granted: [ActionSet]
    /// Nothing can be said of scopes that the catalogue does not describe.
    private let canJudge: Bool

    package init(of listing: ParsedListing, _ vocabulary: Vocabulary) {
        resources = vocabulary.resources
        let manifest = listing.manifest
        let names = [manifest?.name?.value, manifest?.builtBy?.value].compactMap(\.self)
        reader = ClaimReader(vocabulary, names: names)
        granted = resources.actions(openedBy: listing.grantedScopes)
        let requests = manifest?.scopes ?? []
        canJudge = manifest != nil && requests.allSatisfy { listing.catalogue.hasScope($0.id.value) }
    }

    package func ungrantedClaims(in prose: Prose) -> [UngrantedClaim] {
        ungrantedClaims(in: prose, opening: { _ in [] })
    }

    /// - Parameter opening: in which forms a verb without a subject says at the beginning of a sentence what the
    ///   integration does; nil where the sentence is no claim of it at all.
    func ungrantedClaims(in prose: Prose, opening: (Sentence) -> VerbForms?) -> [UngrantedClaim] {
        guard canJudge, !granted.isEmpty else { return [] }
        return prose.sentences.flatMap { sentence -> [UngrantedClaim] in
            guard sentence.marks.isSuperset(of: [.action, .resource]), let forms = opening(sentence) else { return [] }
            return ungranted(reader.claims(of: sentence, in: prose, opening: forms)).map { claim in
                UngrantedClaim(
                    action: claim.action,
                    resource: claim.resource,
                    scopes: claim.scopes,
                    sentence: prose.words(of: sentence),
                    range: prose.range(of: sentence)
                )
            }
        }
    }

    private typealias Finding = (action: String, resource: String, scopes: [String])

    private func ungranted(_ claims: [ActionClaim]) -> [Finding] {
        var findings: [Finding] = []
        for claim in claims where !isGranted(claim) {
            guard let action = claim.actions.names.first, let finding = finding(claim, action),
                !findings.contains(where: { $0.action == action && $0.resource == finding.resource })
            else { continue }
            findings.append(finding)
        }
        return findings
    }

    /// Of resources with the same name, the one is meant that a scope opens in this way.
    private func finding(_ claim: ActionClaim, _ action: String) -> Finding? {
        let scopes = resources.scopes(allowing: claim.actions, on: claim.resources)
        let opened = scopes.first.flatMap { resources.openings[$0]?.resource }
        return (opened ?? claim.resources.min()).map { (action, resources.names[$0], scopes) }
    }

    private func isGranted(_ claim: ActionClaim) -> Bool {
        claim.resources.contains { !granted[$0].isDisjoint(with: claim.actions) }
    }
}
