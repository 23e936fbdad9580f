import Diagnostics
import Evidence
import Listing
import LocatedJSON

/// Reports scopes that differ between the listing and the app manifest that the code ships with.
struct ScopeManifestMismatch: Rule {
    static let description = RuleDescription(
        id: "scope-manifest-mismatch",
        summary: "The listing's scopes are those that the app manifest asks for: by name, actor and requirement.",
        rationale: """
            The consent screen is made from the app manifest, and the permission table from the listing. Where the two \
            differ, a reader consents to something else than was explained. A scope counts as what it is and not as what \
            it implies. Keys and bundles that customers hand over are in no app manifest and are not looked for, and a \
            scope that only says who signs in is told as a note where the catalogue does not know it.
            """,
        flagged: [
            RuleExample(
                manifest:
                    #"{"appManifest": "slack.json", ⟦"scopes"⟧: [{"id": "users:read", "requirement": "required"}]}"#,
                texts: [
                    "slack.json": #"{"oauth_config": {"scopes": {"bot": ["users:read", "events:send"]}}}"#
                ]
            ),
            RuleExample(
                manifest: """
                    {"appManifest": "slack.json",
                     "scopes": [{"id": "users:read", "requirement": "required"},
                                {"id": ⟦"events:send"⟧, "requirement": "required"}]}
                    """,
                texts: ["slack.json": #"{"oauth_config": {"scopes": {"bot": ["users:read"]}}}"#]
            ),
            RuleExample(
                manifest:
                    #"{"appManifest": "slack.json", "scopes": [{"id": "users:read", "requirement": ⟦"required"⟧}]}"#,
                texts: [
                    "slack.json": """
                    {"oauth_config": {"scopes": {"bot": ["users:read"], "bot_optional": ["users:read"]}}}
                    """
                ]
            ),
            RuleExample(
                manifest: """
                    {"appManifest": "slack.json",
                     "scopes": [{"id": "chat:write", "actor": ⟦"user"⟧, "requirement": "required"}]}
                    """,
                texts: ["slack.json": #"{"oauth_config": {"scopes": {"bot": ["chat:write"]}}}"#]
            ),
            RuleExample(
                manifest: """
                    {"appManifest": "https://login.example/authorize?client_id=1&scope=users:read+events:send",
                     ⟦"scopes"⟧: [{"id": "users:read", "requirement": "required"}]}
                    """
            ),
        ],
        allowed: [
            RuleExample(
                manifest: """
                    {"appManifest": "app/shopify.app.toml",
                     "scopes": [{"id": "users:read", "requirement": "required"},
                                {"id": "events:send", "requirement": "conditional"},
                                {"id": "tile:data", "requirement": "required"}]}
                    """,
                texts: [
                    "app/shopify.app.toml": """
                    [access_scopes]
                    scopes = "users:read"
                    optional_scopes = ["events:send"]

                    """
                ]
            ),
            RuleExample(
                manifest: """
                    {"appManifest": "appsscript.json", "scopes": [{"id": "users:read", "requirement": "required"}]}
                    """,
                texts: ["appsscript.json": #"{"timeZone": "Etc/UTC", "runtimeVersion": "V8"}"#]
            ),
            RuleExample(manifest: #"{"scopes": [{"id": "users:read", "requirement": "required"}]}"#),
        ]
    )

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        guard let manifest = listing.manifest, !listing.appManifests.isEmpty else { return }
        let telling = listing.appManifests.filter { $0.silence == nil }
        let comparison = AppManifestComparison(
            of: manifest.scopes,
            with: telling,
            listing.catalogue,
            tellsAll: telling.count == manifest.appManifests.count
        )
        for asked in comparison.unlisted.prefix(Self.mostTold) { report(asked, of: manifest, listing.id, &findings) }
        for asked in comparison.unlistedForSignIn.prefix(Self.mostTold) {
            findings.tell(
                "the \(asked.kind.title) asks for '\(asked.request.id.value)', which only says who signs in and is no "
                    + "scope of the catalogue",
                at: manifest.scopesPlace,
                notes: [asked.note]
            )
        }
        for request in comparison.unasked.prefix(Self.mostTold) {
            findings.report(
                "scope '\(request.name)' is not asked for by \(Self.names(of: listing.appManifests))",
                at: request.id.range,
                notes: listing.appManifests.map { Self.note(on: $0) }
            )
        }
        for difference in comparison.otherActors.prefix(Self.mostTold) { reportActor(of: difference, &findings) }
        for difference in comparison.otherRequirements.prefix(Self.mostTold) { report(difference, &findings) }
        reportRest(of: comparison, telling, at: manifest.scopesPlace, &findings)
    }

    /// Of each kind: nobody mends hundreds one after the other.
    private static let mostTold = 20

    /// How many there are besides those that were told.
    private func reportRest(
        of comparison: AppManifestComparison,
        _ manifests: [AppManifest],
        at place: SourceRange,
        _ findings: inout RuleFindings
    ) {
        let differences = comparison.otherActors.dropFirst(Self.mostTold).map(\.asked)
        let others = comparison.otherRequirements.dropFirst(Self.mostTold).map(\.asked)
        let rests = [
            (
                Array(comparison.unlisted.dropFirst(Self.mostTold)),
                "that the app manifest asks for and the listing does not have"
            ),
            (differences, "that the app manifest asks for with another actor"),
            (others, "that the app manifest asks for with another requirement"),
        ]
        for (rest, what) in rests where !rest.isEmpty {
            let numbers = Set(rest.map(\.number)).sorted()
            findings.report(
                "\(Self.more(rest.count)) \(what)",
                at: place,
                notes: numbers.map { Self.note(on: manifests[$0]) }
            )
        }
        let unasked = comparison.unasked.count - Self.mostTold
        guard unasked > 0 else { return }
        findings.report(
            "\(Self.more(unasked)) of the listing that no app manifest asks for",
            at: place,
            notes: manifests.map { Self.note(on: $0) }
        )
    }

    private static func more(_ count: Int) -> String { count == 1 ? "1 more scope" : "\(count) more scopes" }

    private static func note(on manifest: AppManifest) -> Note {
        Note("the \(manifest.kind.title) has its scopes here", at: manifest.place)
    }

    private func report(
        _ asked: AppManifestComparison.Asked,
        of manifest: IntegrationManifest,
        _ listing: String,
        _ findings: inout RuleFindings
    ) {
        let guess = closestMatch(to: asked.request.id.value, among: manifest.scopes.map(\.id.value))
        let actor = asked.request.actor.map { " for '\($0)'" } ?? ""
        findings.report(
            "the \(asked.kind.title) asks for scope '\(asked.request.id.value)'\(actor), which the listing does not have"
                + (guess == asked.request.id.value ? "" : didYouMean(guess)),
            at: manifest.scopesPlace,
            notes: [
                asked.note,
                Note("'candor import \(asked.kind.rawValue) FILE --into \(listing)' adds what is missing"),
            ]
        )
    }

    private func reportActor(of difference: AppManifestComparison.Difference, _ findings: inout RuleFindings) {
        let own = difference.listed.actor?.value ?? ""
        let other = difference.asked.request.actor ?? ""
        findings.report(
            "scope '\(difference.listed.id.value)' is held by '\(own)' here, and the "
                + "\(difference.asked.kind.title) asks for it for '\(other)'",
            at: difference.listed.actor?.range ?? difference.listed.id.range,
            notes: [difference.asked.note]
        )
    }

    private func report(_ difference: AppManifestComparison.Difference, _ findings: inout RuleFindings) {
        let (listed, asked) = (difference.listed, difference.asked)
        let wanted = asked.request.requirement?.rawValue ?? ""
        findings.report(
            "scope '\(listed.name)' is \(listed.requirement.rawValue) here and \(wanted) in the \(asked.kind.title)",
            at: listed.requirementPlace ?? listed.id.range,
            notes: [asked.note],
            fixes: listed.requirementPlace.map { renameFix(wanted, at: $0) } ?? []
        )
    }

    private static func names(of manifests: [AppManifest]) -> String {
        manifests.count == 1 ? "the \(manifests[0].kind.title)" : "any of the \(manifests.count) app manifests"
    }
}

extension AppManifestComparison.Asked {
    fileprivate var note: Note { Note("the \(kind.title) asks for it here", at: request.id.range) }
}
