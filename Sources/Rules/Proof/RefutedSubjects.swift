import Diagnostics
import Listing
import LocatedJSON

/// The scopes and features of a listing against which something was found, be it suppressed or only a warning.
struct RefutedSubjects {
    /// By their references.
    private(set) var scopes: Set<String> = []
    private(set) var reasons: Set<String> = []
    /// Those that grant more than is used.
    private(set) var uses: Set<String> = []
    /// By their ids.
    private(set) var features: Set<String> = []
    private let listing: ParsedListing

    init(of listing: ParsedListing, findings: [Diagnostic]) {
        self.listing = listing
        guard let manifest = listing.manifest else { return }
        for finding in findings {
            guard let range = finding.range else { continue }
            if range.path != manifest.path {
                addFinding(finding, onPage: range, manifest)
            } else if Self.isOnSubject(finding.id) {
                addFinding(finding, at: range, manifest)
            }
        }
    }

    /// Those of the families of scopes and features, and what is wrong with the manifest itself.
    private static func isOnSubject(_ rule: String) -> Bool {
        rule.hasPrefix("scope-") || rule.hasPrefix("feature-") || onManifest.contains(rule)
    }

    private static let onManifest: Set = [
        "operation-unknown", "manifest-id-duplicated", "manifest-text-placeholder", "manifest-key-missing",
        "manifest-key-unknown",
        "manifest-type-wrong", "manifest-value-invalid", "json-key-duplicated",
    ]

    private mutating func addFinding(_ finding: Diagnostic, at range: SourceRange, _ manifest: IntegrationManifest) {
        if let request = manifest.scopes.first(where: { $0.range.bytes.contains(range.bytes) }) {
            scopes.insert(request.reference)
            // Said once for the scope, it stands against each feature that needs it.
            if finding.id == "scope-undocumented" {
                features.formUnion(listing.features(using: request).map(\.id.value))
            }
            let isOnReason = request.reason?.range.bytes.contains(range.bytes) ?? false
            if isOnReason || finding.id.hasPrefix("scope-reason-") { reasons.insert(request.reference) }
            if finding.id == "scope-too-broad" || finding.id == "scope-unused" { uses.insert(request.reference) }
        } else if let feature = manifest.features.first(where: { $0.range.bytes.contains(range.bytes) }) {
            features.insert(feature.id.value)
        }
    }

    private mutating func addFinding(_ finding: Diagnostic, onPage range: SourceRange, _ manifest: IntegrationManifest)
    {
        // A heading with words too many opens no section: the feature is the one that the note points at.
        if finding.id == "feature-undocumented", let claim = finding.notes.lazy.compactMap(\.range).first {
            return addFinding(finding, at: claim, manifest)
        }
        guard finding.id.hasPrefix("feature-"), finding.id != "feature-unknown",
            let section = section(at: range), let feature = manifest.feature(section.feature)
        else { return }
        features.insert(feature.id.value)
        guard finding.id == "feature-scope-not-mentioned" else { return }
        for place in finding.notes.compactMap(\.range) { addScopes(of: feature, at: place, manifest) }
    }

    /// The section whose heading is marked, or in which the place lies.
    private func section(at range: SourceRange) -> FeatureSection? {
        let sections = listing.pages.first { $0.path == range.path }?.featureSections ?? []
        return sections.last { $0.range.bytes.start <= range.bytes.start }
    }

    /// What a note points at in a feature: a scope that it needs, or an operation that needs a part of a bundle.
    private mutating func addScopes(of feature: Feature, at place: SourceRange, _ manifest: IntegrationManifest) {
        if let scope = feature.scopes.first(where: { $0.range == place }) {
            scopes.formUnion(manifest.scopes.filter { $0.isMeant(by: scope.value) }.map(\.reference))
        } else if let name = feature.operations.first(where: { $0.range == place }),
            let needed = listing.catalogue.operation(name.value)?.namedScopes
        {
            let bundles = manifest.scopes.filter { request in
                listing.catalogue.isBundle(request.id.value)
                    && !listing.catalogue.scopesGranted(by: request.id.value).isDisjoint(with: needed)
            }
            scopes.formUnion(bundles.map(\.reference))
        }
    }
}
