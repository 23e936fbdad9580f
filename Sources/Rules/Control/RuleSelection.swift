import Diagnostics

/// The rules that a single run is asked to apply.
package struct RuleSelection: Sendable {
    /// nil: all of them.
    private let selected: Set<String>?

    package static let all = RuleSelection(selected: nil)

    private init(selected: Set<String>?) {
        self.selected = selected
    }

    /// - Parameters:
    ///   - only: ids or families; empty for all.
    ///   - except: ids or families that are left out of those.
    ///   - keepsCore: whether core rules stay whatever is asked for, as they must where a site is published.
    package init(only: [String], except: [String], keepsCore: Bool) throws(RuleSelectionError) {
        let wanted = only.isEmpty ? Set(RuleRegistry.descriptions.map(\.id)) : try Self.rules(named: only)
        let unwanted = try Self.rules(named: except)
        let core = RuleRegistry.descriptions.filter(\.isCore).map(\.id)
        if keepsCore, let refused = except.first(where: core.contains) {
            throw RuleSelectionError("rule '\(refused)' is core and cannot be left out where a site is published")
        }
        selected = wanted.subtracting(unwanted).union(keepsCore ? core : [])
    }

    package func has(_ rule: String) -> Bool { selected?.contains(rule) ?? true }

    private static func rules(named names: [String]) throws(RuleSelectionError) -> Set<String> {
        var found: Set<String> = []
        for name in names {
            let rules = RuleRegistry.descriptions.map(\.id).filter { $0 == name || RuleFamily.name(ofRule: $0) == name }
            guard !rules.isEmpty else {
                let guess = closestMatch(to: name, among: RuleFamily.all + RuleRegistry.descriptions.map(\.id))
                throw RuleSelectionError("there is no rule and no family of rules '\(name)'" + didYouMean(guess))
            }
            found.formUnion(rules)
        }
        return found
    }
}

/// A rule or family that was asked for and cannot be had.
package struct RuleSelectionError: Error, Sendable {
    package let message: String

    init(_ message: String) {
        self.message = message
    }
}
