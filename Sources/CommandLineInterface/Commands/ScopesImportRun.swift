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
        let given = manifest.requests.map(\.id.value).filter(manifest.platform.grantsAnyway)
        if !given.isEmpty {
            terminal.writeError("left out, as every app has it: \(TerminalText.safe(given.joined(separator: ", ")))\n")
        }
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
        return try readFile(file, as: "an app manifest", limit: ContentLoader.longestText, reporting: &report)
            .flatMap { AppManifest($0, path: file, reporting: &report) }
    }

    /// Makes the listing where there is none.
    private func update(
        _ id: String,
        with manifest: AppManifest,
        reporting report: inout DiagnosticReport
    ) throws -> (scopes: ScopesImport, path: String)? {
        let path = "\(content)/integrations/\(id)/\(ListingParser.manifestName)"
        if FileStatus.of("\(content)/integrations/\(id)") == nil {
            let first = manifest.requests.map(\.id.value).first {
                !manifest.isForSignIn($0) && !manifest.platform.grantsAnyway($0)
            }
            try NewCommand.make(id, in: content, scope: first)
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
        let others = otherManifests(of: file, in: "\(content)/integrations/\(id)")
        guard
            let scopes = ScopesImport(
                manifest,
                beside: others.read,
                tellsAll: others.unread.isEmpty,
                into: file,
                catalogue,
                prunes: prunes,
                reporting: &report
            )
        else { return nil }
        if !others.unread.isEmpty {
            let names = TerminalText.safe(others.unread.map { "'\($0)'" }.joined(separator: ", "))
            terminal.write("what is no longer asked for cannot be told: the listing names \(names) as well\n")
        }
        if scopes.bytes != bytes { try replaceFile(path, with: scopes.bytes) }
        return (scopes, path)
    }

    /// What the listing names; that which is imported may be among it, which makes no difference.
    private func otherManifests(
        of listing: SourceFile,
        in folder: String
    ) -> (read: [AppManifest], unread: [String]) {
        var result: (read: [AppManifest], unread: [String]) = ([], [])
        for name in ScopesImport.appManifests(in: listing) {
            var ignored = DiagnosticReport()
            let manifest =
                name.isAddress
                ? AppManifest(address: name, reporting: &ignored)
                : IntegrationManifest.canBeAppManifest(name.value)
                    ? manifest(at: "\(folder)/\(name.value)", reporting: &ignored) : nil
            if let manifest, manifest.silence == nil {
                result.read.append(manifest)
            } else {
                // An address may hold a secret.
                result.unread.append(name.isAddress ? "an address" : name.value)
            }
        }
        return result
    }

    private func manifest(at path: String, reporting report: inout DiagnosticReport) -> AppManifest? {
        guard case .bytes(let bytes)? = try? readFile(path, limit: ContentLoader.longestText) else { return nil }
        return AppManifest(bytes, path: path, reporting: &report)
    }

    private func tell(_ scopes: ScopesImport, _ path: String) {
        if scopes.changesNothing {
            terminal.write("nothing new for '\(path)'\n")
        } else {
            terminal.write("'\(path)' has the scopes of the \(kind.title)\n")
        }
        write("added", scopes.added)
        write("another requirement", scopes.changed)
        write("given the reason of the manifest", scopes.explained)
        write("another actor", scopes.moved.map { "\($0.from) is now \($0.to)" })
        write("left out, as it only says who signs in or every app has it", scopes.leftOut)
        write(prunes ? "removed" : "no longer asked for, and removed with --prune", scopes.unasked)
    }

    private func write(_ what: String, _ names: [String]) {
        guard !names.isEmpty else { return }
        terminal.write("  \(what): \(TerminalText.safe(names.joined(separator: ", ")))\n")
    }
}
