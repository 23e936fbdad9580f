import Listing
import LocatedJSON
import Templates

/// An integration as a `SoftwareApplication`: what its manifest says, and nothing that it does not.
struct ApplicationData {
    let listing: ParsedListing
    let manifest: IntegrationManifest
    let media: PublishedMedia
    let links: MachineLinks
    let texts: Texts

    var json: JSONWriter {
        StructuredData.thing("SoftwareApplication") { json in
            json.member("name", manifest.name?.value ?? listing.id)
            json.member("description", ifAny: manifest.description?.value ?? manifest.tagline?.value)
            json.member("url", links.url(of: .integration(listing.id)))
            if !manifest.categories.isEmpty { json.member("applicationCategory", manifest.categories.map(\.value)) }
            json.member("softwareVersion", ifAny: manifest.version?.value)
            json.member("dateModified", ifAny: manifest.updated?.value.description)
            writeAuthor(to: &json)
            if let logo = file(of: .logo).first { json.member("image", links.url(of: logo.file.address)) }
            writeScreenshots(to: &json)
            if !manifest.scopes.isEmpty { json.member("permissions", manifest.scopes.map(permission)) }
            let features = manifest.features.filter { $0.status != .planned }
            if !features.isEmpty { json.member("featureList", features.map(\.name)) }
        }
    }

    private func writeAuthor(to json: inout JSONWriter) {
        guard let name = manifest.builtBy?.value else { return }
        json.key("author")
        json.object { json in
            json.member("@type", "Organization")
            json.member("name", name)
            json.member("url", ifAny: manifest.links.first { $0.kind == .website }?.url.value)
        }
    }

    private func writeScreenshots(to json: inout JSONWriter) {
        let screenshots = file(of: .screenshot)
        guard !screenshots.isEmpty else { return }
        json.key("screenshot")
        json.array { json in
            for screenshot in screenshots {
                json.object { json in
                    json.member("@type", "ImageObject")
                    json.member("contentUrl", links.url(of: screenshot.file.address))
                    json.member("width", screenshot.file.shownSize.width)
                    json.member("height", screenshot.file.shownSize.height)
                    json.member("caption", ifAny: screenshot.item.caption?.value)
                    json.member("description", ifAny: screenshot.item.alt?.value)
                }
            }
        }
    }

    private func file(of kind: MediaItem.Kind) -> [(item: MediaItem, file: PublishedFile)] {
        manifest.media.filter { $0.kind == kind }.compactMap { item in
            item.file.flatMap { media[$0.value] }.map { (item, $0) }
        }
    }

    /// `users:read`, or `users:read (optional)` where the integration works without it.
    private func permission(_ request: ScopeRequest) -> String {
        guard request.requirement != .required else { return request.name }
        let arguments: KeyValuePairs<String, Phrase> = [
            "scope": .text(request.name), "requirement": request.requirement.inLine,
        ]
        return texts.string(of: Phrase("requirement.of", arguments))
    }
}
