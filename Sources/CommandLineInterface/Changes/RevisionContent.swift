import Diagnostics
import FileSystem
import Listing

/// The content folder as a revision of a repository has it; only what tells of permissions is read.
struct RevisionContent: ContentFiles {
    /// As git writes it: `v1.2:Content`.
    let path: String
    private let entries: [String: GitRepository.Entry]
    private let ids: [String]
    /// What stands where listings do and is no folder of the revision: a link, or another repository.
    private let links: [String]
    private let contents: [String: [UInt8]]

    init(_ revision: String, of content: String, in repository: GitRepository) async throws {
        let all = try await repository.entries(of: repository.commit(revision))
        guard !all.isEmpty else {
            throw UsageError(message: "the revision '\(revision)' has no folder '\(content)'")
        }
        let wanted = all.filter { $0.isRegular && Self.isNeeded($0.name) && $0.byteCount <= Self.limit(of: $0.name) }
        path = "\(revision):\(content)"
        entries = Dictionary(all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        ids = Self.ids(among: all)
        links = Self.links(among: all)
        let bytes = try await repository.contents(of: wanted)
        contents = Dictionary(zip(wanted.map(\.name), bytes), uniquingKeysWith: { first, _ in first })
    }

    /// The manifests, what stands at the root, and the descriptions that the catalogue may name.
    private static func isNeeded(_ name: String) -> Bool {
        guard name.hasSuffix(".json") else { return false }
        let parts = name.split(separator: "/")
        if parts.first == "integrations" { return parts.count == 3 && parts[2] == ListingParser.manifestName }
        return parts.first != "pages"
    }

    private static func limit(of name: String) -> Int {
        name.hasPrefix("integrations/") ? ContentLoader.longestText : CatalogueSource.longestDescription
    }

    private static func ids(among entries: [GitRepository.Entry]) -> [String] {
        let names = entries.compactMap { entry -> String? in
            let parts = entry.name.split(separator: "/", maxSplits: 2)
            return parts.count == 3 && parts[0] == "integrations" && parts[1].first != "." ? String(parts[1]) : nil
        }
        return Set(names).sorted()
    }

    /// A listing that is not followed would look like one that is gone.
    private static func links(among entries: [GitRepository.Entry]) -> [String] {
        entries.filter { entry in
            let parts = entry.name.split(separator: "/")
            return !entry.isRegular && parts.first == "integrations" && parts.count <= 2 && parts.last?.first != "."
        }
        .map(\.name).sorted()
    }

    func integrationIDs(reporting report: inout DiagnosticReport) throws(FileSystemError) -> [String] {
        for id in ids where !isIdentifier(id) {
            report.error(
                "integration-id-invalid",
                "'\(id)' is no id: an id has lower-case letters, digits and hyphens, at most \(longestIdentifier)",
                at: SourceRange(startOf: "\(path)/integrations/\(id)")
            )
        }
        for link in links {
            report.error(
                "file-not-regular",
                "'\(link)' is a link or another repository, and in a revision none is followed",
                at: SourceRange(startOf: "\(path)/\(link)")
            )
        }
        return ids.filter(isIdentifier)
    }

    func loadRootFile(
        _ name: String,
        limit: Int,
        reporting report: inout DiagnosticReport
    ) throws(FileSystemError) -> SourceFile? {
        let place = SourceRange(startOf: "\(path)/\(name)")
        guard let entry = entries[name] else {
            report.error("file-missing", "'\(name)' is missing from '\(path)'", at: place)
            return nil
        }
        guard entry.isRegular else {
            report.error("file-not-regular", "'\(name)' is a link, and in a revision none is followed", at: place)
            return nil
        }
        guard let bytes = contents[name], bytes.count <= limit else {
            let count = "'\(name)' has \(entry.byteCount) bytes, and a text file may have \(limit)"
            report.error("file-too-large", count, at: place)
            return nil
        }
        let file = SourceFile(path: "\(path)/\(name)", name: name, bytes: bytes)
        return TextCheck.accepts(file, reporting: &report) ? file : nil
    }

    /// The bytes of a file by the path that diagnostics carry.
    func bytes(at path: String) -> [UInt8]? {
        guard path.hasPrefix(self.path + "/") else { return nil }
        return contents[String(path.dropFirst(self.path.count + 1))]
    }
}
