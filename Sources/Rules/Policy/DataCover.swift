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
        /// Positions of statements whose object names it: by itself, not denied, and not within the longer name of another
        /// resource, as "contact lists" do not name contacts where there are such lists.
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
    /// Positions of statements on what a scope in use lets be read because of a scope that it grants.
    let readByGrant: Set<Int>
    /// The same of what it lets be written.
    let writtenByGrant: Set<Int>

    /// - Parameter tellsNames: whether to tell what an object names, for which each is held against all names of the
    ///   catalogue; without, ``OpenedScope/named`` and ``OpenedScope/exact`` are empty.
    package init(of listing: ParsedListing, tellsNames: Bool = false) {
        let manifest = listing.manifest
        let inUse = listing.usedScopes.intersection(listing.grantedScopes)
        scopes = inUse.sorted().compactMap { id in
            guard let scope = listing.catalogue.scope(id), scope.resource != nil,
                let request = manifest?.scopes.first(where: {
                    listing.catalogue.scopesGranted(by: $0.id.value).contains(id)
                })
            else { return nil }
            return OpenedScope(scope: scope, request: request)
        }
        let names = scopes.map { DataNames(of: $0.scope) }
        let objects = (manifest?.data ?? []).map { DataPhrase($0.object.value) }
        self.objects = Self.positions(of: objects)
        let granted = inUse.reduce(into: Set<String>()) { $0.formUnion(listing.catalogue.scopesGranted(by: $1)) }
            .subtracting(inUse).compactMap(listing.catalogue.scope)
        readByGrant = Self.positions(of: objects, fitting: granted.filter(\.mayRead))
        writtenByGrant = Self.positions(of: objects, fitting: granted.filter(\.mayWrite))
        for (position, object) in objects.enumerated() { add(object, position, names) }
        if tellsNames {
            let others = Self.allNames(in: listing.catalogue)
            for (position, object) in objects.enumerated() { addNames(in: object, position, names, among: others) }
        }
        for index in scopes.indices where scopes[index].isSpokenOf {
            scopes[index].silentParts = Self.silentParts(of: scopes[index].scope, objects)
        }
    }

    private static func allNames(in catalogue: Catalogue) -> Set<DataNames> {
        Set(catalogue.scopes.filter { $0.resource != nil }.map { DataNames(of: $0) })
    }

    /// A term that is no part's name may be a word for all of them.
    private static func silentParts(of scope: CatalogueScope, _ objects: [DataPhrase]) -> [String] {
        let resource = scope.resource ?? ""
        guard FoldedText(resource).contains(DataNames.conjunction) else { return [] }
        let written = resource.split(separator: " and ").map(String.init)
        let parts = written.map { DataPhrase($0) }
        let terms = scope.terms.map { DataPhrase($0) }.filter { !parts.contains($0) }
        guard !objects.contains(where: { object in terms.contains(where: object.contains) }) else { return [] }
        return zip(written, parts).filter { part in !objects.contains { $0.contains(part.1) } }.map(\.0)
    }

    private mutating func add(_ object: DataPhrase, _ position: Int, _ names: [DataNames]) {
        let fits = names.map { $0.weight(in: object) }
        let best = fits.max() ?? 0
        for index in scopes.indices where fits[index] > 0 {
            scopes[index].isSpokenOf = true
            if fits[index] == best { scopes[index].statements.append(position) }
        }
    }

    private mutating func addNames(
        in object: DataPhrase,
        _ position: Int,
        _ names: [DataNames],
        among others: Set<DataNames>
    ) {
        for index in scopes.indices where names[index].isNamed(by: object, among: others) {
            scopes[index].named.append(position)
            if names[index].areAll(of: object) { scopes[index].exact.append(position) }
        }
    }

    private static func positions(of objects: [DataPhrase]) -> [[Int]] {
        var rows: [FoldedText: Int] = [:]
        var positions: [[Int]] = []
        for (position, object) in objects.enumerated() {
            let row = object.readings.lazy.compactMap { rows[$0] }.first ?? positions.count
            if row == positions.count { positions.append([]) }
            positions[row].append(position)
            for reading in object.readings { rows[reading] = row }
        }
        return positions
    }

    private static func positions(of objects: [DataPhrase], fitting scopes: [CatalogueScope]) -> Set<Int> {
        guard !objects.isEmpty else { return [] }
        let names = scopes.map { DataNames(of: $0) }
        return Set(objects.indices.filter { position in names.contains { $0.weight(in: objects[position]) > 0 } })
    }
}

extension DataCover {
    /// For messages that no statement speaks of something.
    package static let termsAdvice =
        "where a statement calls it by another name, that belongs in \"terms\" of the scope in platform.json"
}

extension DataCover.OpenedScope {
    package var canRead: Bool { scope.mayRead }
    package var canWrite: Bool { scope.mayWrite }
}

extension CatalogueScope {
    /// To manage a thing may be to see it as well; it proves neither.
    fileprivate var mayRead: Bool { actions.isEmpty || actions.contains { $0 == .read || $0 == .manage } }
    fileprivate var mayWrite: Bool { actions.isEmpty || actions.contains { $0 != .read } }
}
