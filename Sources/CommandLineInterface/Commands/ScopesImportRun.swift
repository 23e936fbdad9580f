import Diagnostics
import Evidence
import FileSystem
import Listing
import LocatedJSON

/// `candor import` of an app manifest: prints its scopes, or writes them into a listing.
struct ScopesImportRun {
    let kind: AppManifest.Kind
    /// Or, for an authorize URL, the address itself.
    let file: String
    let listing: String?
    let content: String
    let prunes: Bool
    let terminal: Terminal

    func run() throws -> ExitCode {
        var report = DiagnosticReport()
        let manifest = try manifest(reporting: &report)
        let isUsable = manifest != nil && !report.hasErrors
        if let manifest, isUsable, let listing {
            let update = try update(listing, with: manifest, reporting: &report)
            show(report)
            guard let update, !report.hasErrors else { return .contentHasErrors }
            tell(update.scopes, update.path)
            return .clean
        }
        show(report)
        guard let manifest, isUsable else { return .contentHasErrors }
        terminal.write(ScopesImport.text(of: manifest))
        terminal.writeError("\(counted(manifest.requests.count, "scope")) in the \(manifest.kind.title)\n")
        return .clean
    }

    private func show(_ report: DiagnosticReport) {
        guard !report.isEmpty else { return }
        terminal.writeError(TextRenderer(style: terminal.style).render(report, sources: source))
    }

    private func source(_ path: String) -> [UInt8]? {
        isAddress && path == Self.addressName ? Array("\"\(file)\"".utf8) : readSource(path)
    }

    private var isAddress: Bool { kind == .authorizeURL && file.contains("://") }
    private static let addressName = "the address"

    private func manifest(reporting report: inout DiagnosticReport) throws -> AppManifest? {
        guard let found = try read(reporting: &report) else { return nil }
        guard found.kind == kind else {
            report.error(
                "app-manifest-unknown",
                "'\(file)' is of another kind: it is a \(found.kind.title) (\(found.kind.rawValue))",
                at: SourceRange(startOf: file)
            )
            return nil
        }
        return found
    }

    private func read(reporting report: inout DiagnosticReport) throws -> AppManifest? {
        if isAddress {
            let range = SourceRange(path: Self.addressName, bytes: ByteRange(0, file.utf8.count + 2))
            return AppManifest(address: Located(file, at: range), reporting: &report)
        }
        switch try readFile(file, limit: ContentLoader.longestText) {
        case .bytes(let bytes): return AppManifest(bytes, path: file, reporting: &report)
        case .tooLarge(let count):
            report.error(
                "file-too-large",
                "'\(file)' has \(count) bytes, and an app manifest may have \(ContentLoader.longestText)",
                at: SourceRange(startOf: file)
            )
        case .notAFile:
            report.error("file-not-regular", "'\(file)' is not a file", at: SourceRange(startOf: file))
        }
        return nil
    }

    /// Makes the listing where there is none.
    private func update(
        _ id: String,
        with manifest: AppManifest,
        reporting report: inout DiagnosticReport
    ) throws -> (scopes: ScopesImport, path: String)? {
        let path = "\(content)/integrations/\(id)/\(ListingParser.manifestName)"
        if FileStatus.of("\(content)/integrations/\(id)") == nil {
            try NewCommand.make(id, in: content, scope: manifest.requests.first?.id.value)
            terminal.write("made '\(content)/integrations/\(id)'\n")
        }
        var ignored = DiagnosticReport()
        guard let catalogue = try CatalogueSource(ContentLoader(path: content), reporting: &ignored)?.main else {
            throw UsageError(message: "'\(content)' has no '\(CatalogueSource.fileName)' that can be read")
        }
        let bytes: [UInt8]
        switch try readFile(path, limit: ContentLoader.longestText) {
        case .bytes(let read): bytes = read
        case .tooLarge, .notAFile: throw UsageError(message: "'\(path)' is no file that can be written to")
        }
        let file = SourceFile(path: path, name: ListingParser.manifestName, bytes: bytes)
        guard let scopes = ScopesImport(manifest, into: file, catalogue, prunes: prunes, reporting: &report) else {
            return nil
        }
        if scopes.bytes != bytes { try replaceFile(path, with: scopes.bytes) }
        return (scopes, path)
    }

    private func tell(_ scopes: ScopesImport, _ path: String) {
        if scopes.changesNothing {
            terminal.write("nothing new for '\(path)'\n")
        } else {
            terminal.write("'\(path)' has the scopes of the \(kind.title)\n")
        }
        write("added", scopes.added)
        write("another requirement", scopes.changed)
        write(prunes ? "removed" : "no longer asked for, and removed with --prune", scopes.unasked)
    }

    private func write(_ what: String, _ names: [String]) {
        if !names.isEmpty { terminal.write("  \(what): \(names.joined(separator: ", "))\n") }
    }
}
