import LocatedJSON

/// The fewest and mildest scopes that are enough for a number of operations.
///
/// Least is what has the fewest scopes that the platform has retired, then the fewest restricted ones, then the fewest
/// sensitive ones, then the fewest in whose place the platform names another as the least, then the fewest at all, then
/// the fewest that do more than read, then what opens least besides. Each operation takes one of its sets of scopes;
/// all ways to choose are gone through, but those that cannot become better than the best so far.
package struct LeastScopes: Sendable {
    /// In the order of the catalogue.
    package let scopes: [String]
    /// False where there were too many ways to choose to go through them all: then less may be enough.
    package let isProved: Bool

    /// nil where scopes that nobody can be granted would be needed.
    ///
    /// - Parameter requested: what is asked for already, which wins where another set is no less.
    package init?(for operations: [Operation], in catalogue: Catalogue, requested: Set<String> = []) {
        var search = LeastScopesSearch(operations, catalogue, requested)
        search.run()
        guard let found = search.best.map({ Array($0.scopes) }) ?? Self.anySet(for: operations, in: catalogue) else {
            return nil
        }
        scopes = catalogue.inOrder(found)
        isProved = !search.isCutShort
    }

    /// What is enough, where the search came to no end.
    private static func anySet(for operations: [Operation], in catalogue: Catalogue) -> [String]? {
        let offered = catalogue.scopes.map(\.id.value).filter { catalogue.requestable(for: $0) == [$0] }
        return OperationNeeds(of: operations, in: catalogue).leastScopes(among: offered)
    }
}

extension Catalogue {
    /// Ids in the order of the catalogue's entries.
    package func inOrder(_ ids: some Collection<String>) -> [String] {
        let wanted = Set(ids)
        var seen: Set<String> = []
        let known = scopes.map(\.id.value).filter { wanted.contains($0) && seen.insert($0).inserted }
        return known + wanted.subtracting(known).sorted()
    }

    /// What can be asked for to hold a scope: the scope itself, or the keys that it is a part of and granted with alone.
    package func requestable(for id: String) -> [String] {
        guard scope(id)?.kind == .keyPermission else { return [id] }
        let keys = scopes.filter { $0.kind == .bundle && members(of: $0.id.value).contains(id) }.map(\.id.value)
        return keys.isEmpty ? [id] : keys
    }
}

private struct LeastScopesSearch {
    struct Choice {
        var scopes: Set<String> = []
        var cost = Cost()
    }

    struct Cost: Comparable {
        var retired = 0
        var restricted = 0
        var sensitive = 0
        /// For how many operations something else was chosen than what the platform names as the least.
        var againstLeast = 0
        var count = 0
        /// How many do more than read.
        var changing = 0
        /// How many scopes it grants.
        var breadth = 0
        /// How many of the catalogue's operations make use of it.
        var operations = 0
        /// How many of the scopes are not asked for yet.
        var unrequested = 0

        static func < (left: Cost, right: Cost) -> Bool {
            let weight = (left.retired, left.restricted, left.sensitive, left.againstLeast, left.count)
            let other = (right.retired, right.restricted, right.sensitive, right.againstLeast, right.count)
            guard weight == other else { return weight < other }
            return (left.changing, left.breadth, left.operations, left.unrequested)
                < (right.changing, right.breadth, right.operations, right.unrequested)
        }
    }

    /// Far more than the operations of any real listing need, and done in well under a second.
    private static let mostSteps = 50_000
    /// Bounds how deep the search goes.
    private static let mostScopes = 256
    private static let mostWaysOfOperation = 256

    private let catalogue: Catalogue
    private let operations: [Operation]
    private let requested: Set<String>
    /// How many operations of the catalogue name a scope.
    private let uses: [String: Int]
    private var ways: [String: [[String]]] = [:]
    private var closures: [String: Set<String>] = [:]
    private var steps = 0
    private(set) var isCutShort = false
    private(set) var best: Choice?

    init(_ operations: [Operation], _ catalogue: Catalogue, _ requested: Set<String>) {
        self.catalogue = catalogue
        self.requested = requested
        uses = catalogue.operations.reduce(into: [:]) { uses, operation in
            for scope in operation.namedScopes { uses[scope, default: 0] += 1 }
        }
        var seen: Set<[[String]]> = []
        // Operations that need the same are one, and one without a choice decides for those that have one.
        self.operations = operations.filter { operation in
            !operation.scopes.isEmpty && seen.insert(operation.scopes.map { $0.map(\.value) }).inserted
        }
        .sorted { ($0.scopes.count, $0.id.value) < ($1.scopes.count, $1.id.value) }
    }

    mutating func run() { choose(from: 0, Choice(), holding: []) }

    /// Goes as deep as there are operations that need something different.
    private mutating func choose(from first: Int, _ choice: Choice, holding held: Set<String>) {
        steps += 1
        guard steps <= Self.mostSteps, choice.scopes.count <= Self.mostScopes else {
            isCutShort = true
            return
        }
        if let best, choice.cost >= best.cost { return }
        guard let next = operations[first...].indices.first(where: { !operations[$0].isAllowed(by: held) }) else {
            best = choice
            return
        }
        let further = ways(of: operations[next], beside: choice)
        for way in further {
            let granted = way.scopes.subtracting(choice.scopes).reduce(into: held) { $0.formUnion(closure(of: $1)) }
            choose(from: next + 1, way, holding: granted)
            if isCutShort, best != nil { return }
        }
    }

    /// What a choice can become so that the operation may be called, the least first.
    private mutating func ways(of operation: Operation, beside choice: Choice) -> [Choice] {
        let least = Set(operation.least.map(\.value))
        var found: [(choice: Choice, name: String)] = []
        for way in ways(of: operation) {
            let scopes = choice.scopes.union(way)
            var cost = cost(of: scopes)
            cost.againstLeast = choice.cost.againstLeast + (least.isEmpty || least == Set(way) ? 0 : 1)
            found.append((Choice(scopes: scopes, cost: cost), way.joined(separator: " ")))
        }
        return found.sorted { left, right in
            left.choice.cost == right.choice.cost ? left.name < right.name : left.choice.cost < right.choice.cost
        }
        .map(\.choice)
    }

    private mutating func ways(of operation: Operation) -> [[String]] {
        if let known = ways[operation.id.value] { return known }
        let all = operation.scopes.flatMap { set in
            set.map { catalogue.requestable(for: $0.value) }.reduce([[]]) { ways, givers in
                ways.count * givers.count > Self.mostWaysOfOperation
                    ? ways.map { $0 + givers.prefix(1) } : ways.flatMap { way in givers.map { way + [$0] } }
            }
        }
        ways[operation.id.value] = all
        return all
    }

    private mutating func closure(of id: String) -> Set<String> {
        if let known = closures[id] { return known }
        let closure = catalogue.scopesGranted(by: id)
        closures[id] = closure
        return closure
    }

    private mutating func cost(of scopes: Set<String>) -> Cost {
        var cost = Cost(count: scopes.count)
        var granted: Set<String> = []
        for scope in scopes {
            let found = catalogue.scope(scope)
            if found?.isDeprecated == true { cost.retired += 1 }
            if found?.onlyReads != true { cost.changing += 1 }
            switch catalogue.harm.sensitivity(of: found) {
            case .normal: break
            case .sensitive: cost.sensitive += 1
            case .restricted: cost.restricted += 1
            }
            granted.formUnion(closure(of: scope))
        }
        cost.breadth = granted.count
        cost.operations = granted.reduce(0) { $0 + (uses[$1] ?? 0) }
        cost.unrequested = scopes.subtracting(requested).count
        return cost
    }
}
