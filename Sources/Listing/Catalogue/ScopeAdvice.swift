import Evidence
import LocatedJSON

/// What a listing has to ask for so that its features can call what they name, beside what it asks for.
package struct ScopeAdvice: Sendable {
    package struct Call: Sendable {
        package let feature: String
        package let operation: String
        /// Quotes the whole formula; empty where no scope is needed, nil where nobody says.
        package let formula: String?
        /// Those of the least set that it needs.
        package let scopes: [String]
    }

    package let id: String
    package let requested: [String]
    /// nil where some operation needs what nobody can be granted.
    package let least: [String]?
    package let isProved: Bool
    package let calls: [Call]
    /// What could not be told, each as a sentence.
    package let unchecked: [String]
    package let sensitivities: [String: CatalogueScope.Sensitivity]

    package init(of listing: ParsedListing) {
        let catalogue = listing.catalogue
        let features = (listing.manifest?.features ?? []).filter { $0.status != .planned }
        let named = features.flatMap { feature in feature.operations.map { (feature, $0.value) } }
        let operations = named.compactMap { catalogue.operation($0.1) }
        let known = operations.filter(\.need.isKnown)
        requested = (listing.manifest?.scopes ?? []).map(\.id.value)
        let found = LeastScopes(for: known, in: catalogue, requested: Set(requested))
        let least = found?.scopes ?? []
        id = listing.id
        self.least = found?.scopes
        let granted = requested.reduce(into: Set<String>()) { $0.formUnion(catalogue.scopesGranted(by: $1)) }
        // Another way that is no less than what is asked for is not needed.
        missing = known.allSatisfy { $0.isAllowed(by: granted) } ? [] : least.filter { !granted.contains($0) }
        isProved = found?.isProved ?? false
        calls = named.compactMap { feature, name in
            catalogue.operation(name).map { operation in
                Call(
                    feature: feature.id.value,
                    operation: name,
                    formula: operation.need.isKnown ? operation.formula : nil,
                    scopes: Self.scopes(of: least, for: operation, in: catalogue)
                )
            }
        }
        unchecked =
            features.filter { $0.operations.isEmpty && !$0.scopes.isEmpty }
            .map { "feature '\($0.id.value)' names no operation" }
            + named.filter { catalogue.operation($0.1) == nil }
            .map { "feature '\($0.id.value)' names '\($1)', which the catalogue has not" }
            + named.filter { catalogue.operation($0.1)?.need.isKnown == false }
            .map { "nobody says what '\($1)' needs" }
        sensitivities = Dictionary(
            (least + requested).map { ($0, catalogue.scope($0)?.sensitivity ?? .normal) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// Scopes of the least set that no request grants; nothing where every operation can be called already.
    package let missing: [String]

    /// Requested scopes that the least set does without; nothing as long as some need is not known.
    package var spare: [String] {
        guard let least, unchecked.isEmpty else { return [] }
        return requested.filter { !least.contains($0) }
    }

    private static func scopes(of least: [String], for operation: Operation, in catalogue: Catalogue) -> [String] {
        let granted = Dictionary(least.map { ($0, catalogue.scopesGranted(by: $0)) }, uniquingKeysWith: { $1 })
        let all = granted.values.reduce(into: Set<String>()) { $0.formUnion($1) }
        guard let set = operation.scopes.first(where: { set in set.allSatisfy { all.contains($0.value) } }) else {
            return []
        }
        return least.filter { scope in set.contains { granted[scope]?.contains($0.value) ?? false } }
    }
}

extension ScopeAdvice {
    /// For people; a name that others wrote may hold anything.
    package var lines: [String] {
        var lines = ["listing '\(id)' asks for \(quotedList(requested, or: "no scope"))"]
        switch least {
        case let least?:
            let doubt = isProved ? "" : " (there are too many ways to choose to prove that no less is enough)"
            lines.append("least set for its operations: \(quotedList(least, or: "none"))" + doubt)
        case nil: lines.append("no set of scopes that can be asked for is enough for its operations")
        }
        for (feature, calls) in callsByFeature {
            lines += ["", "feature '\(feature)'"]
            lines += calls.map { call in
                switch call.formula {
                case nil: "  \(call.operation): nobody says what it needs"
                case "": "  \(call.operation) needs no scope"
                case let formula?:
                    "  \(call.operation) needs \(formula)"
                        + (call.scopes.isEmpty ? "" : ", granted by \(quotedList(call.scopes, or: ""))")
                }
            }
        }
        lines += sensitivityLines
        lines += section("not asked for, and needed", missing.map { "'\($0)'" })
        lines += section("asked for, and not in the least set", spare.map { "'\($0)'" })
        lines += section("not checked", unchecked)
        return lines
    }

    private var callsByFeature: [(String, [Call])] {
        var order: [String] = []
        var groups: [String: [Call]] = [:]
        for call in calls {
            if groups[call.feature] == nil { order.append(call.feature) }
            groups[call.feature, default: []].append(call)
        }
        return order.map { ($0, groups[$0] ?? []) }
    }

    private var sensitivityLines: [String] {
        let harmful = (least ?? []).compactMap { scope in
            sensitivities[scope].flatMap { $0 == .normal ? nil : "'\(scope)' is \($0.rawValue)" }
        }
        return section("of the least set", harmful)
    }

    private func section(_ title: String, _ lines: [String]) -> [String] {
        lines.isEmpty ? [] : ["", "\(title):"] + lines.map { "  \($0)" }
    }

    private func quotedList(_ names: [String], or nothing: String) -> String {
        names.isEmpty ? nothing : names.map { "'\($0)'" }.joined(separator: ", ")
    }

    package var json: String {
        var json = JSONWriter(.pretty)
        json.object { json in
            json.member("listing", id)
            json.member("requested", requested)
            if let least { json.member("least", least) }
            json.member("proved", isProved)
            json.member("missing", missing)
            json.member("spare", spare)
            json.key("calls")
            json.array { json in
                for call in calls {
                    json.object { json in
                        json.member("feature", call.feature)
                        json.member("operation", call.operation)
                        if let formula = call.formula { json.member("needs", formula) }
                        json.member("scopes", call.scopes)
                    }
                }
            }
            json.member("notChecked", unchecked)
        }
        return json.text
    }
}
