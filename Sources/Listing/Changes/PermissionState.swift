package import Diagnostics
package import FileSystem
import LocatedJSON

/// What the listings of a content folder ask for: their manifests and the catalogue, and nothing else of them.
package struct PermissionState: Sendable {
    package let catalogue: Catalogue
    package let listings: [ListingPermissions]

    /// Reports what cannot be read, and nothing that only a check would find.
    ///
    /// A list of scopes that was read in part would be told as scopes that were given up, so that it counts as unread, and so
    /// does what can be read in two ways.
    ///
    /// - Parameter only: the listing that is looked at; nil for all.
    /// - Returns: nil without a catalogue to be read.
    package init?(
        _ files: some ContentFiles,
        only: String? = nil,
        reporting report: inout DiagnosticReport
    ) throws(FileSystemError) {
        let language = try Self.mainLanguage(files)
        var found = DiagnosticReport()
        guard let catalogue = try Self.catalogue(files, language, reporting: &found) else {
            report.add(contentsOf: found)
            return nil
        }
        let edition = ContentEdition(language: language, catalogue: catalogue)
        var listings: [ListingPermissions] = []
        let ids = if let only { [only] } else { try files.integrationIDs(reporting: &report) }
        for id in ids {
            if let listing = try Self.listing(id, files, edition, reporting: &report) { listings.append(listing) }
        }
        self.catalogue = catalogue
        self.listings = listings
    }

    /// What is wrong with `site.json` changes nothing in what listings ask for.
    private static func mainLanguage(_ files: some ContentFiles) throws(FileSystemError) -> LanguageChoice {
        var ignored = DiagnosticReport()
        let file = try files.loadRootFile("site.json", limit: ContentLoader.longestText, reporting: &ignored)
        let site = file.flatMap { SiteParser.parseSite($0, reporting: &ignored) }
        return site?.contentLanguages.choices[0] ?? .english
    }

    private static func catalogue(
        _ files: some ContentFiles,
        _ language: LanguageChoice,
        reporting report: inout DiagnosticReport
    ) throws(FileSystemError) -> Catalogue? {
        let name = CatalogueSource.fileName
        guard let file = try files.loadRootFile(name, limit: ContentLoader.longestText, reporting: &report) else {
            return nil
        }
        let source = try CatalogueSource(
            file,
            languages: ContentLanguages(main: language.main),
            reporting: &report
        ) { name, report throws(FileSystemError) in
            try files.loadRootFile(name, limit: CatalogueSource.longestDescription, reporting: &report)
        }
        return report.diagnostics.contains { $0.isDoubt(about: file) } ? nil : source?.main
    }

    private static func listing(
        _ id: String,
        _ files: some ContentFiles,
        _ edition: ContentEdition,
        reporting report: inout DiagnosticReport
    ) throws(FileSystemError) -> ListingPermissions? {
        let folder = "integrations/\(id)"
        let path = "\(folder)/\(ListingParser.manifestName)"
        var found = DiagnosticReport()
        guard let file = try files.loadRootFile(path, limit: ContentLoader.longestText, reporting: &found),
            let document = ManifestDocument(file, isWhole: true, reporting: &found),
            case let manifest = document.read(in: edition.language),
            manifest.tellsPermissions
        else {
            report.add(contentsOf: found)
            return nil
        }
        let tree = SourceTree(path: "\(files.path)/\(folder)", contentPath: folder, texts: [file])
        let listing = ParsedListing(tree: tree, edition: edition, manifest: manifest, pages: ListingPages())
        return ListingPermissions(of: listing, manifest)
    }
}

extension ReleaseRecord {
    /// Reports what is wrong with the file; nil when anything is, since half a record would tell what never was.
    ///
    /// - Parameter name: of the file below the loader's folder.
    package static func load(
        _ name: String,
        from loader: ContentLoader,
        reporting report: inout DiagnosticReport
    ) throws(FileSystemError) -> ReleaseRecord? {
        var found = DiagnosticReport()
        let object = try loader.loadRootFile(name, reporting: &found)
            .flatMap { $0.readObject(checking: schema, reporting: &found) }
        report.add(contentsOf: found)
        return found.hasErrors ? nil : object.map(ReleaseRecord.init)
    }
}

extension Diagnostic {
    /// Whether a key of the catalogue stands twice that says more than words for people.
    fileprivate func isDoubt(about file: SourceFile) -> Bool {
        guard id == "json-key-duplicated", let range, range.path == file.path else { return false }
        let key = String(decoding: file.bytes[range.bytes.start..<range.bytes.end], as: UTF8.self)
        return !["title", "description", "name", "url", "terms"].contains { key == "\"\($0)\"" }
    }
}
