/// The blocks that the parent tags around the current place override.
///
/// Of several overrides of one block the outermost wins. A block inside overriding content is a parameter of the
/// template in which that content is written, so there only the overrides given to that template count.
struct Overrides {
    private struct Scope {
        let template: Template
        /// The parent tag whose arguments these are.
        let parent: Int
        /// The scope around this one, -1 for none.
        let outer: Int
    }

    struct Override {
        let template: Template
        let argument: Int
        fileprivate let outer: Int
    }

    /// Enough to tell whether the same overrides are in reach.
    struct ScopeIdentity: Hashable {
        let template: String
        let parent: Int
    }

    private var scopes: [Scope] = []
    private var innermost = -1

    mutating func push(_ template: Template, _ parent: Int) {
        scopes.append(Scope(template: template, parent: parent, outer: innermost))
        innermost = scopes.count - 1
    }

    mutating func pop() {
        if let scope = scopes.popLast() { innermost = scope.outer }
    }

    /// Leaves only what counts inside the override; gives what `leave` needs to restore the rest.
    mutating func enter(_ override: Override) -> Int {
        defer { innermost = override.outer }
        return innermost
    }

    mutating func leave(restoring visible: Int) {
        innermost = visible
    }

    var visible: [ScopeIdentity] {
        var identities: [ScopeIdentity] = []
        var index = innermost
        while index >= 0 {
            identities.append(ScopeIdentity(template: scopes[index].template.name, parent: scopes[index].parent))
            index = scopes[index].outer
        }
        return identities
    }

    func override(of block: String) -> Override? {
        var found: Override?
        var index = innermost
        while index >= 0 {
            let scope = scopes[index]
            if let argument = scope.template.arguments[scope.parent]?[block] {
                found = Override(template: scope.template, argument: argument, outer: scope.outer)
            }
            index = scope.outer
        }
        return found
    }
}
