package import Diagnostics
package import Evidence
package import LocatedJSON
import Markdown

/// One integration, or the help pages of the directory itself: typed and located, not yet judged.
///
/// A class, since every rule is handed it and a value would be copied each time.
package final class ParsedListing: Sendable {
    /// The folder's name.
    package let id: String
    /// Whether these are the pages of the directory itself.
    package var isDirectory: Bool { contentPath == "pages" }
    /// The folder, as diagnostics show it.
    package let path: String
    /// The folder from the root of the content folder: `integrations/acme`.
    package let contentPath: String
    /// Absent for the pages of the directory itself, and where it could not be read.
    package let manifest: IntegrationManifest?
    /// What earlier releases asked for; absent as long as none was recorded.
    package let record: ReleaseRecord?
    /// What the code of the integration ships with, as far as it could be read.
    package let appManifests: [AppManifest]
    /// The language that pages and texts are read in.
    package let language: LanguageChoice
    /// The pages in that language, ordered as readers see them: the overview first, then by `order` and name.
    ///
    /// What they document, the listing documents in that language.
    package let pages: [Page]
    /// Of a translation: the pages in the main language that have not been translated, and are shown in their place.
    package let originalPages: [Page]
    /// All that readers see, in order.
    package let shownPages: [Page]
    /// The languages that each page is written in, by the page's name, in the order of the directory's.
    package let pageLanguages: [String: [String]]
    /// Of a translation: the keys of texts that are shown in the main language, where they stand.
    package let untranslatedTexts: [Located<String>]
    /// Whether any text of the manifest is written in the language.
    package let hasTranslatedTexts: Bool
    private let untranslatedPlaces: Set<Int>
    /// Whether anything of the listing is written in the language.
    package let isOffered: Bool
    /// The listing in the other languages of the directory, offered in them or not; none of a translation.
    package let translations: [ParsedListing]
    package let assets: [AssetFile]
    /// The names of pages that are there and could not be read: what they say is not known.
    package let unreadPages: Set<String>
    /// The files at the top of the folder, from which manifest and pages were read.
    package let texts: [SourceFile]
    /// What the manifest names beside them as app manifests.
    package let appManifestFiles: [SourceFile]
    /// What it names and could not be taken in.
    package let unreadAppManifests: Set<String>
    /// Ordered by name.
    package let captionFiles: [CaptionFile]
    package let catalogue: Catalogue
    /// What recordings show of its calls; nil without any, and of a translation.
    package let traffic: ObservedTraffic?
    /// What categories are called in the language, by the names that the manifest gives them.
    private let categoryNames: [String: String]

    private let scopes: ScopeSets
    /// Ids of the media that some page shows.
    package let shownMedia: Set<String>
    /// The listing's own pictures that its pages show and its manifest does not describe; they are published as well.
    ///
    /// Each once, where it is shown first.
    package let undescribedPictures: [(asset: AssetFile, range: SourceRange)]
    private let sectionIndex: [String: [FeatureSection]]
    /// With the sections of pages in the main language, where they are shown.
    private let shownSectionIndex: [String: [FeatureSection]]
    /// The features that need each request, by the request's reference.
    private let featureIndex: [String: [Feature]]
    private let assetIndex: [String: Int]
    /// Positions of the shown pages by their content path.
    private let pageIndex: [String: Int]

    init(
        tree: SourceTree,
        edition: ContentEdition,
        manifest: IntegrationManifest?,
        record: ReleaseRecord? = nil,
        appManifests: [AppManifest] = [],
        traffic: ObservedTraffic? = nil,
        pages: ListingPages,
        texts: TranslatedTexts = .none,
        translations: [ParsedListing] = []
    ) {
        id = tree.name
        path = tree.path
        contentPath = tree.contentPath
        self.manifest = manifest
        self.record = record
        self.traffic = traffic
        language = edition.language
        catalogue = edition.catalogue
        categoryNames = edition.categoryNames
        self.appManifests = appManifests
        self.pages = pages.own
        originalPages = pages.originals
        shownPages = pages.shown
        pageLanguages = pages.languages
        unreadPages = pages.unread
        untranslatedTexts = texts.missing
        hasTranslatedTexts = edition.language.isMain || texts.areThere
        untranslatedPlaces = Set(texts.missing.map(\.range.bytes.start))
        isOffered = edition.language.isMain || !pages.own.isEmpty || texts.areThere
        self.translations = translations
        assets = tree.assets
        self.texts = tree.texts
        appManifestFiles = tree.appManifestFiles
        unreadAppManifests = tree.unreadAppManifests
        captionFiles = tree.captions.map(CaptionFile.init)
        scopes = ScopeSets(of: manifest, catalogue)
        featureIndex = Self.featureIndex(of: manifest, catalogue)
        sectionIndex = Dictionary(grouping: pages.own.flatMap(\.featureSections), by: \.feature)
        shownSectionIndex =
            pages.originals.isEmpty
            ? sectionIndex : Dictionary(grouping: pages.shown.flatMap(\.featureSections), by: \.feature)
        pageIndex = Self.positions(of: pages.shown.map(\.contentPath))
        assetIndex = Self.positions(of: tree.assets.map(\.name))
        let pictures = PicturesByPath(on: pages.shown, in: tree)
        shownMedia = Self.shownMedia(on: pages.shown).union(pictures.shownMedia(of: manifest))
        undescribedPictures = pictures.undescribed(by: manifest, in: tree)
    }

    private static func shownMedia(on pages: [Page]) -> Set<String> {
        pages.reduce(into: []) { shown, page in
            for reference in page.document.references
            where reference.isImage && (reference.kind == .screenshot || reference.kind == .video) {
                shown.insert(reference.id)
            }
        }
    }

    /// Of names that stand twice, the first.
    private static func positions(of names: [String]) -> [String: Int] {
        Dictionary(zip(names, names.indices), uniquingKeysWith: { first, _ in first })
    }
}

extension ParsedListing {
    /// Everything that the requested scopes allow together.
    package var grantedScopes: Set<String> { scopes.granted }
    /// What is granted only as a part of a requested bundle.
    package var bundledScopes: Set<String> { scopes.bundled }
    /// What the features make use of, by name or through the operations that they call.
    package var usedScopes: Set<String> { scopes.used }

    /// The features that need a request: by its id, or by a scope that nothing else was requested for and it grants.
    package func features(using request: ScopeRequest) -> [Feature] {
        featureIndex[request.reference] ?? []
    }

    private static func featureIndex(of manifest: IntegrationManifest?, _ catalogue: Catalogue) -> [String: [Feature]] {
        guard let manifest else { return [:] }
        let requested = Set(manifest.scopes.map(\.id.value))
        return manifest.scopes.reduce(into: [:]) { index, request in
            let granted = catalogue.scopesGranted(by: request.id.value)
            index[request.reference] = manifest.features.filter { feature in
                feature.scopes.contains { scope in
                    request.isMeant(by: scope.value)
                        || (granted.contains(scope.value) && !requested.contains(scope.value))
                }
            }
        }
    }

    /// Everything that the scopes which a feature names allow together.
    package func scopesGranted(to feature: Feature) -> Set<String> {
        feature.scopes.reduce(into: []) { granted, scope in
            let requests = manifest?.scopes.filter { $0.isMeant(by: scope.value) } ?? []
            for id in requests.isEmpty ? [scope.value] : requests.map(\.id.value) {
                granted.formUnion(catalogue.scopesGranted(by: id))
            }
        }
    }

    /// Whether a feature needs a member of a bundle, or something that it implies.
    package func uses(member: String) -> Bool {
        !catalogue.scopesGranted(by: member).isDisjoint(with: usedScopes)
    }

    /// The sections that document a feature, in the order of the pages.
    package func sections(of feature: Feature) -> [FeatureSection] {
        sectionIndex[feature.id.value] ?? []
    }

    /// The same as readers see it: where a page is not translated, in the main language.
    package func shownSections(of feature: Feature) -> [FeatureSection] {
        shownSectionIndex[feature.id.value] ?? []
    }

    /// Whether a section names a scope as it is requested: with its actor, where the id alone would not tell.
    package func mentions(_ request: ScopeRequest, in section: FeatureSection) -> Bool {
        section.mentions.contains(request.name) || section.mentions.contains(request.reference)
    }

    /// Whether a section names what a feature names: all requests of that name, where several actors share it.
    package func mentions(_ reference: String, in section: FeatureSection) -> Bool {
        let requests = manifest?.scopes.filter { $0.isMeant(by: reference) } ?? []
        guard !requests.isEmpty else { return section.mentions.contains(reference) }
        return requests.allSatisfy { mentions($0, in: section) }
    }
}

extension ParsedListing {
    package var textNames: [String] { texts.map(\.name) }

    /// The bytes of a file by the path that diagnostics carry.
    package func bytes(at path: String) -> [UInt8]? {
        (texts.first { $0.path == path } ?? appManifestFiles.first { $0.path == path })?.bytes
    }

    /// The language of a text of the manifest, where that is not the listing's.
    package func language(ofText text: Located<String>?) -> String? {
        guard let text, untranslatedPlaces.contains(text.range.bytes.start) else { return nil }
        return language.main
    }

    /// What a category of the manifest is called in the language.
    package func title(ofCategory name: String) -> String { categoryNames[name] ?? name }

    /// The language of what a category is called, where that is not the listing's.
    package func language(ofCategory name: String) -> String? {
        language.isMain || categoryNames[name] != nil ? nil : language.main
    }

    /// The language of a page that is shown, where that is not the listing's.
    package func language(of page: Page) -> String? {
        page.language == language.wanted ? nil : page.language
    }

    package func asset(named name: String) -> AssetFile? {
        assetIndex[name].map { assets[$0] }
    }

    /// Whether a path of the content folder lies in this listing.
    package func owns(_ contentPath: String) -> Bool {
        contentPath.hasPrefix(self.contentPath + "/") || contentPath == self.contentPath
    }

    package func has(_ contentPath: String) -> Bool {
        page(at: contentPath) != nil || asset(named: name(of: contentPath)) != nil
            || unreadPages.contains(name(of: contentPath))
    }

    package func page(at contentPath: String) -> Page? {
        pageIndex[contentPath].map { shownPages[$0] }
    }

    /// Every page and file of the listing, as paths of the content folder.
    package var contentPaths: [String] {
        shownPages.map(\.contentPath) + assets.map { "\(contentPath)/\($0.name)" }
    }

    /// A path of this listing as its pages write it: they all stand at the top of its folder.
    package func name(of contentPath: String) -> String {
        String(contentPath.dropFirst(self.contentPath.count + 1))
    }
}
