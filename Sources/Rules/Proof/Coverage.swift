package import Diagnostics
package import Listing

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
    /// Those that could not be read, or for which there was no catalogue.
    package var uncheckedListings = 0
    package var scopes = Count()
    package var features = Count()
    package var reasons = Count()
    /// Scopes held against the operations that features name.
    package var scopeUses = Count()
    /// Peaks held against the limits of the platform.
    package var peaks = Count()
    /// Scopes held against recorded traffic.
    package var recordedScopes = Count()
    /// Peaks held against recorded traffic.
    package var recordedPeaks = Count()
    package var mediaFiles = Count()
    package var links = Count()
    /// Links from one listing into another: proved only when all listings are read.
    package var crossLinks = Count()
    package var appManifests = Count()
    package var gaps: [CoverageGap: Int] = [:]
    /// Rules that the directory or the run has switched off.
    package var rulesOff: [String] = []

    package init() {}

    /// A listing that nothing could be held against.
    package init(unchecked listing: ParsedListing) {
        listings = listing.isDirectory ? 0 : 1
        uncheckedListings = listings
    }

    package static func + (left: Coverage, right: Coverage) -> Coverage {
        var sum = left
        sum.listings += right.listings
        sum.uncheckedListings += right.uncheckedListings
        sum.scopes = left.scopes + right.scopes
        sum.features = left.features + right.features
        sum.reasons = left.reasons + right.reasons
        sum.scopeUses = left.scopeUses + right.scopeUses
        sum.peaks = left.peaks + right.peaks
        sum.recordedScopes = left.recordedScopes + right.recordedScopes
        sum.recordedPeaks = left.recordedPeaks + right.recordedPeaks
        sum.mediaFiles = left.mediaFiles + right.mediaFiles
        sum.links = left.links + right.links
        sum.crossLinks = left.crossLinks + right.crossLinks
        sum.appManifests = left.appManifests + right.appManifests
        sum.gaps.merge(right.gaps, uniquingKeysWith: +)
        if sum.rulesOff.isEmpty { sum.rulesOff = right.rulesOff }
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

        /// The name for so many of them, of which each is a plural: "scope uses", "links across listings".
        func name(of number: Int) -> String {
            guard number == 1 else { return name }
            return key == "crossLinks" ? "link across listings" : String(name.dropLast())
        }
    }

    package var parts: [Part] {
        [
            Part(key: "scopes", name: "scopes", count: scopes),
            Part(key: "features", name: "features", count: features),
            Part(key: "reasons", name: "reasons", count: reasons),
            Part(key: "scopeUses", name: "scope uses", count: scopeUses),
            Part(key: "peaks", name: "peaks", count: peaks),
            Part(key: "recordedScopes", name: "recorded scopes", count: recordedScopes),
            Part(key: "recordedPeaks", name: "recorded peaks", count: recordedPeaks),
            Part(key: "mediaFiles", name: "media files", count: mediaFiles),
            Part(key: "links", name: "links", count: links),
            Part(key: "crossLinks", name: "links across listings", count: crossLinks),
            Part(key: "appManifests", name: "app manifests", count: appManifests),
        ]
    }

    /// What every report tells of it.
    package var summary: ProofSummary {
        ProofSummary(
            line: description,
            integrations: listings,
            uncheckedIntegrations: uncheckedListings,
            parts: parts.map {
                ProofSummary.Part(
                    key: $0.key,
                    name: $0.name,
                    total: $0.count.total,
                    proved: $0.count.proved,
                    refuted: $0.count.refuted,
                    notChecked: $0.count.notChecked
                )
            },
            gaps: orderedGaps.map { gap, count in
                ProofSummary.Gap(key: gap.rawValue, text: gap.text(count), count: count)
            },
            rulesOff: rulesOff
        )
    }

    private var orderedGaps: [(key: CoverageGap, value: Int)] {
        CoverageGap.allCases.compactMap { gap in gaps[gap].map { (gap, $0) } }
    }
}

extension Coverage: CustomStringConvertible {
    /// `5 integrations: scopes 14/14, features 8/9, reasons 14/14; not checked: 1 integration, 2 media without version`.
    package var description: String {
        let looked = parts.filter { part in
            let isOptional = ["peaks", "recordedScopes", "recordedPeaks", "appManifests"].contains(part.key)
            return part.count.total == 0 ? !isOptional : part.count.notChecked < part.count.total
        }
        let proved = looked.map { "\($0.name) \($0.count.proved)/\($0.count.total)" }
        let notChecked = unchecked.isEmpty ? "" : "; not checked: " + unchecked.joined(separator: ", ")
        return Self.counted(listings, "integration") + ": " + proved.joined(separator: ", ") + notChecked
    }

    private var unchecked: [String] {
        let integrations = uncheckedListings == 0 ? [] : [Self.counted(uncheckedListings, "integration")]
        let counts = parts.filter { $0.count.notChecked > 0 }.map {
            "\($0.count.notChecked) \($0.name(of: $0.count.notChecked))"
        }
        let rules = rulesOff.isEmpty ? [] : [Self.counted(rulesOff.count, "rule") + " off"]
        return integrations + counts + orderedGaps.map { $0.key.text($0.value) } + rules
    }

    private static func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}
