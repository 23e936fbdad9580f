import Listing
import LocatedJSON
import Markdown

/// The page of an integration as plain Markdown: its overview, and all that its manifest says.
struct ListingTwin {
    let listing: ParsedListing
    let manifest: IntegrationManifest
    let media: PublishedMedia
    /// To twins.
    let links: SiteLinks

    /// The id of the heading above the table of permissions.
    static let permissionAnchor = "permissions"

    func write(_ page: Page, _ hooks: TwinHooks, to lines: inout MarkdownLines) {
        lines.line("# " + escaped(manifest.name?.value ?? listing.id))
        if let tagline = manifest.tagline?.value { lines.block(MarkdownText.escaped(tagline, isAtStart: true)) }
        lines.list(facts)
        for paragraph in (manifest.description?.value ?? "").split(separator: "\n\n") {
            lines.block(MarkdownText.escaped(String(paragraph), isAtStart: true))
        }
        lines.block("## What it can do with your data")
        lines.list(PermissionWords(of: listing).sentences.map { MarkdownText.escaped($0, isAtStart: true) })
        writeMedia(to: &lines)
        lines.append(page.document, hooks)
        writeFeatures(to: &lines)
        writePermissions(to: &lines)
        writeData(to: &lines)
        writeUsage(to: &lines)
        writeLinks(to: &lines)
    }

    private var facts: [String] {
        let products = manifest.complements.map { listing.catalogue.product($0.value)?.name ?? $0.value }
        let categories = manifest.categories.map {
            "[\(escaped($0.value))](\(links.link(to: .category(slug(of: $0.value)))))"
        }
        let facts: [(String, String?)] = [
            ("Built by", manifest.builtBy.map { escaped($0.value) }),
            ("Version", manifest.version.map { escaped($0.value) }),
            ("Updated", manifest.updated?.value.description),
            ("Status", manifest.status.rawValue),
            ("Categories", categories.isEmpty ? nil : categories.joined(separator: ", ")),
            ("Works with", products.isEmpty ? nil : products.map(escaped).joined(separator: ", ")),
            ("What it adds", manifest.unique.map { escaped($0.value) }),
        ]
        return facts.compactMap { name, value in value.map { "\(name): \($0)" } }
    }

    private func writeMedia(to lines: inout MarkdownLines) {
        let items = manifest.media.filter { $0.kind == .screenshot || $0.kind == .video }
        guard !items.isEmpty else { return }
        lines.block("## Screenshots and videos")
        lines.list(
            items.compactMap { item in
                guard let target = item.file.map({ link(to: $0.value) }) ?? item.url?.value else { return nil }
                let mark = item.kind == .screenshot ? "!" : ""
                let caption = item.caption.map { " " + escaped($0.value) } ?? ""
                let transcript = item.transcript.map { " ([Transcript](\(link(to: $0.value))))" } ?? ""
                return "\(mark)[\(escaped(item.alt?.value ?? ""))](\(destination(target)))\(caption)\(transcript)"
            }
        )
    }

    private func writeFeatures(to lines: inout MarkdownLines) {
        lines.block("## Features and what each needs")
        lines.table(
            ["Feature", "What it does", "Status", "Needs"],
            manifest.features.map { feature in
                [
                    url(of: feature).map { "[\(escaped(feature.name))](\($0))" } ?? escaped(feature.name),
                    escaped(feature.summary?.value ?? ""), feature.status.rawValue,
                    feature.scopes.isEmpty
                        ? "No permission"
                        : feature.scopes.map { MarkdownText.code($0.value, isInCell: true) }.joined(separator: ", "),
                ]
            }
        )
    }

    private func writePermissions(to lines: inout MarkdownLines) {
        lines.block("## Permissions")
        guard !manifest.scopes.isEmpty else { return lines.block("It asks for no permission.") }
        lines.table(
            ["Permission", "What it allows", "Why it asks", "Needed for", "Must I grant it?"],
            manifest.scopes.map { request in
                let scope = listing.catalogue.scope(request.id.value, heldBy: request.actor?.value)
                let features = listing.features(using: request).map { escaped($0.name) }
                return [
                    MarkdownText.code(request.name, isInCell: true), escaped(scope?.description ?? ""),
                    escaped(request.reason?.value ?? ""), features.joined(separator: ", "), obligation(of: request),
                ]
            }
        )
    }

    private func obligation(of request: ScopeRequest) -> String {
        var sentences = [request.requirement.inWords + "."]
        if let when = request.when?.value { sentences.append(escaped(when)) }
        if let effect = request.ifDeclined?.value { sentences.append("If you decline: " + escaped(effect)) }
        for grant in request.unusedGrants {
            let statement = grant.statement.map { ": " + escaped($0.value) } ?? ""
            sentences.append("Also grants " + MarkdownText.code(grant.grant.value, isInCell: true) + statement)
        }
        return sentences.joined(separator: " ")
    }

    private func writeData(to lines: inout MarkdownLines) {
        guard !manifest.data.isEmpty else { return }
        lines.block("## Data it reads, writes and keeps")
        lines.table(
            ["Data", "Direction", "Purpose", "Kept", "When you disconnect", "When you uninstall"],
            manifest.data.map { data in
                let kept = [data.isStored.map { $0 ? "Yes" : "No" }, data.retention?.value].compactMap(\.self)
                return [
                    data.object.value, data.direction?.rawValue ?? "", data.purpose?.value ?? "",
                    kept.joined(separator: ", "), data.onDisconnect?.value ?? "", data.onUninstall?.value ?? "",
                ]
                .map(escaped)
            }
        )
    }

    private func writeUsage(to lines: inout MarkdownLines) {
        guard !manifest.usage.isEmpty else { return }
        lines.block("## How often it calls the platform")
        lines.table(
            ["Operation", "At most", "Limit of the platform"],
            manifest.usage.map { usage in
                let model = UsageModel(usage: usage, catalogue: listing.catalogue)
                return [
                    MarkdownText.code(model.operation, isInCell: true), escaped(model.peak ?? ""),
                    escaped(model.limit ?? "Not stated"),
                ]
            }
        )
    }

    private func writeLinks(to lines: inout MarkdownLines) {
        let pages = listing.shownPages.filter { !$0.isOverview }.map { page in
            "[\(escaped(page.title))](\(links.link(to: SiteAddress(contentPath: page.contentPath))))"
        }
        if !pages.isEmpty { lines.block("## Pages") }
        lines.list(pages)
        let support = [
            manifest.support?.email.map { "<mailto:\(percentEncoded($0.value).replacing("%40", with: "@"))>" },
            manifest.support?.url.map { "[Support site](\(destination($0.value)))" },
            manifest.support?.responseTime.map { "Answers: " + escaped($0.value) },
        ]
        .compactMap(\.self)
        let addresses = manifest.links.map { "[\($0.kind.inWords)](\(destination($0.url.value)))" }
        if !support.isEmpty || !addresses.isEmpty { lines.block("## Links and support") }
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

    private func link(to file: String) -> String { links.link(to: media.address(ofFile: file)) }
    private func escaped(_ text: String) -> String { MarkdownText.escaped(text) }
    private func destination(_ url: String) -> String { MarkdownText.destination(url) }
}
