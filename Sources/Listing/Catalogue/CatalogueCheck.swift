import Diagnostics
import Evidence
import LocatedJSON

/// Finds what makes a catalogue contradict itself: every listing is judged by it, so it has to be sound.
struct CatalogueCheck {
    private let catalogue: Catalogue

    init(_ catalogue: Catalogue) {
        self.catalogue = catalogue
    }

    func run(reporting report: inout DiagnosticReport) {
        reportDuplicates(of: catalogue.products.map(\.id), "product", to: &report)
        reportDuplicateScopes(to: &report)
        reportDuplicates(of: catalogue.operations.map(\.id), "operation", to: &report)
        reportAmbiguousPaths(to: &report)
        for scope in catalogue.scopes { check(scope, reporting: &report) }
        for operation in catalogue.operations { check(operation, reporting: &report) }
    }

    private func reportDuplicates(
        of ids: [Located<String>],
        _ kind: String,
        to report: inout DiagnosticReport
    ) {
        var first: [String: SourceRange] = [:]
        for id in ids {
            guard let earlier = first.updateValue(first[id.value] ?? id.range, forKey: id.value) else { continue }
            report.error(
                "catalogue-id-duplicated",
                "\(kind) '\(id.value)' stands twice in the catalogue",
                at: id.range,
                notes: [Note("first here", at: earlier)]
            )
        }
    }

    /// The same id may stand once for each actor: what a bot may do with it is not what a user may.
    private func reportDuplicateScopes(to report: inout DiagnosticReport) {
        for (id, scopes) in Dictionary(grouping: catalogue.scopes, by: \.id.value).sorted(by: { $0.key < $1.key }) {
            for (index, scope) in scopes.enumerated().dropFirst() {
                let earlier = scopes[..<index].first { other in
                    other.actors.isEmpty || scope.actors.isEmpty || !Set(other.actors).isDisjoint(with: scope.actors)
                }
                guard let earlier else { continue }
                report.error(
                    "catalogue-id-duplicated",
                    "scope '\(id)' stands twice in the catalogue for the same actor",
                    at: scope.id.range,
                    notes: [Note("first here", at: earlier.id.range)]
                )
            }
        }
    }

    /// Operations of the catalogue's own that take the same requests; a document's own are told where it is read.
    private func reportAmbiguousPaths(to report: inout DiagnosticReport) {
        var first: [String: Operation] = [:]
        for operation in catalogue.operations where operation.id.range.path == catalogue.path {
            let earlier = shapes(of: operation).compactMap { shape in
                if first[shape] == nil { first[shape] = operation }
                return first[shape]
            }
            .first { $0.id.value != operation.id.value }
            guard let earlier else { continue }
            report.warning(
                "api-path-ambiguous",
                "operation '\(operation.id.value)' cannot be told from '\(earlier.id.value)' by its method and path: "
                    + "requests may be for either",
                at: operation.id.range,
                notes: [Note("first here", at: earlier.id.range)]
            )
        }
    }

    /// What two operations share that take the same requests.
    private func shapes(of operation: Operation) -> [String] {
        operation.addresses.map { address in
            let host = address.host.map { PathTemplate($0).shape } ?? ""
            let path = address.path.prefix { $0 != "?" && $0 != "#" }
            return "\(operation.method) \(host)\(PathTemplate(String(path)).shape)"
        }
    }

    private func check(_ scope: CatalogueScope, reporting report: inout DiagnosticReport) {
        for other in scope.implies + scope.members + [scope.replacedBy].compactMap(\.self) {
            reportUnlessKnown(other, to: &report)
        }
        for granted in scope.implies + scope.members
        where catalogue.scopesGranted(by: granted.value).contains(scope.id.value) {
            report.error(
                "catalogue-cycle",
                "'\(granted.value)' grants '\(scope.id.value)' in turn, so neither is wider than the other",
                at: granted.range
            )
        }
        if scope.kind == .bundle, scope.members.isEmpty {
            report.error("catalogue-bundle-empty", "bundle '\(scope.id.value)' has no \"members\"", at: scope.id.range)
        } else if scope.kind != .bundle, let member = scope.members.first {
            report.error(
                "catalogue-bundle-empty",
                "'\(scope.id.value)' has \"members\", but its \"kind\" is not \"bundle\"",
                at: member.range
            )
        }
    }

    private func check(_ operation: Operation, reporting report: inout DiagnosticReport) {
        for scope in operation.scopes.joined() { reportUnlessKnown(scope, to: &report) }
        for scope in operation.least { reportUnlessKnown(scope, to: &report) }
    }

    private func reportUnlessKnown(_ scope: Located<String>, to report: inout DiagnosticReport) {
        guard catalogue.scope(scope.value) == nil, !catalogue.lacksDocument else { return }
        let guess = closestMatch(to: scope.value, among: catalogue.scopes.map(\.id.value))
        report.error(
            "catalogue-scope-unknown",
            "the catalogue has no scope '\(scope.value)'" + (guess.map { "; did you mean '\($0)'?" } ?? ""),
            at: scope.range
        )
    }
}
