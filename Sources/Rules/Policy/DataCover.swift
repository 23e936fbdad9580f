package import Listing
import LocatedJSON

/// Which data statements speak of what the scopes in use open.
///
/// A statement speaks of a scope when its object holds the scope's resource or one of its terms, in singular or plural.
/// Of all scopes that it fits it speaks of those with the longest wording: "Business events" are no "events".
package struct DataCover {
    package struct OpenedScope {
        package let scope: CatalogueScope
        /// The request through which the scope is granted.
        package let request: ScopeRequest
        /// Positions among the statements of the manifest.
        package fileprivate(set) var statements: [Int] = []
        /// Positions of statements whose object names it: by itself and not within a longer name, as "contact lists" do not
        /// name contacts.
        package fileprivate(set) var named: [Int] = []
        /// Positions among these of statements whose object is its name and nothing else.
        package fileprivate(set) var exact: [Int] = []
        /// Whether any statement fits it, be there one that fits another scope better.
        package fileprivate(set) var isSpokenOf = false
        /// Of a resource such as "campaigns and flows", those that no statement speaks of, as they are written.
        package fileprivate(set) var silentParts: [String] = []

        /// What no statement speaks of.
        package var silentResources: [String] { isSpokenOf ? silentParts : [scope.resource].compactMap(\.self) }

        /// What no statement names.
        package var unnamedResources: [String] { named.isEmpty ? [scope.resource].compactMap(\.self) : silentParts }
    }

    package private(set) var scopes: [OpenedScope]
    /// Positions of the statements on one object together, in the order of the manifest.
    package let objects: [[Int]]

    package init(of listing: ParsedListing) {
        let manifest = listing.manifest
        scopes = listing.usedScopes.intersection(listing.grantedScopes).sorted().compactMap { id in
            guard let scope = listing.catalogue.scope(id), scope.resource != nil,
                let request = manifest?.scopes.first(where: {
                    listing.catalogue.scopesGranted(by: $0.id.value).contains(id)
                })
            else { return nil }
            return OpenedScope(scope: scope, request: request)
        }
        let wordings = scopes.map { Self.wordings(of: $0.scope) }
        let objects = (manifest?.data ?? []).map { FoldedText($0.object.value).singular }
        self.objects = Self.positions(of: objects)
        for (position, object) in objects.enumerated() {
            add(object, position, wordings)
            addNames(in: object, position, wordings)
        }
        for index in scopes.indices where scopes[index].isSpokenOf {
            scopes[index].silentParts = Self.silentParts(of: scopes[index].scope, objects)
        }
    }

    /// A term that is no part's name may be a word for all of them.
    private static func silentParts(of scope: CatalogueScope, _ objects: [FoldedText]) -> [String] {
        let resource = scope.resource ?? ""
        guard FoldedText(resource).contains(conjunction) else { return [] }
        let written = resource.split(separator: " and ").map(String.init)
        let parts = written.map { FoldedText($0).singular }
        let terms = scope.terms.map { FoldedText($0).singular }.filter { !parts.contains($0) }
        guard !objects.contains(where: { object in terms.contains { object.contains($0) } }) else { return [] }
        return zip(written, parts).filter { part in !objects.contains { $0.contains(part.1) } }.map(\.0)
    }

    private mutating func add(_ object: FoldedText, _ position: Int, _ wordings: [[FoldedText]]) {
        let fits = wordings.map { wordings in
            wordings.reduce(0) { best, wording in object.contains(wording) ? max(best, wording.wordCount) : best }
        }
        let best = fits.max() ?? 0
        for index in scopes.indices where fits[index] > 0 {
            scopes[index].isSpokenOf = true
            if fits[index] == best { scopes[index].statements.append(position) }
        }
    }

    private mutating func addNames(in object: FoldedText, _ position: Int, _ wordings: [[FoldedText]]) {
        let places = wordings.map { $0.flatMap(object.places) }
        let outermost = Self.outermost(of: places.joined())
        for index in scopes.indices {
            let isNamed = places[index].contains(where: outermost.contains)
            if isNamed { scopes[index].named.append(position) }
            if isNamed, wordings[index].contains(object) { scopes[index].exact.append(position) }
        }
    }

    /// The places that stand within no other.
    private static func outermost(of places: some Sequence<Range<Int>>) -> Set<Range<Int>> {
        // Of two that begin together the longer one comes first, so that what holds a place has always been seen before it.
        let sorted = places.sorted { ($0.lowerBound, -$0.upperBound) < ($1.lowerBound, -$1.upperBound) }
        var outermost: Set<Range<Int>> = []
        var end = 0
        for place in sorted where place.upperBound > end {
            outermost.insert(place)
            end = place.upperBound
        }
        return outermost
    }

    private static func positions(of objects: [FoldedText]) -> [[Int]] {
        var rows: [FoldedText: Int] = [:]
        var positions: [[Int]] = []
        for (position, object) in objects.enumerated() {
            if let row = rows[object] {
                positions[row].append(position)
            } else {
                rows[object] = positions.count
                positions.append([position])
            }
        }
        return positions
    }

    private static let conjunction = FoldedText("and")

    /// "Campaigns and flows" are two resources.
    private static func wordings(of scope: CatalogueScope) -> [FoldedText] {
        let resource = scope.resource ?? ""
        let words = FoldedText(resource).singular
        return [words] + words.parts(between: conjunction) + scope.terms.map { FoldedText($0).singular }
    }
}

extension DataCover.OpenedScope {
    package var canRead: Bool { scope.actions.isEmpty || scope.actions.contains(.read) }
    package var canWrite: Bool { scope.actions.isEmpty || scope.actions.contains { $0 != .read } }
}

extension FoldedText {
    /// Where the words of a phrase stand.
    fileprivate func places(of phrase: FoldedText) -> [Range<Int>] {
        guard contains(phrase) else { return [] }
        return (0...(bytes.count - phrase.bytes.count)).compactMap { start in
            bytes[start...].starts(with: phrase.bytes) ? start..<(start + phrase.bytes.count) : nil
        }
    }
}
