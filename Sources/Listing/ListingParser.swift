package import Diagnostics
import LocatedJSON

/// PARSE: turns the files of a listing into typed, located values; it reports every problem and throws none.
package struct ListingParser: Sendable {
    private let catalogue: Catalogue
    private let ownAddress: OwnAddress?

    /// - Parameter ownAddress: where the site will stand: links to it are links inside the content.
    package init(catalogue: Catalogue, ownAddress: OwnAddress? = nil) {
        self.catalogue = catalogue
        self.ownAddress = ownAddress
    }

    package static let manifestName = "integration.json"

    package func parseIntegration(_ tree: SourceTree, reporting report: inout DiagnosticReport) -> ParsedListing {
        let manifest = parseManifest(of: tree, reporting: &report)
        reportStrayTexts(in: tree, manifest, to: &report)
        let record = tree.text(named: ReleaseRecord.fileName)
            .flatMap { $0.readObject(checking: ReleaseRecord.schema, reporting: &report) }
            .map(ReleaseRecord.init)
        return parse(tree, manifest: manifest, record: record, reporting: &report)
    }

    package func parseDirectoryPages(_ tree: SourceTree, reporting report: inout DiagnosticReport) -> ParsedListing {
        reportStrayTexts(in: tree, nil, to: &report)
        return parse(tree, manifest: nil, reporting: &report)
    }

    /// A listing of which only the manifest is read: enough for its card, and quick.
    package func parseOutline(_ tree: SourceTree) -> ParsedListing {
        var ignored = DiagnosticReport()
        return listing(tree, parseManifest(of: tree, reporting: &ignored), nil, [])
    }

    /// A listing from files that stand nowhere on the disk: only what is there is read, and nothing is reported.
    ///
    /// The examples of rules are such listings.
    package func parseExcerpt(_ tree: SourceTree) -> ParsedListing {
        var ignored = DiagnosticReport()
        func object(_ name: String) -> JSONObject? {
            guard let file = tree.text(named: name) else { return nil }
            return JSONParser.parse(file.bytes, path: file.path, reporting: &ignored)
                .flatMap { JSONObject($0, path: file.path) }
        }
        let manifest = object(Self.manifestName).map { IntegrationManifest($0, isWhole: false) }
        let record = object(ReleaseRecord.fileName).map(ReleaseRecord.init)
        let parser = parser(for: tree, manifest)
        let pages = pageFiles(of: tree).map { file in
            file.bytes.starts(with: "---\n".utf8)
                ? parser.parse(file, reporting: &ignored) : parser.parseBody(file, reporting: &ignored)
        }
        return listing(tree, manifest, record, pages)
    }

    private func parse(
        _ tree: SourceTree,
        manifest: IntegrationManifest?,
        record: ReleaseRecord? = nil,
        reporting report: inout DiagnosticReport
    ) -> ParsedListing {
        let parser = parser(for: tree, manifest)
        return listing(tree, manifest, record, pageFiles(of: tree).map { parser.parse($0, reporting: &report) })
    }

    private func pageFiles(of tree: SourceTree) -> [SourceFile] {
        tree.texts.filter { $0.name.hasSuffix(".md") }
    }

    private func parser(for tree: SourceTree, _ manifest: IntegrationManifest?) -> PageParser {
        PageParser(
            catalogue: catalogue,
            requests: manifest?.scopes ?? [],
            folder: tree.contentPath,
            ownAddress: ownAddress
        )
    }

    private func listing(
        _ tree: SourceTree,
        _ manifest: IntegrationManifest?,
        _ record: ReleaseRecord?,
        _ pages: [Page]
    ) -> ParsedListing {
        ParsedListing(
            tree: tree,
            manifest: manifest,
            record: record,
            pages: pages.sorted(by: Self.isRead(_:before:)),
            catalogue: catalogue
        )
    }

    private static func isRead(_ left: Page, before right: Page) -> Bool {
        func rank(_ page: Page) -> (Int, Int, String) {
            (page.isOverview ? 0 : 1, page.frontMatter.order?.value ?? Int.max, page.name)
        }
        return rank(left) < rank(right)
    }

    private func parseManifest(
        of tree: SourceTree,
        reporting report: inout DiagnosticReport
    ) -> IntegrationManifest? {
        guard let file = tree.text(named: Self.manifestName) else {
            // A file that is there and could not be taken in has been reported by the loader.
            report.error(
                "file-missing",
                "'\(tree.path)' has no readable '\(Self.manifestName)'",
                at: SourceRange(startOf: "\(tree.path)/\(Self.manifestName)")
            )
            return nil
        }
        return file.readObject(checking: IntegrationManifest.schema, reporting: &report)
            .map { IntegrationManifest($0, isWhole: true) }
    }

    private func reportStrayTexts(
        in tree: SourceTree,
        _ manifest: IntegrationManifest?,
        to report: inout DiagnosticReport
    ) {
        // The pages of the directory itself have neither manifest nor record.
        let isListing = tree.contentPath != "pages"
        let used = isListing ? [Self.manifestName, ReleaseRecord.fileName, manifest?.appManifest?.value] : []
        for file in tree.texts where !file.name.hasSuffix(".md") && !used.contains(file.name) {
            report.warning("file-unexpected", "'\(file.path)' is not used", at: file.start)
        }
    }
}

extension SourceFile {
    /// The document's object after all its problems have been reported; nil when it is no JSON or no object.
    func readObject(checking schema: ObjectSchema, reporting report: inout DiagnosticReport) -> JSONObject? {
        guard let value = JSONParser.parse(bytes, path: path, reporting: &report) else { return nil }
        schema.check(value, path: path, reporting: &report)
        return JSONObject(value, path: path)
    }
}
