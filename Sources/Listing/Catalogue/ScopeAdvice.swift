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
    /// Of the least set, those of which nobody has said how much harm they can do, while it is said of others.
    let unclassified: [String]
    /// Whether some scope of the least set is known by documents alone.
    let isByDocumentsAlone: Bool
    /// What is asked for, where it is enough, does no more harm and opens fewer operations than the least set.
    let narrowerRequest: NarrowerRequest?

    /// A set of more scopes than the least one that opens less.
    struct NarrowerRequest: Sendable {
        /// Without what can be left out.
        let scopes: [String]
        let operationCount: Int
        let operationCountOfLeast: Int
    }

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
        narrowerRequest = NarrowerRequest(requested, than: least, for: known, in: catalogue)
        isByDocumentsAlone = least.contains { catalogue.scope($0)?.isWritten == false }
        unclassified = least.filter { catalogue.scope($0).map(catalogue.harm.isUnknown) ?? false }
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
        let needed = narrowerRequest?.scopes ?? least
        return requested.filter { !needed.contains($0) }
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

extension ScopeAdvice.NarrowerRequest {
    /// nil where the least set is the lesser one in this respect as well.
    init?(_ requested: [String], than least: [String], for operations: [Operation], in catalogue: Catalogue) {
        let needs = OperationNeeds(of: operations, in: catalogue)
        guard let scopes = needs.leastScopes(among: requested), Set(scopes) != Set(least),
            worstHarm(of: scopes, in: catalogue) <= worstHarm(of: least, in: catalogue)
        else { return nil }
        self.scopes = scopes
        operationCount = Self.operationCount(of: scopes, in: catalogue)
        operationCountOfLeast = Self.operationCount(of: least, in: catalogue)
        guard operationCount < operationCountOfLeast else { return nil }
    }

    private static func operationCount(of scopes: [String], in catalogue: Catalogue) -> Int {
        let granted = scopes.reduce(into: Set<String>()) { $0.formUnion(catalogue.scopesGranted(by: $1)) }
        return catalogue.operations.count { !$0.scopes.isEmpty && $0.isAllowed(by: granted) }
    }
}

private func worstHarm(of scopes: [String], in catalogue: Catalogue) -> CatalogueScope.Sensitivity {
    scopes.map { catalogue.harm.sensitivity(of: catalogue.scope($0)) }.max() ?? .normal
}

extension ScopeAdvice {
    /// For people; a name that others wrote may hold anything.
    package var lines: [String] {
        var lines = ["listing '\(id)' asks for \(quotedList(requested, or: "no scope"))"]
        switch least {
        case let least?:
            let doubt = isProved ? "" : " (there are too many ways to choose to prove that no less is enough)"
            lines.append("least set for its operations: \(quotedList(least, or: "none"))" + doubt)
            if isByDocumentsAlone {
                lines.append("  documents tell which calls a scope is enough for, and not how much it gives")
            }
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
        if let request = narrowerRequest {
            lines += [
                "",
                "\(quotedList(request.scopes, or: "")), which is asked for, is enough as well and opens fewer operations of "
                    + "the catalogue: \(request.operationCount), and not \(request.operationCountOfLeast)",
            ]
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
        return section(
            "of the least set",
            harmful + unclassified.map { "the catalogue does not say how sensitive '\($0)' is" }
        )
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
            if let narrowerRequest { json.member("narrowerRequest", narrowerRequest.scopes) }
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
