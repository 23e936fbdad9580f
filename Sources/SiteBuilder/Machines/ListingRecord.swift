import Listing
import LocatedJSON
import Templates

/// `listing.json`: what the page of an integration says, for programs.
///
/// `candor schema listing` prints its schema; `schemas/listing.json` changes together with this file.
struct ListingRecord {
    let listing: ParsedListing
    let manifest: IntegrationManifest
    let media: PublishedMedia
    let links: MachineLinks
    /// Of its texts, as a BCP 47 tag.
    let language: String

    var bytes: [UInt8] {
        var writer = JSONWriter()
        writer.object { json in
            json.member("schemaVersion", 1)
            json.member("id", listing.id)
            json.member("name", manifest.name?.value ?? listing.id)
            json.member("url", links.url(of: .integration(listing.id)))
            json.member("inLanguage", language)
            json.member("tagline", ifAny: manifest.tagline?.value)
            json.member("description", ifAny: manifest.description?.value)
            json.member("builtBy", ifAny: manifest.builtBy?.value)
            json.member("version", ifAny: manifest.version?.value)
            json.member("updated", ifAny: manifest.updated?.value.description)
            json.member("status", manifest.status.rawValue)
            json.member("categories", manifest.categories.map(\.value))
            json.member("complements", manifest.complements.map(\.value))
            json.member("unique", ifAny: manifest.unique?.value)
            json.list("permissions", manifest.scopes, write)
            json.list("permissionChanges", ReleaseModel.releases(of: listing), write)
            json.list("features", manifest.features, write)
            json.list("data", manifest.data, write)
            json.list("usage", manifest.usage, write)
            json.key("links")
            json.object { json in for link in manifest.links { json.member(link.kind.rawValue, link.url.value) } }
            writeSupport(to: &json)
            json.list("media", manifest.media, write)
            json.list("pages", listing.shownPages, write)
        }
        return writer.bytes + [UInt8(ascii: "\n")]
    }

    private func write(_ request: ScopeRequest, to json: inout JSONWriter) {
        let scope = listing.catalogue.scope(request.id.value, heldBy: request.actor?.value)
        json.member("id", request.id.value)
        json.member("actor", ifAny: request.actor?.value)
        json.member("title", ifAny: scope?.title)
        json.member("allows", ifAny: scope?.description)
        json.member("requirement", request.requirement.rawValue)
        json.member("when", ifAny: request.when?.value)
        json.member("reason", ifAny: request.reason?.value)
        json.member("ifDeclined", ifAny: request.ifDeclined?.value)
        json.member("since", ifAny: request.since?.value)
        json.member("features", listing.features(using: request).map(\.id.value))
        json.list("unusedGrants", request.unusedGrants) { grant, json in
            json.member("grant", grant.grant.value)
            json.member("statement", ifAny: grant.statement?.value)
        }
    }

    private func write(_ model: ReleaseModel, to json: inout JSONWriter) {
        json.member("version", model.release.version.value)
        json.member("date", ifAny: model.release.date?.value.description)
        json.member("scopes", model.release.scopes.map(\.reference))
        json.list("changes", model.changes.filter { !$0.isFirst }) { change, json in
            change.step.writeMembers(when: change.condition?.text, to: &json)
        }
        json.list("uses", model.uses) { use, json in
            switch use {
            case .feature(let change, _): write(change, of: "feature", to: &json)
            case .bundle(let change): write(change, of: "bundle", to: &json)
            }
        }
    }

    private func write(_ change: UseChange, of kind: String, to json: inout JSONWriter) {
        json.member(kind, change.subject)
        json.member("gained", change.gained)
        json.member("lost", change.lost)
    }

    private func write(_ feature: Feature, to json: inout JSONWriter) {
        json.member("id", feature.id.value)
        json.member("title", feature.name)
        json.member("summary", ifAny: feature.summary?.value)
        json.member("status", feature.status.rawValue)
        json.member("scopes", feature.scopes.map(\.value))
        json.member("operations", feature.operations.map(\.value))
        json.member("evidence", feature.evidence.map(\.value))
        json.member("since", ifAny: feature.since?.value)
        guard let section = listing.shownSections(of: feature).first else { return }
        let page = SiteAddress(contentPath: "\(listing.contentPath)/\(section.page)")
        json.member("url", links.url(of: page, anchor: section.anchor))
    }

    private func write(_ data: DataStatement, to json: inout JSONWriter) {
        json.member("object", data.shownObject)
        json.member("direction", ifAny: data.direction?.rawValue)
        json.member("purpose", ifAny: data.purpose?.value)
        if let isStored = data.isStored { json.member("stored", isStored) }
        json.member("retention", ifAny: data.retention?.value)
        json.member("onDisconnect", ifAny: data.onDisconnect?.value)
        json.member("onUninstall", ifAny: data.onUninstall?.value)
    }

    private func write(_ usage: UsageStatement, to json: inout JSONWriter) {
        json.member("operation", usage.operation.value)
        guard let peak = usage.peak, let period = usage.period else { return }
        json.key("peak")
        json.object { json in
            json.member("count", peak.value)
            json.member("unit", ifAny: usage.unit?.value)
            json.member("per", period.rawValue)
        }
    }

    private func writeSupport(to json: inout JSONWriter) {
        json.key("support")
        json.object { json in
            json.member("email", ifAny: manifest.support?.email?.value)
            json.member("url", ifAny: manifest.support?.url?.value)
            json.member("responseTime", ifAny: manifest.support?.responseTime?.value)
        }
    }

    private func write(_ item: MediaItem, to json: inout JSONWriter) {
        json.member("id", item.id.value)
        json.member("kind", ifAny: item.kind?.rawValue)
        json.member("url", ifAny: url(of: item.file) ?? item.url?.value)
        json.member("alt", ifAny: item.alt?.value)
        json.member("caption", ifAny: item.caption?.value)
        if let size = item.shownSize(among: media) {
            json.member("width", size.width)
            json.member("height", size.height)
        }
        json.member("taken", ifAny: item.taken?.value.description)
        json.member("version", ifAny: item.version?.value)
        json.member("poster", ifAny: url(of: item.poster))
        json.member("transcript", ifAny: url(of: item.transcript))
        if let duration = item.duration { json.member("duration", duration.value) }
        json.list("captions", item.captions) { track, json in
            json.member("language", ifAny: track.language?.value)
            json.member("url", ifAny: url(of: track.file))
        }
    }

    private func write(_ page: Page, to json: inout JSONWriter) {
        let address = SiteAddress(contentPath: page.contentPath)
        json.member("title", page.title)
        json.member("kind", ifAny: page.frontMatter.kind?.value.rawValue)
        json.member("inLanguage", page.language)
        json.member("url", links.url(of: address))
        json.member("markdown", ifAny: address.twin.map { links.url(of: $0) })
    }

    private func url(of file: Located<String>?) -> String? {
        file.map { links.url(of: media.address(ofFile: $0.value)) }
    }
}

extension JSONWriter {
    /// A member that is a list of objects.
    fileprivate mutating func list<Item>(
        _ name: String,
        _ items: [Item],
        _ content: (Item, inout JSONWriter) -> Void
    ) {
        key(name)
        array { json in
            for item in items { json.object { content(item, &$0) } }
        }
    }
}
