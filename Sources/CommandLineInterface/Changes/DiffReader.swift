import Diagnostics
import FileSystem
import Listing
import LocatedJSON

/// Reads what the two arguments of `candor diff` name.
struct DiffReader {
    /// What one argument stands for.
    struct Reading {
        var listings: [ListingPermissions]
        let catalogue: Catalogue?
    }

    /// Where revisions, records and releases find what they do not say themselves.
    let content: String
    let environment: [String: String]
    private(set) var report = DiagnosticReport()
    /// What was read in one of several ways, a sentence each.
    private(set) var notes: [String] = []
    /// What was read of revisions, for the lines that diagnostics show.
    private var revisions: [RevisionContent] = []

    init(content: String, environment: [String: String]) {
        self.content = content
        self.environment = environment
    }

    func source(_ path: String) -> [UInt8]? {
        revisions.lazy.compactMap { $0.bytes(at: path) }.first ?? readSource(path)
    }

    /// - Returns: nil after diagnostics.
    mutating func read(_ old: DiffSide, _ new: DiffSide) async throws -> (old: Reading, new: Reading)? {
        switch (old, new) {
        case (.content, .content), (.content, .revision), (.revision, .content), (.revision, .revision),
            (.record, .record), (.record, .release), (.release, .record):
            return try await both(old, new, only: nil)
        case (.release(let first, _), .release(let second, _)):
            guard first == second else {
                throw UsageError(message: "'\(first)' and '\(second)' are two listings; compare releases of one")
            }
            return try await both(old, new, only: nil)
        case (.listing(_, let id), .revision), (.revision, .listing(_, let id)):
            return try await both(old, new, only: id)
        case (.listing, .listing): return try await both(old, new, only: nil)
        default: throw UsageError(message: "\(old.noun) cannot be compared with \(new.noun)")
        }
    }

    private mutating func both(_ old: DiffSide, _ new: DiffSide, only: String?) async throws -> (Reading, Reading)? {
        let folder = [new, old].lazy.compactMap(\.contentFolder).first ?? content
        guard var before = try await reading(old, folder, only), let after = try await reading(new, folder, only) else {
            return nil
        }
        // Two folders or files that were named one by one are two states of one listing, whatever they are called.
        if !old.holdsSeveral, !new.holdsSeveral, let id = after.listings.first?.id {
            before.listings = before.listings.map { $0.renamed(id) }
        }
        guard !report.hasErrors else { return nil }
        for listing in before.listings + after.listings { noteRepeatedScopes(of: listing) }
        return (before, after)
    }

    private mutating func noteRepeatedScopes(of listing: ListingPermissions) {
        let names = listing.scopes.repeatedReferences
        guard !names.isEmpty else { return }
        let version = listing.version.map { " \($0)" } ?? ""
        notes.append(
            "\(listing.id)\(version) names \(names.map { "'\($0)'" }.joined(separator: ", ")) more than once; "
                + "the firmest request counts"
        )
    }

    private mutating func reading(_ side: DiffSide, _ folder: String, _ only: String?) async throws -> Reading? {
        switch side {
        case .content(let path): return try reading(ContentLoader(path: path), only)
        case .listing(let content, let id): return try reading(ContentLoader(path: content), id)
        case .record(let path): return try record(path)
        case .release(let id, let version): return try release(id, version)
        case .revision(let revision):
            let repository = try await GitRepository.holding(folder, for: revision, environment: environment)
            let files = try await RevisionContent(revision, of: folder, in: repository)
            revisions.append(files)
            return try reading(files, only)
        }
    }

    private mutating func reading(_ files: some ContentFiles, _ only: String?) throws -> Reading? {
        // A listing that a revision has not is one that was added since.
        let isThere = try only.map { try self.isThere($0, in: files) } ?? true
        guard let state = try PermissionState(files, only: isThere ? only : nil, reporting: &report) else {
            return nil
        }
        return Reading(listings: isThere ? state.listings : [], catalogue: state.catalogue)
    }

    /// What is wrong with the folders of other listings is nobody's concern.
    private mutating func isThere(_ id: String, in files: some ContentFiles) throws -> Bool {
        var found = DiagnosticReport()
        let ids = try files.integrationIDs(reporting: &found)
        let places = ["\(files.path)/integrations", "\(files.path)/integrations/\(id)"]
        for fault in found.diagnostics where fault.range.map({ places.contains($0.path) }) ?? true { report.add(fault) }
        return ids.contains(id)
    }

    private mutating func record(_ path: String) throws -> Reading? {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        let folder = parts.count > 1 ? parts.dropLast().joined(separator: "/") : "."
        let loader = try ContentLoader(path: folder.isEmpty ? "/" : folder)
        let name = parts[parts.count - 1]
        guard let record = try ReleaseRecord.load(name, from: loader, reporting: &report) else { return nil }
        guard let newest = record.newest else { throw UsageError(message: "'\(path)' records no release") }
        let id = name == ReleaseRecord.fileName && parts.count > 1 ? parts[parts.count - 2] : name
        return Reading(listings: [ListingPermissions(newest, of: id)], catalogue: try catalogueIfThere())
    }

    /// A record says all that was asked for; without a catalogue only widths are not told.
    private func catalogueIfThere() throws -> Catalogue? {
        guard FileStatus.of("\(content)/\(CatalogueSource.fileName)", followingLinks: true) != nil else { return nil }
        var ignored = DiagnosticReport()
        return try CatalogueSource(ContentLoader(path: content), reporting: &ignored)?.main
    }

    private mutating func release(_ id: String, _ version: String) throws -> Reading? {
        var found = DiagnosticReport()
        guard let listing = try ListingLookup(ContentLoader(path: content)).listing(id, reporting: &found) else {
            report.add(contentsOf: found)
            return nil
        }
        let recordPath = "\(listing.path)/\(ReleaseRecord.fileName)"
        // What the listing asks for now is no release while it cannot be read.
        let isRead = listing.manifest?.tellsPermissions ?? false
        let isNow =
            listing.manifest?.version?.value == version
            && listing.record?.release(ofVersion: version) == nil
        let manifestPath = "\(listing.path)/\(ListingParser.manifestName)"
        let faults = found.diagnostics.filter { fault in
            fault.severity == .error
                && (fault.range?.path == recordPath || isNow && !isRead && fault.range?.path == manifestPath)
        }
        guard faults.isEmpty else {
            for fault in faults { report.add(fault) }
            return nil
        }
        let recorded = listing.record ?? ReleaseRecord()
        var known = recorded
        if let current = Release(of: listing), recorded.release(ofVersion: current.version.value) == nil {
            known = recorded.adding(current)
        }
        guard let release = known.release(ofVersion: version) else {
            let versions = known.releases.suffix(Self.mostVersionsNamed).map { "'\($0.version.value)'" }
            throw UsageError(
                message: "'\(id)' has no release '\(version)' on record"
                    + (versions.isEmpty ? "" : "; the newest are \(versions.joined(separator: ", "))")
            )
        }
        let count = known.releases.count { $0.version.value == version }
        if count > 1 { notes.append("'\(id)' has \(count) releases '\(version)' on record; the last of them counts") }
        return Reading(
            listings: [ListingPermissions(release, of: id, now: listing)],
            catalogue: listing.catalogue
        )
    }

    private static let mostVersionsNamed = 5
}

extension DiffSide {
    fileprivate var contentFolder: String? {
        switch self {
        case .content(let path), .listing(let path, _): path
        case .record, .release, .revision: nil
        }
    }

    fileprivate var holdsSeveral: Bool {
        switch self {
        case .content, .revision: true
        case .listing, .record, .release: false
        }
    }
}
