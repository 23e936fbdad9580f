import Diagnostics
import LocatedJSON
import Markdown

/// One integration, or the help pages of the directory itself: typed and located, not yet judged.
package struct ParsedListing: Sendable {
    /// The folder's name.
    package let id: String
    /// The folder, as diagnostics show it.
    package let path: String
    /// The folder from the root of the content folder: `integrations/acme`.
    package let contentPath: String
    /// Absent for the pages of the directory itself, and where it could not be read.
    package let manifest: IntegrationManifest?
    /// Ordered as readers see them: the overview first, then by `order` and name.
    package let pages: [Page]
    package let assets: [AssetFile]
    package let catalogue: Catalogue

    /// Everything that the requested scopes allow together.
    package let grantedScopes: Set<String>
    /// What the features make use of, by name or through the operations that they call.
    package let usedScopes: Set<String>
    /// Ids of the media that some page shows.
    package let shownMedia: Set<String>
    private let sectionIndex: [String: [FeatureSection]]
    /// The features that need each request, by the request's reference.
    private let featureIndex: [String: [Feature]]
    private let assetIndex: [String: Int]

    init(
        tree: SourceTree,
        manifest: IntegrationManifest?,
        pages: [Page],
        catalogue: Catalogue
    ) {
        id = tree.name
        path = tree.path
        contentPath = tree.contentPath
        self.manifest = manifest
        self.pages = pages
        assets = tree.assets
        self.catalogue = catalogue
        grantedScopes = (manifest?.scopes ?? []).reduce(into: []) { granted, request in
            granted.formUnion(catalogue.scopesGranted(by: request.id.value))
        }
        usedScopes = (manifest?.features ?? []).reduce(into: []) { used, feature in
            used.formUnion(feature.scopes.map(\.value))
            for operation in feature.operations {
                used.formUnion(catalogue.operation(operation.value)?.namedScopes ?? [])
            }
        }
        shownMedia = pages.reduce(into: []) { shown, page in
            shown.formUnion(page.references(of: .screenshot).map(\.id))
            shown.formUnion(page.references(of: .video).map(\.id))
        }
        featureIndex = Self.featureIndex(of: manifest, catalogue)
        sectionIndex = Dictionary(grouping: pages.flatMap(\.featureSections), by: \.feature)
        assetIndex = Dictionary(
            zip(tree.assets.map(\.name), tree.assets.indices),
            uniquingKeysWith: { first, _ in first }
        )
    }
}

extension ParsedListing {
    /// The features that need a request: by its id, or by a member of the bundle that it is.
    package func features(using request: ScopeRequest) -> [Feature] {
        featureIndex[request.reference] ?? []
    }

    private static func featureIndex(of manifest: IntegrationManifest?, _ catalogue: Catalogue) -> [String: [Feature]] {
        guard let manifest else { return [:] }
        return manifest.scopes.reduce(into: [:]) { index, request in
            let members = Set(catalogue.scope(request.id.value)?.members.map(\.value) ?? [])
            index[request.reference] = manifest.features.filter { feature in
                feature.scopes.contains { request.isMeant(by: $0.value) || members.contains($0.value) }
            }
        }
    }

    /// The sections that document a feature, in the order of the pages.
    package func sections(of feature: Feature) -> [FeatureSection] {
        sectionIndex[feature.id.value] ?? []
    }

    /// Whether a section names a scope as it is requested.
    package func mentions(_ request: ScopeRequest, in section: FeatureSection) -> Bool {
        section.mentions.contains { request.isMeant(by: $0) }
    }

    package func mentions(_ reference: String, in section: FeatureSection) -> Bool {
        guard let request = manifest?.scopes.first(where: { $0.isMeant(by: reference) }) else {
            return section.mentions.contains(reference)
        }
        return section.mentions.contains(reference) || mentions(request, in: section)
    }
}

extension ParsedListing {
    package func asset(named name: String) -> AssetFile? {
        assetIndex[name].map { assets[$0] }
    }

    /// Whether a path of the content folder lies in this listing.
    package func owns(_ contentPath: String) -> Bool {
        contentPath.hasPrefix(self.contentPath + "/") || contentPath == self.contentPath
    }

    package func has(_ contentPath: String) -> Bool {
        page(at: contentPath) != nil || asset(named: name(of: contentPath)) != nil
    }

    package func page(at contentPath: String) -> Page? {
        pages.first { $0.contentPath == contentPath }
    }

    /// Every page and file of the listing, as paths of the content folder.
    package var contentPaths: [String] {
        pages.map(\.contentPath) + assets.map { "\(contentPath)/\($0.name)" }
    }

    /// A path of this listing as a page of this listing would write it.
    package func relativePath(to contentPath: String, from page: Page) -> String {
        name(of: contentPath)
    }

    private func name(of contentPath: String) -> String {
        String(contentPath.dropFirst(self.contentPath.count + 1))
    }
}
