import Diagnostics

/// Which blocks a parent tag can override: those of the parent and of all that the parent brings in.
struct ParameterNames {
    private let templates: [String: Template]
    private var found: [String: Set<String>?] = [:]

    init(of templates: [String: Template]) {
        self.templates = templates
    }

    /// Nil when it cannot be known, because a template on the way is missing or chosen while rendering.
    mutating func reachable(from name: String) -> Set<String>? {
        if let known = found[name] { return known }
        let names = collect(from: name)
        found[name] = .some(names)
        return names
    }

    private func collect(from entry: String) -> Set<String>? {
        var parameters: Set<String> = []
        var seen: Set<String> = [entry]
        var open = [entry]
        while let next = open.popLast() {
            guard let template = templates[next] else { return nil }
            for node in template.nodes {
                let name = template.name(of: node)
                switch node.kind {
                case .parameter: parameters.insert(name)
                case .partial, .parent:
                    if node.isDynamic { return nil }
                    if seen.insert(name).inserted { open.append(name) }
                default: break
                }
            }
        }
        return parameters
    }
}
