import Diagnostics
package import LocatedJSON

/// Reports what in a document makes it doubtful what its calls are or need, whichever way its lists are meant.
struct APIDescriptionCheck {
    private let description: APIDescription

    init(_ description: APIDescription) {
        self.description = description
    }

    func run(reporting report: inout DiagnosticReport) {
        reportOperationsWithoutID(to: &report)
        reportRepeatedIDs(to: &report)
        reportAmbiguousPaths(to: &report)
        reportUndeclaredScopes(to: &report)
        reportMissingScopes(to: &report)
    }

    private func reportOperationsWithoutID(to report: inout DiagnosticReport) {
        let nameless = description.operations.filter { $0.id.value == $0.methodAndPath }
        guard let first = nameless.first else { return }
        report.warning(
            "api-operation-id-missing",
            "\(nameless.count == 1 ? "an operation has" : "\(nameless.count) operations have") no id: "
                + "\(nameless.count == 1 ? "it is" : "they are") named by method and path, as '\(first.id.value)'",
            at: first.id.range
        )
    }

    private func reportRepeatedIDs(to report: inout DiagnosticReport) {
        var first: [String: DescribedOperation] = [:]
        var repeated: [(later: DescribedOperation, earlier: DescribedOperation)] = []
        for operation in description.operations {
            if let earlier = first[operation.id.value] {
                repeated.append((operation, earlier))
            } else {
                first[operation.id.value] = operation
            }
        }
        report.warning("api-operation-id-repeated", ofMany: repeated) { later, earlier in
            DescriptionWarning(
                "'\(later.id.value)' is the id of another operation already; this one is named by method and path, as "
                    + "'\(later.methodAndPath)'",
                at: later.id.range,
                [Note("first here", at: earlier.id.range)]
            )
        }
    }

    /// Two paths that differ in the names of their parameters alone are one path.
    private func reportAmbiguousPaths(to report: inout DiagnosticReport) {
        var first: [String: DescribedOperation] = [:]
        var ambiguous: [(later: DescribedOperation, earlier: DescribedOperation)] = []
        for operation in description.operations {
            let host = operation.addresses.first?.host ?? ""
            let shape = "\(operation.method) \(host)\(PathTemplate(operation.path).shape)"
            if let earlier = first[shape] {
                ambiguous.append((operation, earlier))
            } else {
                first[shape] = operation
            }
        }
        report.warning("api-path-ambiguous", ofMany: ambiguous) { later, earlier in
            DescriptionWarning(
                "'\(later.methodAndPath)' cannot be told from '\(earlier.methodAndPath)': requests may be for either",
                at: later.id.range,
                [Note("first here", at: earlier.id.range)]
            )
        }
    }

    private func reportUndeclaredScopes(to report: inout DiagnosticReport) {
        // A document without any declaration leaves them to others, which is no mistake of each use.
        guard !description.scopes.isEmpty else { return }
        let declared = description.scopes.map(\.id.value).sorted()
        var seen = Set(declared)
        let undeclared = description.operations.flatMap(\.namedScopes).filter { seen.insert($0.value).inserted }
        report.warning("api-scope-undeclared", ofMany: undeclared) { scope in
            let guess = closestMatch(to: scope.value, among: declared)
            return DescriptionWarning(
                "an operation needs scope '\(scope.value)', which the document does not declare"
                    + (guess.map { "; did it mean '\($0)'?" } ?? ""),
                at: scope.range
            )
        }
    }

    private func reportMissingScopes(to report: inout DiagnosticReport) {
        guard let scope = description.scopes.first, !description.operations.isEmpty,
            description.operations.allSatisfy({ $0.namedScopes.isEmpty })
        else { return }
        report.warning(
            "api-operations-without-scopes",
            "the document declares scopes such as '\(scope.id.value)' and says of no operation which it needs",
            at: scope.id.range,
            notes: [Note("so nothing can be held against it but which operations there are")]
        )
    }
}

extension DescribedOperation {
    package var namedScopes: [Located<String>] {
        guard case .anyOf(let alternatives) = requirement else { return [] }
        return alternatives.joined().flatMap(\.scopes)
    }
}
