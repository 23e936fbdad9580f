package import Diagnostics
package import FileSystem
import Listing
import Rules
import Synchronization

/// The site as it would be published now, in memory, for an author who works on its content.
///
/// Every state is a snapshot, made from the one before by reading again what changed and what depends on it. Readers use
/// the last one that is finished, so nobody waits for a change, and pages are rendered when somebody asks for them.
package final class LiveSite: Sendable {
    private let options: SiteOptions
    private let state: Mutex<LiveSnapshot>
    private let cache = PageCache(mostBytes: mostCachedBytes)

    private static let mostCachedBytes = 16 << 20

    /// Reads what the front page needs, which is quick; `update(.all)` then reads and checks everything.
    package init(_ options: SiteOptions) async throws(FileSystemError) {
        self.options = options
        state = Mutex(try await LiveSiteReader(options).outline())
    }

    private var snapshot: LiveSnapshot { state.withLock { $0 } }

    /// The title of the site, for a greeting.
    package var title: String { snapshot.main.site.title }
    /// The address under which the site is to be published, which decides the path that it is served under.
    package var baseURL: String? { snapshot.main.site.baseURL }
    /// The path under which the site stands on its host: `/help/`.
    package var basePath: String { snapshot.main.site.basePath }
    package var report: DiagnosticReport { snapshot.report }
    package var build: Int { snapshot.build }

    /// What stands at a path of the site such as `integrations/acme/index.html`; nil when nothing does.
    package func file(at path: String) -> LiveFile? {
        let address = SiteAddress(path: path)
        return file(at: address, in: snapshot)
    }

    /// The page for a path at which nothing stands, in the language of its folder.
    package func pageForMissing(_ path: String) -> LiveFile? {
        let folder = snapshot.frames.map(\.folder).last { path.hasPrefix($0) } ?? ""
        return file(at: "\(folder)404.html")
    }

    /// The page whose path is most like one at which there is none.
    package func nearestPage(to path: String) -> String? {
        closestMatch(to: path, among: snapshot.pagePaths)
    }

    /// What the page at a path speaks of, held against the content as it stands now; nil for pages of the directory.
    package func inspection(ofPageAt path: String) -> PageInspection? {
        snapshot.inspection(ofPageAt: SiteAddress(path: path))
    }

    /// Every path at which something stands.
    package var paths: [String] { snapshot.addresses.map(\.path).sorted() }

    /// Takes in what changed; called by one task at a time.
    ///
    /// - Parameter open: the pages of which the caller wants to know whether they are others now.
    package func update(
        _ changes: ContentChanges,
        watching open: [String] = []
    ) async throws(FileSystemError) -> LiveUpdate {
        let before = snapshot
        let after = try await LiveSiteReader(options).snapshot(after: before, changes)
        let restyled = zip(before.main.site.stylesheets, after.main.site.stylesheets).filter { $0 != $1 }
        let refiled = refiled(from: before, to: after, changes)
        let changedPages = changedPages(among: open, from: before, to: after, restyled + refiled)
        state.withLock { $0 = after }
        // What was last seen at an address may have been in another language.
        if before.frames.map(\.language) != after.frames.map(\.language) { cache.removeAll() }
        return LiveUpdate(
            build: after.build,
            report: after.report,
            integrationCount: after.preparation.integrationIDs.count,
            changedPages: changedPages,
            refiled: refiled.map { (earlier: percentEncoded($0.path), now: percentEncoded($1.path)) },
            restyled: restyled.map { (earlier: $0.path, now: $1.path) }
        )
    }

    /// Of so many pages the bytes are compared; of further ones it is said that they changed when they may have.
    private static let mostComparedPages = 64

    private func changedPages(
        among open: [String],
        from before: LiveSnapshot,
        to after: LiveSnapshot,
        _ renamed: [(SiteAddress, SiteAddress)]
    ) -> [String] {
        var compared = 0
        return open.filter { path in
            let address = SiteAddress(path: path)
            guard mayBeChanged(address, from: before, to: after) else { return false }
            compared += 1
            return compared > Self.mostComparedPages || isChanged(address, from: before, to: after, renamed)
        }
    }

    private func mayBeChanged(_ address: SiteAddress, from before: LiveSnapshot, to after: LiveSnapshot) -> Bool {
        guard let old = before.place(of: address), let new = after.place(of: address) else { return true }
        return before.stamp(of: old) != after.stamp(of: new)
    }

    /// Of media that nobody has seen it is not known what their address was, and nobody has to be told.
    private func refiled(
        from before: LiveSnapshot,
        to after: LiveSnapshot,
        _ changes: ContentChanges
    ) -> [(SiteAddress, SiteAddress)] {
        changes.integrations.sorted().flatMap { id in
            let earlier = before.listings[.integration(id)]?.published?.media
            let files = after.listings[.integration(id)]?.published?.media.files ?? []
            return files.filter { changes.hold($0.contentPath) }.compactMap { file -> (SiteAddress, SiteAddress)? in
                guard let known = earlier?[file.asset.name]?.knownAddress, known != file.address else { return nil }
                return (known, file.address)
            }
        }
    }

    /// A page that only names a style sheet or a picture otherwise is no other page: that can be changed in place.
    private func isChanged(
        _ address: SiteAddress,
        from before: LiveSnapshot,
        to after: LiveSnapshot,
        _ renamed: [(SiteAddress, SiteAddress)]
    ) -> Bool {
        let old = file(at: address, in: before)
        let new = file(at: address, in: after)
        guard case .page(let earlier, let earlierHash)? = old, case .page(let now, let hash)? = new else {
            // There was no page and there is none, or one came or went.
            return (old?.isPage ?? false) != (new?.isPage ?? false)
        }
        guard hash != earlierHash else { return false }
        guard !renamed.isEmpty else { return true }
        let adapted = renamed.reduce(String(decoding: earlier, as: UTF8.self)) { text, file in
            text.replacing(percentEncoded(file.0.path), with: percentEncoded(file.1.path))
        }
        return !adapted.utf8.elementsEqual(now)
    }

    private func file(at address: SiteAddress, in snapshot: LiveSnapshot) -> LiveFile? {
        guard let place = snapshot.place(of: address) else { return nil }
        switch place {
        // What was a file may be a link by now that leads somewhere else.
        case .media(let path): return snapshot.preparation.loader.holds(path) ? .media(path: path) : nil
        case .withheld(let listing): return cached(address) ?? .withheld(name: listing.name)
        case .page, .twin, .record, .part, .asset, .data: break
        }
        let stamp = snapshot.stamp(of: place)
        if let entry = cache[address], entry.stamp == stamp { return .page(bytes: entry.bytes, hash: entry.hash) }
        guard let bytes = snapshot.bytes(at: address, place) else {
            // Nothing can be made of it as things stand, so what was last seen stays.
            switch place {
            case .page(let listing, _, _), .twin(let listing, _, _), .record(let listing, _):
                return cached(address) ?? .withheld(name: listing.name)
            case .media, .part, .asset, .data, .withheld: return nil
            }
        }
        let hash = contentHash(bytes)
        cache.add(PageCache.Entry(stamp: stamp, bytes: bytes, hash: hash), at: address)
        return .page(bytes: bytes, hash: hash)
    }

    private func cached(_ address: SiteAddress) -> LiveFile? {
        cache[address].map { .page(bytes: $0.bytes, hash: $0.hash) }
    }
}
