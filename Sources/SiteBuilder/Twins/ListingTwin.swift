import Listing
import LocatedJSON
import Markdown
import Templates

/// The page of an integration as plain Markdown: its overview, and all that its manifest says.
struct ListingTwin {
    let listing: ParsedListing
    let manifest: IntegrationManifest
    let permissionSentences: [Phrase]
    let media: PublishedMedia
    /// To twins.
    let links: SiteLinks
    let texts: Texts

    /// The id of the heading above the table of permissions.
    static let permissionAnchor = "permissions"

    func write(_ page: Page, _ hooks: TwinHooks, to lines: inout MarkdownLines) {
        lines.line("# " + escaped(manifest.name?.value ?? listing.id))
        if let tagline = manifest.tagline?.value { lines.block(MarkdownText.escaped(tagline, isAtStart: true)) }
        lines.list(facts)
        for paragraph in (manifest.description?.value ?? "").split(separator: "\n\n") {
            lines.block(MarkdownText.escaped(String(paragraph), isAtStart: true))
        }
        lines.block("## " + word(Phrase("permissionLabel.title")))
        lines.list(permissionSentences.map { MarkdownText.escaped(word($0), isAtStart: true) })
        writeMedia(to: &lines)
        lines.append(page.document, hooks)
        writeFeatures(to: &lines)
        writePermissions(to: &lines)
        writeData(to: &lines)
        writeUsage(to: &lines)
        ReleaseTwin(texts: texts).write(ReleaseModel.releases(of: listing), to: &lines)
        writeLinks(to: &lines)
    }

    private var facts: [String] {
        let products = manifest.complements.map { listing.catalogue.product($0.value)?.name ?? $0.value }
        let categories = manifest.categories.map {
            "[\(escaped(listing.title(ofCategory: $0.value)))](\(links.link(to: .category(slug(of: $0.value)))))"
        }
        let facts: [(Phrase, String?)] = [
            (Phrase("facts.builtBy"), manifest.builtBy.map { escaped($0.value) }),
            (Phrase("facts.version"), manifest.version.map { escaped($0.value) }),
            (Phrase("card.updated"), manifest.updated?.value.description),
            (Phrase("facts.status"), word(manifest.status.inLine)),
            (Phrase("categories.title"), categories.isEmpty ? nil : list(categories)),
            (Phrase("facts.products"), products.isEmpty ? nil : list(products.map(escaped))),
            (Phrase("facts.unique"), manifest.unique.map { escaped($0.value) }),
        ]
        return facts.compactMap { name, value in value.map { texts.fact(name, $0) } }
    }

    private func writeMedia(to lines: inout MarkdownLines) {
        let items = manifest.media.filter { $0.kind == .screenshot || $0.kind == .video }
        guard !items.isEmpty else { return }
        lines.block("## " + word(Phrase("media.title")))
        lines.list(
            items.compactMap { item in
                guard let target = item.file.map({ link(to: $0.value) }) ?? item.url?.value else { return nil }
                let mark = item.kind == .screenshot ? "!" : ""
                let caption = item.caption.map { " " + escaped($0.value) } ?? ""
                let transcript =
                    item.transcript.map { " ([\(word(Phrase("video.transcript")))](\(link(to: $0.value))))" } ?? ""
                return "\(mark)[\(escaped(item.alt?.value ?? ""))](\(destination(target)))\(caption)\(transcript)"
            }
        )
    }

    private func writeFeatures(to lines: inout MarkdownLines) {
        lines.block("## " + word(Phrase("features.title")))
        lines.table(
            [
                Phrase("feature.title"), Phrase("feature.summary"), Phrase("facts.status"), Phrase("feature.needs"),
            ]
            .map(word),
            manifest.features.map { feature in
                [
                    url(of: feature).map { "[\(escaped(feature.name))](\($0))" } ?? escaped(feature.name),
                    escaped(feature.summary?.value ?? ""), word(feature.status.inLine),
                    feature.scopes.isEmpty
                        ? word(Phrase("feature.noPermission"))
                        : list(feature.scopes.map { MarkdownText.code($0.value, isInCell: true) }),
                ]
            }
        )
    }

    private func writePermissions(to lines: inout MarkdownLines) {
        lines.block("## " + word(Phrase("permissions.title")))
        guard !manifest.scopes.isEmpty else { return lines.block(word(Phrase("permissionLabel.none"))) }
        lines.table(
            [
                Phrase("permission.title"), Phrase("scope.allows"), Phrase("permission.reason"),
                Phrase("permission.features"), Phrase("permission.obligation"),
            ]
            .map(word),
            manifest.scopes.map { request in
                let scope = listing.catalogue.scope(request.id.value, heldBy: request.actor?.value)
                let features = listing.features(using: request).map { escaped($0.name) }
                return [
                    MarkdownText.code(request.name, isInCell: true), escaped(scope?.description ?? ""),
                    escaped(request.reason?.value ?? ""), list(features), obligation(of: request),
                ]
            }
        )
    }

    private func obligation(of request: ScopeRequest) -> String {
        var sentences = [word(request.requirement.inWords) + "."]
        if let when = request.when?.value { sentences.append(escaped(when)) }
        if let effect = request.ifDeclined?.value {
            sentences.append(word(Phrase("permission.ifDeclinedWith", ["effect": .text(escaped(effect))])))
        }
        for grant in request.unusedGrants {
            let scope = Phrase.text(MarkdownText.code(grant.grant.value, isInCell: true))
            let statement = grant.statement.map { Phrase.text(escaped($0.value)) }
            sentences.append(
                word(
                    statement.map { Phrase("permission.alsoGrantsWith", ["scope": scope, "statement": $0]) }
                        ?? Phrase("permission.alsoGrantsScope", ["scope": scope])
                )
            )
        }
        return sentences.joined(separator: " ")
    }

    private func writeData(to lines: inout MarkdownLines) {
        guard !manifest.data.isEmpty else { return }
        lines.block("## " + word(Phrase("data.heading")))
        lines.table(
            [
                Phrase("data.title"), Phrase("data.direction"), Phrase("data.purpose"), Phrase("data.kept"),
                Phrase("data.onDisconnect"), Phrase("data.onUninstall"),
            ]
            .map(word),
            manifest.data.map { data in
                let kept = [(data.isStored?.inWords).map(word), data.retention?.value].compactMap(\.self)
                return [
                    data.shownObject, (data.direction?.inLine).map(word) ?? "", data.purpose?.value ?? "",
                    list(kept), data.onDisconnect?.value ?? "", data.onUninstall?.value ?? "",
                ]
                .map(escaped)
            }
        )
    }

    private func writeUsage(to lines: inout MarkdownLines) {
        guard !manifest.usage.isEmpty else { return }
        lines.block("## " + word(Phrase("usage.title")))
        lines.table(
            [Phrase("usage.operation"), Phrase("usage.peak"), Phrase("usage.limit")].map(word),
            manifest.usage.map { usage in
                let model = UsageModel(usage: usage, catalogue: listing.catalogue)
                return [
                    MarkdownText.code(model.operation, isInCell: true), escaped(model.peak.map(word) ?? ""),
                    escaped(word(model.limit ?? Phrase("usage.notStated"))),
                ]
            }
        )
    }

    private func writeLinks(to lines: inout MarkdownLines) {
        let pages = listing.shownPages.filter { !$0.isOverview }.map { page in
            "[\(escaped(page.title))](\(links.link(to: SiteAddress(contentPath: page.contentPath))))"
        }
        if !pages.isEmpty { lines.block("## " + word(Phrase("pages.title"))) }
        lines.list(pages)
        let support = [
            manifest.support?.email.map { "<mailto:\(percentEncoded($0.value).replacing("%40", with: "@"))>" },
            manifest.support?.url.map { "[\(word(Phrase("support.site")))](\(destination($0.value)))" },
            manifest.support?.responseTime.map { word(Phrase("support.answers", ["time": .text(escaped($0.value))])) },
        ]
        .compactMap(\.self)
        let addresses = manifest.links.map { "[\(word($0.kind.inWords))](\(destination($0.url.value)))" }
        if !support.isEmpty || !addresses.isEmpty { lines.block("## " + word(Phrase("links.support"))) }
        lines.list(addresses + support)
    }

    private func url(of feature: Feature) -> String? {
        listing.shownSections(of: feature).first.map { section in
            links.link(
                to: SiteAddress(contentPath: "\(listing.contentPath)/\(section.page)"),
                anchor: section.anchor
            )
        }
    }

    private func word(_ phrase: Phrase) -> String { texts.string(of: phrase) }
    private func list(_ parts: [String]) -> String { texts.string(of: .list(parts.map(Phrase.text), .comma)) }
    private func link(to file: String) -> String { links.link(to: media.address(ofFile: file)) }
    private func escaped(_ text: String) -> String { MarkdownText.escaped(text) }
    private func destination(_ url: String) -> String { MarkdownText.destination(url) }
}
