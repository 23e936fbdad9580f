import Diagnostics
import Listing
import LocatedJSON

/// Reports a data statement whose direction is not that of the scopes in use.
struct PolicyDataDirection: Rule {
    static let description = RuleDescription(
        id: "policy-data-direction",
        summary: "A data statement says of reading and writing what the scopes in use allow.",
        rationale: """
            "Write only" beside a scope that can only read is false, whichever of the two was meant. A scope that allows \
            both proves nothing: it may be used for one of them, and so does one that allows to manage. What a scope grants \
            counts as well. Several statements on the same scope count together.
            """,
        flagged: [
            example(scope: "users:read", data: #"{"object": "Users", "direction": ⟦"write"⟧}"#),
            example(scope: "events:send", data: #"{"object": "Events", "direction": ⟦"both"⟧}"#),
        ],
        allowed: [
            example(scope: "users:read", data: #"{"object": "Users", "direction": "read"}"#),
            example(scope: "segments:manage", data: #"{"object": "Segments", "direction": "write"}"#),
            example(scope: "users:read", data: #"{"object": "Workspace ID", "direction": "write"}"#),
            example(scope: "products:manage", data: #"{"object": "Products", "direction": "both"}"#),
            example(scope: "products:manage", data: #"{"object": "Products", "direction": "read"}"#),
            example(scope: "orders:write", data: #"{"object": "Orders", "direction": "both"}"#),
        ]
    )

    private static func example(scope: String, data: String) -> RuleExample {
        RuleExample(
            manifest: """
                {"scopes": [{"id": "\(scope)"}], "features": [{"id": "a", "scopes": ["\(scope)"]}], "data": [\(data)]}
                """,
            catalogue: dataCatalogue
        )
    }

    func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {
        guard let manifest = listing.manifest, !manifest.data.isEmpty else { return }
        let cover = DataCover(of: listing)
        for (position, statement) in manifest.data.enumerated() {
            guard let direction = statement.direction else { continue }
            let scopes = cover.scopes.filter { $0.statements.contains(position) }
            guard !scopes.isEmpty,
                let fault = missing(from: scopes, of: direction, at: position, cover)
                    ?? unstated(by: scopes, manifest.data)
            else { continue }
            findings.report(
                "'\(statement.object.value)' has the direction \"\(direction.rawValue)\", but \(fault)",
                at: statement.directionRange ?? statement.object.range
            )
        }
    }

    private func missing(
        from scopes: [DataCover.OpenedScope],
        of direction: DataStatement.Direction,
        at position: Int,
        _ cover: DataCover
    ) -> String? {
        if direction != .write, !scopes.contains(where: \.canRead), !cover.readByGrant.contains(position) {
            return "no scope in use reads it"
        }
        if direction != .read, !scopes.contains(where: \.canWrite), !cover.writtenByGrant.contains(position) {
            return "no scope in use writes it"
        }
        return nil
    }

    private func unstated(by scopes: [DataCover.OpenedScope], _ statements: [DataStatement]) -> String? {
        if let scope = scopes.first(where: { !$0.canWrite && !$0.isStated(.read, in: statements) }) {
            return "'\(scope.scope.id.value)' reads it"
        }
        if let scope = scopes.first(where: { !$0.canRead && !$0.isStated(.write, in: statements) }) {
            return "'\(scope.scope.id.value)' writes it"
        }
        return nil
    }
}

extension DataCover.OpenedScope {
    fileprivate func isStated(_ direction: DataStatement.Direction, in all: [DataStatement]) -> Bool {
        statements.contains { all[$0].direction == direction || all[$0].direction == .both }
    }
}
