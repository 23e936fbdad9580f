import Diagnostics
import Evidence
import Listing
import LocatedJSON

extension Coverage {
    /// - Parameters:
    ///   - findings: all that stands against the listing, be it suppressed.
    ///   - isApplied: whether a rule looked at the listing.
    init(of listing: ParsedListing, findings: [Diagnostic], isApplied: (_ rule: String) -> Bool) {
        guard let manifest = listing.manifest else {
            self.init(unchecked: listing)
            countLinks(of: listing, findings, isApplied)
            return
        }
        self.init()
        listings = 1
        let refuted = findings.isEmpty ? nil : RefutedSubjects(of: listing, findings: findings)
        func count(_ total: Int, _ refuted: Int, in list: IntegrationManifest.List, by rules: String...) -> Count {
            let skipped = manifest.skippedCounts[list] ?? 0
            guard rules.allSatisfy(isApplied) else { return Count(total: total + skipped, notChecked: total + skipped) }
            return Count(proved: max(0, total - refuted), total: total + skipped, notChecked: skipped)
        }
        scopes = count(
            manifest.scopes.count,
            manifest.scopes.count { refuted?.scopes.contains($0.reference) ?? false },
            in: .scopes,
            by: "scope-undocumented",
            "scope-unmapped",
            "feature-scope-not-mentioned"
        )
        features = count(
            manifest.features.count,
            manifest.features.count { refuted?.features.contains($0.id.value) ?? false },
            in: .features,
            by: "feature-undocumented"
        )
        reasons = count(
            manifest.scopes.count,
            manifest.scopes.count { refuted?.reasons.contains($0.reference) ?? false },
            in: .scopes,
            by: "scope-reason-missing",
            "scope-reason-empty"
        )
        countScopeUses(of: listing, manifest, refuted?.uses ?? [], isApplied)
        countPeaks(of: listing, isApplied)
        countTraffic(of: listing, manifest, isApplied)
        countMediaFiles(of: manifest, findings, isApplied)
        countLinks(of: listing, findings, isApplied)
        countAppManifests(of: listing, manifest, findings, isApplied)
        gaps = CoverageGap.counts(in: listing)
    }

    /// Where features name no operations, nothing was found because nobody looked.
    private mutating func countScopeUses(
        of listing: ParsedListing,
        _ manifest: IntegrationManifest,
        _ refuted: Set<String>,
        _ isApplied: (String) -> Bool
    ) {
        let isLookedAt = isApplied("scope-too-broad") && isApplied("scope-unused")
        for request in manifest.scopes {
            scopeUses.total += 1
            if !isLookedAt || !OperationalUse.canBeTold(of: request, in: listing) {
                scopeUses.notChecked += 1
            } else if !refuted.contains(request.reference) {
                scopeUses.proved += 1
            }
        }
    }

    /// Those that could not be read, or do not tell which scopes are asked for, were held against nothing.
    private mutating func countAppManifests(
        of listing: ParsedListing,
        _ manifest: IntegrationManifest,
        _ findings: [Diagnostic],
        _ isApplied: (String) -> Bool
    ) {
        appManifests.total = manifest.appManifests.count
        let telling = isApplied("scope-manifest-mismatch") ? listing.appManifests.filter { $0.silence == nil } : []
        appManifests.notChecked = appManifests.total - telling.count
        let against = findings.filter { $0.id == "scope-manifest-mismatch" && $0.severity > .note }
        let places = against.flatMap(\.notes).compactMap(\.range)
        appManifests.proved = telling.count { manifest in
            !places.contains { $0.path == manifest.path && manifest.extent.bytes.contains($0.bytes) }
        }
    }

    private mutating func countPeaks(of listing: ParsedListing, _ isApplied: (String) -> Bool) {
        let isLookedAt = isApplied("policy-peak-above-limit")
        for usage in listing.manifest?.usage ?? [] {
            let limits = listing.catalogue.operation(usage.operation.value)?.limits ?? []
            guard let peak = usage.peak, let comparison = usage.comparison(with: limits) else { continue }
            peaks.total += 1
            // A peak of nothing is an error, and under every limit.
            if peak.value < 1 { continue }
            if !isLookedAt || comparison == .unknown {
                peaks.notChecked += 1
            } else if comparison == .within {
                peaks.proved += 1
            }
        }
    }

    /// Nothing where nothing was recorded, which is counted among the gaps.
    private mutating func countTraffic(
        of listing: ParsedListing,
        _ manifest: IntegrationManifest,
        _ isApplied: (String) -> Bool
    ) {
        guard let traffic = listing.traffic else { return }
        for request in manifest.scopes {
            recordedScopes.total += 1
            switch TrafficUse(of: request, in: listing, traffic) {
            case _ where !isApplied("traffic-scope-unused"), .unknown: recordedScopes.notChecked += 1
            case .used: recordedScopes.proved += 1
            case .unused: break
            }
        }
        for usage in manifest.usage where usage.peak != nil {
            recordedPeaks.total += 1
            switch TrafficPeak(of: usage, in: listing, traffic) {
            case _ where !isApplied("traffic-peak-above-usage"), .unknown: recordedPeaks.notChecked += 1
            case .within: recordedPeaks.proved += 1
            case .above: break
            }
        }
    }

    private mutating func countMediaFiles(
        of manifest: IntegrationManifest,
        _ findings: [Diagnostic],
        _ isApplied: (String) -> Bool
    ) {
        let total = manifest.media.reduce(0) { $0 + $1.files.count }
        mediaFiles = Self.count(total, ["media-file-missing", "media-file-broken"], findings, isApplied)
    }

    private mutating func countLinks(
        of listing: ParsedListing,
        _ findings: [Diagnostic],
        _ isApplied: (String) -> Bool
    ) {
        let inside = listing.pages.reduce(0) { $0 + $1.links.count { $0.isInside(listing) } }
        if Self.linkRules.allSatisfy(isApplied) {
            let places = Set(findings.filter { $0.id.hasPrefix("link-") }.compactMap(\.range))
            let refuted =
                places.isEmpty
                ? 0
                : listing.pages.reduce(0) { sum, page in
                    sum
                        + page.links.count { link in
                            link.isInside(listing)
                                && (places.contains(page.place(link.range))
                                    || places.contains(page.place(link.wholeRange)))
                        }
                }
            links = Count(proved: inside - refuted, total: inside)
        } else {
            links = Count(total: inside, notChecked: inside)
        }
        let elsewhere = listing.pages.reduce(0) { $0 + $1.links.count { $0.leadsElsewhere(from: listing) } }
        crossLinks = Count(total: elsewhere, notChecked: elsewhere)
    }

    /// Without one of them a link may be dead and nobody has looked.
    private static let linkRules = ["link-target-missing", "link-anchor-missing", "link-case", "link-scheme-refused"]

    /// What each finding of some rules is against one of.
    private static func count(
        _ total: Int,
        _ rules: [String],
        _ findings: [Diagnostic],
        _ isApplied: (String) -> Bool
    ) -> Count {
        guard rules.allSatisfy(isApplied) else { return Count(total: total, notChecked: total) }
        let refuted = findings.count { rules.contains($0.id) }
        return Count(proved: max(0, total - refuted), total: total)
    }
}

extension PageLink {
    fileprivate func isInside(_ listing: ParsedListing) -> Bool {
        switch destination {
        case .content(let path, _): listing.owns(path)
        // What is refused leads nowhere, and counts as a link that is none.
        case .outside, .refused: true
        case .external, .reference: false
        }
    }

    fileprivate func leadsElsewhere(from listing: ParsedListing) -> Bool {
        if case .content(let path, _) = destination { return !listing.owns(path) }
        return false
    }
}
