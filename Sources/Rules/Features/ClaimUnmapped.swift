import Diagnostics
import Listing
import LocatedJSON

/// Reports a bullet or heading that claims what no feature of the manifest stands for.
struct ClaimUnmapped: ProseRule {
    static let description = RuleDescription(
        id: "claim-unmapped",
        severity: .warning,
        summary: "What the pages list as a feature links to a feature of the manifest.",
        rationale: """
            What is claimed beside the manifest is mapped to no scope, shown by nothing and checked by nobody. Under a \
            heading such as "Features", "Benefits" or "What it does", and on a page of such a title, every item of a list, row \
            of a table, bold paragraph and subheading needs a 'feature:' link, or one to the section or page that documents a feature; nested text counts, a link without text or \
            struck out does not. Elsewhere on the overview page a heading needs one when it is a feature's title, or when \
            it begins with a verb that acts on something of the platform. Headings of the marketplace's template, usual \
            ones such as "Limits", and what stands below them claim nothing.
            """,
        flagged: [
            RuleExample(
                manifest: #"{"features": [{"id": "sync"}]}"#,
                page: """
                    ## Key features

                    - **[Sync](feature:sync)** every night
                    - ⟦Predicts who will leave⟧
                    - ⟦~~[Exports](feature:sync)~~ and [](feature:sync) reports⟧

                      - with charts

                    ### ⟦Scores for everybody⟧

                    - and more
                    """
            ),
            RuleExample(
                manifest: #"{"features": [{"id": "sync", "title": "Nightly sync"}]}"#,
                page: "## Overview\n\n### ⟦Nightly sync⟧\n\nOnce.\n\n## ⟦Export profiles to a file⟧\n\nTwice.\n",
                catalogue: ProseExamples.catalogue
            ),
            RuleExample(
                manifest: #"{"name": "Acme Loyalty", "features": [{"id": "sync"}]}"#,
                page: """
                    ## Features (2.0)

                    | Name | Since |
                    | --- | --- |
                    | ⟦Tiers⟧ | 2.0 |
                    | [Sync](feature:sync) | 1.0 |

                    ⟦**Exports**⟧ of everything.

                    ## Acme features

                    - ⟦Scores⟧

                    ## Features of Acme Loyalty

                    - ⟦Ranks⟧

                    ## What Acme does

                    - ⟦Guesses⟧

                    ## Key benefits

                    - ⟦Forecasts⟧
                    """
            ),
            RuleExample(
                manifest: #"{"features": [{"id": "sync"}]}"#,
                pages: ["features.md": "---\ntitle: Features\n---\n\n- ⟦Scores⟧\n\n## ⟦Ranks⟧\n"]
            ),
        ],
        allowed: [
            RuleExample(
                manifest: #"{"name": "Acme", "features": [{"id": "sync"}]}"#,
                page: """
                    ## Features

                    - [x] Requires the plan Team
                    - See the tour
                    - Read [how it is set up](https://acme.example)

                    **Note:** there is one.

                    **Every night**

                    It does [a sync](feature:sync).

                    ## Using features

                    - Press the button

                    ## What each setting does

                    - On
                    """
            ),
            RuleExample(
                manifest: #"{"features": [{"id": "sync"}]}"#,
                page: """
                    ## Overview

                    - In one direction

                    ## Features

                    - Every night
                      - [Sync](feature:sync)
                    - More on [how it is done](#sync)
                    - Nothing is deleted

                    ### [Sync](feature:sync)

                    - Points
                    - Tiers

                    ### Limits

                    - 100 a minute

                    ## Set-up

                    ### Export profiles
                    """,
                catalogue: ProseExamples.catalogue
            ),
            RuleExample(
                manifest: #"{"features": [{"id": "sync"}]}"#,
                pages: [
                    "index.md": "## Update history\n\n## What the keys also allow\n\n- Sending\n\n## Rate limits\n",
                    "setup.md": "## Export profiles\n\n- Press the button\n",
                ],
                catalogue: ProseExamples.catalogue
            ),
        ]
    )

    var readsEnglish: Bool { true }

    func check(_ prose: ListingProse, of listing: ParsedListing, reporting findings: inout RuleFindings) {
        guard let manifest = listing.manifest else { return }
        let titles = Set(manifest.features.compactMap { $0.title.map { FoldedText(heading: $0.value) } })
        for page in listing.pages {
            var finder = ClaimFinder(page, of: listing, titles: titles, prose.vocabulary)
            finder.find()
            for claim in finder.claims { report(claim, on: page, manifest, to: &findings) }
        }
    }

    private func report(
        _ claim: ClaimFinder.Claim,
        on page: Page,
        _ manifest: IntegrationManifest,
        to findings: inout RuleFindings
    ) {
        let name = FoldedText(heading: claim.text)
        let feature = manifest.features.first { $0.title.map { FoldedText(heading: $0.value) == name } ?? false }
        let advice =
            feature.map { "feature '\($0.id.value)' has this title: write '[\($0.name)](feature:\($0.id.value))'" }
            ?? "link it to its feature, as in '[…](feature:id)', or add the feature to 'integration.json'"
        findings.report(
            "this claims a feature and links to none: \"\(claim.text.shortened.withoutFullStop)\"",
            at: page.place(claim.range),
            notes: [Note(advice)]
        )
    }
}

extension String {
    /// Enough of a text to know it again.
    fileprivate var shortened: String {
        unicodeScalars.count <= 80 ? self : String(String.UnicodeScalarView(unicodeScalars.prefix(79))) + "…"
    }
}
