import Diagnostics
import Listing
import LocatedJSON

/// Reports a sentence that claims an action on a resource which no requested scope allows.
struct ProseActionNotGranted: ProseRule {
    static let description = RuleDescription(
        id: "prose-action-not-granted",
        severity: .warning,
        summary: "Pages and manifest say of the integration only what its scopes allow.",
        rationale: """
            Either the listing promises what the integration cannot do, or a permission is missing from the listing. \
            Sentences about what the reader, the platform or others do, and what is denied, possible or planned, are no \
            claims; the sentence is shown, since words can be misread. Of the manifest, "tagline", "description", "unique" \
            and the titles and summaries of features are read. There and in the section of a feature, "Deletes users" \
            says what the integration does.
            """,
        flagged: [
            RuleExample(
                manifest: ProseExamples.reader,
                page: "It reads profiles. ⟦Acorn deletes a profile after a year.⟧\n",
                catalogue: ProseExamples.catalogue
            ),
            RuleExample(
                manifest: ProseExamples.reader,
                page: "- ⟦The balance is written to the *profile* at night⟧\n- Nothing else\n",
                catalogue: ProseExamples.catalogue
            ),
            RuleExample(
                manifest: ProseExamples.reader,
                page: "| What | When |\n| --- | --- |\n| ⟦Acorn sends an event⟧ | Daily |\n",
                catalogue: ProseExamples.catalogue
            ),
            RuleExample(
                manifest: """
                    {"name": "Acorn", "tagline": ⟦"Create events, delete users"⟧, "unique": ⟦"Acorn deletes profiles"⟧,
                     "scopes": [{"id": "users:read"}, {"id": "events:send"}],
                     "features": [{"id": "purge", "title": ⟦"Delete users"⟧, "summary": ⟦"Removes users who left."⟧}]}
                    """,
                catalogue: ProseExamples.catalogue
            ),
            RuleExample(
                manifest: #"{"name": "Acorn", "scopes": [{"id": "users:read"}], "features": [{"id": "purge"}]}"#,
                page: """
                    ## [Purge](feature:purge)

                    ⟦Reads profiles, deletes users and reads them again.⟧

                    - ⟦Deletes users⟧
                    - ⟦Delete profiles⟧
                    """,
                catalogue: ProseExamples.catalogue
            ),
        ],
        allowed: [
            RuleExample(
                manifest: """
                    {"name": "Acorn", "tagline": "Updates from users", "scopes": [{"id": "users:read"}],
                     "features": [{"id": "purge", "title": "View users"},
                                  {"id": "later", "title": "Delete users", "status": "planned"}]}
                    """,
                page: """
                    Deletes users.

                    ## [Purge](feature:purge)

                    Delete users before you begin.

                    1. Delete users
                    2. Reads profiles

                    - Delete a profile in Harbour.
                    """,
                catalogue: ProseExamples.catalogue
            ),
            RuleExample(
                manifest: ProseExamples.reader,
                page: """
                    Acorn sends an event to your Slack channel. Acorn sends events by e-mail. Acorn writes an event to its
                    own log. Acorn adds profiles to its own board. Acorn updates the profile of the reviewer.
                    """,
                catalogue: ProseExamples.catalogue
            ),
            RuleExample(
                manifest: ProseExamples.writer,
                page: "Acorn updates the profile. It never deletes one, and you can delete profiles yourself.\n",
                catalogue: ProseExamples.catalogue
            ),
            RuleExample(
                manifest: ProseExamples.reader,
                page: "Your app sends events to Harbour. To delete the app, write to us, e.g. by mail.\n",
                catalogue: ProseExamples.catalogue
            ),
            RuleExample(
                manifest: """
                    {"name": "Acorn", "scopes": [{"id": "users:read"}], "features": [{"id": "purge", "status": "planned"}]}
                    """,
                page: "## [Purge](feature:purge)\n\nAcorn deletes profiles.\n",
                catalogue: ProseExamples.catalogue
            ),
        ]
    )

    func check(_ prose: ListingProse, of listing: ParsedListing, reporting findings: inout RuleFindings) {
        let judge = ClaimJudge(of: listing, prose.vocabulary)
        for (page, text) in zip(listing.pages, prose.pages) {
            let planned = page.plannedSections(listing.manifest)
            let openings = SectionOpenings(page, prose.vocabulary)
            for claim in judge.ungrantedClaims(in: text, opening: { openings.forms(of: $0, in: text) })
            where !planned.contains(where: { $0.contains(claim.range.bytes) }) {
                report(claim, by: "page", listing, to: &findings)
            }
        }
        guard let manifest = listing.manifest else { return }
        let openings = ManifestOpenings(manifest)
        for claim in judge.ungrantedClaims(in: prose.texts, opening: { openings.forms(of: $0, in: prose.texts) }) {
            report(claim, by: "manifest", listing, to: &findings)
        }
    }

    private func report(
        _ claim: UngrantedClaim,
        by speaker: String,
        _ listing: ParsedListing,
        to findings: inout RuleFindings
    ) {
        let names = claim.scopes.map { "'\($0)'" }.joined(separator: ", ")
        findings.report(
            "the \(speaker) claims to \(claim.action) \(claim.resource), which no requested scope allows: "
                + "\"\(claim.sentence.withoutFullStop)\"",
            at: claim.range,
            notes: [
                Note(names.isEmpty ? "the catalogue has no scope that would allow it" : "\(names) would allow it"),
                Note("scopes are requested here", at: listing.manifest?.scopes.first?.range),
            ]
        )
    }
}

extension String {
    /// A quoted sentence ends where its message ends.
    var withoutFullStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
