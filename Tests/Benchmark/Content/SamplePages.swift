/// The four pages of a sample listing, about 4.4 KB of Markdown each.
struct SamplePages {
    let listing: SampleListing
    private var prose: SampleProse
    private static let usualLength = 4_400

    init(_ listing: SampleListing) {
        self.listing = listing
        prose = SampleProse(random: SeededRandom(seed: listing.number + 1_000_003))
    }

    mutating func index() -> String {
        var page = frontMatter(listing.name, kind: "overview", order: 1)
        page += prose.paragraph(2)
        page += "## Overview\n\n" + prose.paragraph(2) + prose.table(rows: 3)
        page += "## Use cases\n\n" + prose.list(3)
        page += "## Features\n\n"
        for feature in listing.features { page += section(of: feature) }
        page += prose.alert()
        page += "## Rate limits\n\n" + prose.paragraph(1) + prose.table(rows: 3)
        page += "## Data that is kept\n\n" + prose.paragraph(1)
        page += """
            Go on to the [set-up](setup.md), read the [guide](guide.md#fields-of-a-record) or the
            [questions](faq.md#troubleshooting). [Another ledger](../\(SampleListing.id(listing.neighbour))/index.md#overview)
            keeps its records apart.


            """
        return prose.filling(page, to: Self.usualLength, under: "More on runs")
    }

    mutating func setup() -> String {
        var page = frontMatter("Set up \(listing.name)", kind: "setup", order: 2)
        page += prose.paragraph(2) + "## Prerequisites\n\n" + prose.list(3, mark: "- [ ]") + prose.alert()
        page += "## Integration setup\n\n"
        for step in 1...4 {
            page += "### Step \(step): Go through part \(step)\n\n" + prose.paragraph(2)
            if step == 2 { page += "![The form after a test](screenshot:connect)\n\n" }
            if step == 3 { page += prose.code() }
        }
        page += "## Check that it works\n\n" + prose.list(3, mark: "1.") + prose.code()
        page += """
            What the form calls a step is told under [Features](index.md#features); the part that is
            [documented first](feature:feature-1) begins by itself.


            """
        return prose.filling(page, to: Self.usualLength, under: "Work with schedule")
    }

    mutating func guide() -> String {
        let feature = listing.features[listing.features.count - 1]
        var page = frontMatter("Work with \(listing.name)", kind: "guide", order: 3)
        page += prose.paragraph(3) + "## Fields of a record\n\n" + prose.table(rows: 8) + prose.paragraph(2)
        page += "## Runs by hand\n\n" + prose.list(4, mark: "1.") + prose.code()
        page += "A run of the [last part](feature:\(feature.id)) uses \(mention(of: feature.scopes[1])). "
        page += "Its address is https://\(listing.id).example/runs and ~~no longer~~ the old one.\n\n"
        page += "- \(prose.sentence())\n  - \(prose.sentence())\n  - \(prose.sentence())\n- \(prose.sentence())\n\n"
        page += prose.alert() + "Start with the [set-up](setup.md#prerequisites) where nothing stands yet.\n\n"
        return prose.filling(page, to: Self.usualLength, under: "Notes on records")
    }

    mutating func faq() -> String {
        var page = frontMatter("Questions about \(listing.name)", kind: "faq", order: 4)
        page += "## Troubleshooting\n\n"
        var number = 1
        while page.utf8.count < Self.usualLength - 1_600 {
            page += "### What does message \(number) of the log mean?\n\n" + prose.paragraph(2)
            number += 1
        }
        page += "## After a disconnect\n\n" + prose.paragraph(1)
        page += "What is left is told under [Data that is kept](index.md#data-that-is-kept). " + prose.paragraph(2)
        for topic in ["Sync frequency", "Historical sync", "Data points", "Contact"] {
            page += "### \(topic)\n\n" + prose.paragraph(1)
        }
        page += "## Support\n\n" + prose.list(2)
        return page + "Write to help@\(listing.id).example, or ask MoEngage about what its own pages show.\n\n"
    }

    private mutating func section(of feature: SampleListing.Feature) -> String {
        let scopes = feature.scopes.map(mention).joined(separator: " and ")
        return """
            ### [\(feature.title)](feature:\(feature.id))

            For this part of its work \(listing.name) uses \(scopes). \(prose.paragraph(2))\
            ![What the window shows](screenshot:\(feature.picture))


            """
    }

    private func mention(of scope: String) -> String {
        let request = listing.request(for: scope)
        let member = request == scope ? "" : ", through its member `\(scope)`"
        return "the permission [`\(request)`](scope:\(request))\(member)"
    }

    private func frontMatter(_ title: String, kind: String, order: Int) -> String {
        """
        ---
        title: \(title)
        description: What there is to know about this part of \(listing.name), its runs and its ledger, on one page.
        kind: \(kind)
        order: \(order)
        updated: 2026-06-05
        ---


        """
    }
}
