extension TemplateLibrary {
    /// The templates that are brought in when one of `entries` is rendered, these included.
    package func names(reachableFrom entries: some Sequence<String>) -> Set<String> {
        var reached: Set<String> = []
        var pending = Array(entries)
        while let name = pending.popLast() {
            guard reached.insert(name).inserted, let template = self[name] else { continue }
            for node in template.nodes where !node.isDynamic && (node.kind == .partial || node.kind == .parent) {
                pending.append(template.name(of: node))
            }
        }
        return reached
    }
}
