package import Diagnostics
import Evidence
import LocatedJSON

/// PARSE: turns the files of a listing into typed, located values; it reports every problem and throws none.
package struct ListingParser: Sendable {
    private let main: ContentEdition
    private let others: [ContentEdition]
    private let languages: ContentLanguages
    private let ownAddress: OwnAddress?

    /// - Parameters:
    ///   - translations: what the content is read with in each further language.
    ///   - ownAddress: where the site will stand: links to it are links inside the content.
    package init(main: ContentEdition, translations: [ContentEdition] = [], ownAddress: OwnAddress? = nil) {
        self.main = main
        others = translations
        languages = ContentLanguages(main: main.language.main, others: translations.map(\.language.wanted))
        self.ownAddress = ownAddress
    }

    /// For content in English alone.
    package init(catalogue: Catalogue, ownAddress: OwnAddress? = nil) {
        self.init(main: ContentEdition(language: .english, catalogue: catalogue), ownAddress: ownAddress)
    }

    package static let manifestName = "integration.json"

    package func parseIntegration(_ tree: SourceTree, reporting report: inout DiagnosticReport) -> ParsedListing {
        let object = parseManifest(of: tree, reporting: &report)
        let record = tree.text(named: ReleaseRecord.fileName)
            .flatMap { $0.readObject(checking: ReleaseRecord.schema, reporting: &report) }
            .map(ReleaseRecord.init)
        let listing = parse(ListingFiles(tree: tree, manifest: object, record: record), reporting: &report)
        reportStrayTexts(in: tree, listing.manifest, to: &report)
        return listing
    }

    package func parseDirectoryPages(_ tree: SourceTree, reporting report: inout DiagnosticReport) -> ParsedListing {
        reportStrayTexts(in: tree, nil, to: &report)
        return parse(ListingFiles(tree: tree), reporting: &report)
    }

    /// A listing of which only the manifest is read: enough for its card, and quick.
    package func parseOutline(_ tree: SourceTree) -> ParsedListing {
        var ignored = DiagnosticReport()
        let object = parseManifest(of: tree, reporting: &ignored)
        let translations = others.map { edition in
            ParsedListing(
                tree: tree,
                edition: edition,
                manifest: object?.read(in: edition.language),
                pages: ListingPages(unread: tree.unreadPages)
            )
        }
        return ParsedListing(
            tree: tree,
            edition: main,
            manifest: object?.read(in: main.language),
            pages: ListingPages(unread: tree.unreadPages),
            translations: translations
        )
    }

    /// A listing from files that stand nowhere on the disk: only what is there is read, and nothing is reported.
    ///
    /// The examples of rules are such listings.
    package func parseExcerpt(_ tree: SourceTree) -> ParsedListing {
        var ignored = DiagnosticReport()
        let manifest = tree.text(named: Self.manifestName).flatMap {
            ManifestDocument($0, isWhole: false, reporting: &ignored)
        }
        let record = tree.text(named: ReleaseRecord.fileName).flatMap { file in
            JSONParser.parse(file.bytes, path: file.path, reporting: &ignored)
                .flatMap { JSONObject($0, path: file.path) }
        }
        let files = ListingFiles(
            tree: tree,
            manifest: manifest,
            record: record.map(ReleaseRecord.init),
            isExcerpt: true
        )
        return parse(files, reporting: &ignored)
    }

    /// The listing in the main language, with its translations.
    private func parse(_ files: ListingFiles, reporting report: inout DiagnosticReport) -> ParsedListing {
        let check = TranslationCheck(languages: languages)
        check.checkPages(of: files.tree, reporting: &report)
        if let manifest = files.manifest { check.check(manifest.texts, path: manifest.path, reporting: &report) }
        let pageFiles = filesByLanguage(of: files.tree)
        let manifest = files.manifest?.read(in: main.language)
        let pages = ListingPages(
            parse(pageFiles[nil] ?? [], of: files, manifest, main, reporting: &report),
            unread: unreadPages(of: files.tree, in: nil),
            languages: pageLanguages(pageFiles)
        )
        var files = files
        files.appManifests = appManifests(manifest, in: files.tree, reporting: &report)
        let translations = others.map { edition in
            let own = pageFiles[edition.language.wanted] ?? []
            return translation(of: files, own, beside: pages, edition, reporting: &report)
        }
        return ParsedListing(
            tree: files.tree,
            edition: main,
            manifest: manifest,
            record: files.record,
            appManifests: files.appManifests,
            traffic: ObservedTraffic(files.tree.recordings, main.catalogue),
            pages: pages,
            translations: translations
        )
    }

    /// - Parameters:
    ///   - pageFiles: the pages in the language.
    ///   - main: the pages in the main language.
    private func translation(
        of files: ListingFiles,
        _ pageFiles: [SourceFile],
        beside main: ListingPages,
        _ edition: ContentEdition,
        reporting report: inout DiagnosticReport
    ) -> ParsedListing {
        let manifest = files.manifest?.read(in: edition.language)
        let pages = parse(pageFiles, of: files, manifest, edition, reporting: &report)
        let unread = unreadPages(of: files.tree, in: edition.language.wanted)
        let translated = Set(pages.map(\.name)).union(unread)
        return ParsedListing(
            tree: files.tree,
            edition: edition,
            manifest: manifest,
            record: files.record,
            appManifests: files.appManifests,
            pages: ListingPages(
                pages,
                originals: main.own.filter { !translated.contains($0.name) },
                // An original that cannot be read would be shown where there is no translation.
                unread: unread.union(main.unread.subtracting(translated)),
                languages: main.languages
            ),
            texts: TranslatedTexts(of: files.manifest, in: edition.language)
        )
    }

    private func parse(
        _ pageFiles: [SourceFile],
        of files: ListingFiles,
        _ manifest: IntegrationManifest?,
        _ edition: ContentEdition,
        reporting report: inout DiagnosticReport
    ) -> [Page] {
        guard !pageFiles.isEmpty else { return [] }
        let parser = parser(for: files.tree, manifest, edition)
        return pageFiles.map { parser.parse($0, isExcerpt: files.isExcerpt, reporting: &report) }
            .sorted(by: Page.isRead(_:before:))
    }

    /// By what the pages are called in every language.
    private func unreadPages(of tree: SourceTree, in language: String?) -> Set<String> {
        let names = tree.unreadPages.map { PageName($0, among: languages.others) }
        return Set(names.filter { $0.language == language }.map(\.page))
    }

    /// Nothing where there is one language: then every page is in it.
    private func pageLanguages(_ files: [String?: [SourceFile]]) -> [String: [String]] {
        guard !others.isEmpty else { return [:] }
        let tags = [nil] + others.map { Optional($0.language.wanted) }
        return tags.reduce(into: [:]) { languages, tag in
            for file in files[tag] ?? [] {
                let name = PageName(file.name, among: self.languages.others).page
                languages[name, default: []].append(tag ?? self.languages.main)
            }
        }
    }

    /// Without pages in languages that the directory has not, which have been reported: they are no pages of their own.
    private func filesByLanguage(of tree: SourceTree) -> [String?: [SourceFile]] {
        let files = pageFiles(of: tree)
        let names = Set(files.map(\.name)).union(tree.unreadPages)
        let known = files.filter { file in
            PageName(file.name, among: languages.others).language != nil
                || !PageName.isOfOtherLanguage(file.name, among: names)
        }
        return Dictionary(grouping: known) { PageName($0.name, among: languages.others).language }
    }

    private func pageFiles(of tree: SourceTree) -> [SourceFile] {
        tree.texts.filter { $0.name.hasSuffix(".md") }
    }

    /// Those that can be read; a name without a file is for a rule to find.
    private func appManifests(
        _ manifest: IntegrationManifest?,
        in tree: SourceTree,
        reporting report: inout DiagnosticReport
    ) -> [AppManifest] {
        (manifest?.appManifests ?? []).compactMap { name in
            if name.isAddress { return AppManifest(address: name, reporting: &report) }
            guard IntegrationManifest.canBeAppManifest(name.value), let file = tree.appManifestFile(named: name.value)
            else {
                return nil
            }
            return AppManifest(file.bytes, path: file.path, reporting: &report)
        }
    }

    private func parser(
        for tree: SourceTree,
        _ manifest: IntegrationManifest?,
        _ edition: ContentEdition
    ) -> PageParser {
        PageParser(
            edition: edition,
            manifest: manifest,
            folder: tree.contentPath,
            ownAddress: ownAddress
        )
    }

    private func parseManifest(
        of tree: SourceTree,
        reporting report: inout DiagnosticReport
    ) -> ManifestDocument? {
        guard let file = tree.text(named: Self.manifestName) else {
            // A file that is there and could not be taken in has been reported by the loader.
            report.error(
                "file-missing",
                "'\(tree.path)' has no readable '\(Self.manifestName)'",
                at: SourceRange(startOf: "\(tree.path)/\(Self.manifestName)")
            )
            return nil
        }
        return ManifestDocument(file, isWhole: true, reporting: &report)
    }

    private func reportStrayTexts(
        in tree: SourceTree,
        _ manifest: IntegrationManifest?,
        to report: inout DiagnosticReport
    ) {
        // The pages of the directory itself have neither manifest nor record.
        let isListing = tree.contentPath != "pages"
        let appManifests = manifest?.appManifests.map(\.value) ?? []
        let used = isListing ? [Self.manifestName, ReleaseRecord.fileName] + appManifests : []
        for file in tree.texts where !file.name.hasSuffix(".md") && !used.contains(file.name) {
            report.warning("file-unexpected", "'\(file.path)' is not used", at: file.start)
        }
    }
}

/// What a listing is read from, whatever the language.
private struct ListingFiles {
    let tree: SourceTree
    var manifest: ManifestDocument?
    var record: ReleaseRecord?
    /// Whether only what is there is looked at.
    var isExcerpt = false
    var appManifests: [AppManifest] = []
}

extension SourceFile {
    /// The document's object after all its problems have been reported; nil when it is no JSON or no object.
    func readObject(checking schema: ObjectSchema, reporting report: inout DiagnosticReport) -> JSONObject? {
        readDocument(checking: schema, reporting: &report)?.object
    }

    /// The same with the texts that can be written in several languages.
    func readDocument(
        checking schema: ObjectSchema,
        reporting report: inout DiagnosticReport
    ) -> (object: JSONObject, texts: [LocalizedText])? {
        guard let value = JSONParser.parse(bytes, path: path, reporting: &report) else { return nil }
        let texts = schema.check(value, path: path, reporting: &report)
        return JSONObject(value, path: path).map { ($0, texts) }
    }
}
