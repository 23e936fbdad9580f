import Listing
import LocatedJSON

/// What may be done with a resource.
struct ActionSet: OptionSet, Sendable, Hashable {
    let rawValue: UInt8

    static let read = ActionSet(rawValue: 1)
    static let write = ActionSet(rawValue: 2)
    static let delete = ActionSet(rawValue: 4)
    static let all: ActionSet = [.read, .write, .delete]

    /// `manage` is what platforms say for everything.
    init(_ actions: [CatalogueScope.Action]) {
        self = actions.reduce(into: []) { set, action in
            switch action {
            case .read: set.insert(.read)
            case .write: set.insert(.write)
            case .delete: set.insert(.delete)
            case .manage: set = .all
            }
        }
    }

    init(rawValue: UInt8) { self.rawValue = rawValue }

    /// For messages.
    var names: [String] {
        [(ActionSet.read, "read"), (.write, "write"), (.delete, "delete")].filter { contains($0.0) }.map(\.1)
    }
}

/// The resources that the scopes of a catalogue open, and the words in which people speak of them.
struct ResourceCatalogue: Sendable {
    struct Opening: Sendable {
        let resource: Int
        let actions: ActionSet
    }

    private(set) var names: [String] = []
    /// Names of resources word by word, singular and plural, and the resources that each may mean.
    private(set) var terms: [[WordKey]: Set<Int>] = [:]
    /// What each scope opens, without what it implies.
    private(set) var openings: [String: Opening] = [:]
    /// The scopes that open a resource, in the order of the catalogue.
    private(set) var openers: [[String]] = []

    init(_ catalogue: Catalogue) {
        var indices: [String: Int] = [:]
        for scope in catalogue.scopes {
            guard let resource = scope.resource else { continue }
            let index = indices[resource] ?? names.count
            if index == names.count {
                indices[resource] = index
                names.append(resource)
                openers.append([])
            }
            // A scope without actions is taken to allow all of them, so that nobody is accused wrongly.
            let actions = scope.actions.isEmpty ? .all : ActionSet(scope.actions)
            openings[scope.id.value] = Opening(resource: index, actions: actions)
            openers[index].append(scope.id.value)
            for term in scope.terms + [resource] { add(term, of: index) }
        }
    }

    private mutating func add(_ term: String, of resource: Int) {
        let words = term.split(separator: " ").map(String.init)
        guard let last = words.last else { return }
        for ending in Set([last, singular(of: last), Inflection.plural(of: singular(of: last))]) {
            terms[words.dropLast().map { WordKey($0) } + [WordKey(ending)], default: []].insert(resource)
        }
    }

    private func singular(of noun: String) -> String {
        if noun.hasSuffix("ies") { return noun.dropLast(3) + "y" }
        return noun.hasSuffix("s") && !noun.hasSuffix("ss") ? String(noun.dropLast()) : noun
    }

    /// What a set of scopes opens, resource by resource.
    func actions(openedBy scopes: Set<String>) -> [ActionSet] {
        var actions = Array(repeating: ActionSet(), count: names.count)
        for scope in scopes {
            guard let opening = openings[scope] else { continue }
            actions[opening.resource].formUnion(opening.actions)
        }
        return actions
    }

    /// The scopes that would allow an action on one of some resources.
    func scopes(allowing action: ActionSet, on resources: Set<Int>) -> [String] {
        resources.sorted().flatMap { openers[$0] }.filter { id in
            openings[id].map { !$0.actions.isDisjoint(with: action) } ?? false
        }
    }
}
