import Listing

/// What the checks proved, counted, so that a check that did not look cannot pass for one that found nothing.
package struct Coverage: Sendable, Hashable {
    package struct Count: Sendable, Hashable {
        package var proved = 0
        package var total = 0
        /// Of the total, what no check looked at because its rule is off or its evidence cannot be read yet.
        package var notChecked = 0
        /// Looked at and found not to be so.
        package var refuted: Int { max(0, total - proved - notChecked) }

        static func + (left: Count, right: Count) -> Count {
            Count(
                proved: left.proved + right.proved,
                total: left.total + right.total,
                notChecked: left.notChecked + right.notChecked
            )
        }
    }

    package var listings = 0
    package var scopes = Count()
    package var features = Count()
    package var reasons = Count()
    /// Scopes held against the operations that features name.
    package var scopeUses = Count()
    package var mediaFiles = Count()
    package var links = Count()
    /// Links from one listing into another: proved only when all listings are read.
    package var crossLinks = Count()
    package var appManifests = Count()

    package init() {}

    /// - Parameter findings: how often each rule that ran reported something; a rule that is missing did not run.
    init(of listing: ParsedListing, findings: [String: Int]) {
        func count(_ total: Int, refutedBy rules: String...) -> Count {
            guard rules.allSatisfy({ findings[$0] != nil }) else { return Count(total: total, notChecked: total) }
            let refuted = rules.reduce(0) { $0 + (findings[$1] ?? 0) }
            return Count(proved: max(0, total - refuted), total: total)
        }
        let manifest = listing.manifest
        listings = manifest == nil ? 0 : 1
        scopes = count(manifest?.scopes.count ?? 0, refutedBy: "scope-undocumented", "scope-unmapped")
        features = count(manifest?.features.count ?? 0, refutedBy: "feature-undocumented")
        reasons = count(manifest?.scopes.count ?? 0, refutedBy: "scope-reason-missing", "scope-reason-empty")
        scopeUses = count(manifest?.scopes.count ?? 0, refutedBy: "scope-too-broad", "scope-unused")
        if scopeUses.notChecked == 0 {
            // Where features name no operations, nothing was found because nobody looked.
            let untold = manifest?.scopes.count { OperationalUse(of: $0, in: listing) == nil } ?? 0
            scopeUses.notChecked = untold
            scopeUses.proved = max(0, scopeUses.proved - untold)
        }
        mediaFiles = count(
            manifest?.media.reduce(0) { $0 + $1.files.count } ?? 0,
            refutedBy: "media-file-missing",
            "media-file-broken"
        )
        links = count(
            listing.pages.reduce(0) { $0 + $1.links.count { $0.isInside(listing) } },
            refutedBy: "link-target-missing",
            "link-anchor-missing"
        )
        let elsewhere = listing.pages.reduce(0) { $0 + $1.links.count { $0.leadsElsewhere(from: listing) } }
        crossLinks = Count(total: elsewhere, notChecked: elsewhere)
        // Held against the listing once app manifests are read.
        let manifests = manifest?.appManifest == nil ? 0 : 1
        appManifests = Count(total: manifests, notChecked: manifests)
    }

    package static func + (left: Coverage, right: Coverage) -> Coverage {
        var sum = Coverage()
        sum.listings = left.listings + right.listings
        sum.scopes = left.scopes + right.scopes
        sum.features = left.features + right.features
        sum.reasons = left.reasons + right.reasons
        sum.scopeUses = left.scopeUses + right.scopeUses
        sum.mediaFiles = left.mediaFiles + right.mediaFiles
        sum.links = left.links + right.links
        sum.crossLinks = left.crossLinks + right.crossLinks
        sum.appManifests = left.appManifests + right.appManifests
        return sum
    }
}

extension Coverage {
    /// To be called once all listings were read.
    package mutating func proveCrossLinks(butFor refuted: Int) {
        crossLinks = Count(proved: max(0, crossLinks.total - refuted), total: crossLinks.total)
    }
}

extension Coverage {
    /// One of the counts, by its key in JSON and as people read it.
    package struct Part: Sendable {
        package let key: String
        package let name: String
        package let count: Count
    }

    package var parts: [Part] {
        [
            Part(key: "scopes", name: "scopes", count: scopes),
            Part(key: "features", name: "features", count: features),
            Part(key: "reasons", name: "reasons", count: reasons),
            Part(key: "scopeUses", name: "scope uses", count: scopeUses),
            Part(key: "mediaFiles", name: "media files", count: mediaFiles),
            Part(key: "links", name: "links", count: links),
            Part(key: "crossLinks", name: "links across listings", count: crossLinks),
            Part(key: "appManifests", name: "app manifests", count: appManifests),
        ]
    }
}

extension Coverage: CustomStringConvertible {
    /// `5 integrations: scopes 14/14, features 9/9, reasons 14/14, media files 30/30, links 21/21`.
    package var description: String {
        // No app manifest is read yet.
        let proved = parts.filter { $0.count.notChecked == 0 && $0.key != "appManifests" }
            .map { "\($0.name) \($0.count.proved)/\($0.count.total)" }
        let unchecked = parts.filter { $0.count.notChecked > 0 }.map { "\($0.count.notChecked) \($0.name)" }
        let integrations = "\(listings) integration\(listings == 1 ? "" : "s"): "
        let notChecked = unchecked.isEmpty ? "" : "; not checked: " + unchecked.joined(separator: ", ")
        return integrations + proved.joined(separator: ", ") + notChecked
    }
}

extension PageLink {
    fileprivate func isInside(_ listing: ParsedListing) -> Bool {
        switch destination {
        case .content(let path, _): listing.owns(path)
        case .outside: true
        case .external, .reference, .refused: false
        }
    }

    fileprivate func leadsElsewhere(from listing: ParsedListing) -> Bool {
        if case .content(let path, _) = destination { return !listing.owns(path) }
        return false
    }
}
