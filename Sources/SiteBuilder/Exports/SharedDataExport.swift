import Diagnostics
import Listing
import LocatedJSON
import Rules

/// HubSpot's table of shared data: each object that the scopes open, and in which direction it goes.
struct SharedDataExport {
    private let manifest: IntegrationManifest
    private let cover: DataCover
    private let requested: Set<String>

    init(of listing: ParsedListing, _ manifest: IntegrationManifest) {
        self.manifest = manifest
        cover = DataCover(of: listing, tellsNames: true)
        requested = Set(manifest.scopes.map(\.id.value))
    }

    /// The table is refused where it leaves out an object that the scopes open.
    func check(reporting report: inout DiagnosticReport) {
        var reported: Set<String> = []
        for scope in cover.scopes {
            for resource in scope.unnamedResources where reported.insert(resource).inserted {
                report.error(
                    "policy-data-statement-missing",
                    "\"data\" does not speak of \(resource), which '\(scope.scope.id.value)' opens",
                    at: scope.request.id.range,
                    notes: [
                        Note("the table of shared data has to name every object of the requested scopes"),
                        Note(DataCover.termsAdvice),
                    ]
                )
            }
        }
    }

    /// Rows that the marketplace will hold against the scopes in vain; some may be of what is no object of the platform.
    func reportUnopenedObjects(to report: inout DiagnosticReport) {
        let opened = Set(cover.scopes.flatMap(\.named))
        for (position, data) in manifest.data.enumerated() where !opened.contains(position) {
            report.warning(
                "export-object-unopened",
                "no scope in use opens '\(data.object.value)'",
                at: data.object.range,
                notes: [Note("the table of shared data is held against the requested scopes")]
            )
        }
    }

    var table: ExportTable {
        ExportTable(
            columns: [
                .init(key: "object", heading: "Object"), .init(key: "direction", heading: "Direction"),
                .init(key: "scopes", heading: "Scopes"), .init(key: "purpose", heading: "Purpose"),
                .init(key: "stored", heading: "Stored"), .init(key: "retention", heading: "Retention"),
                .init(key: "onDisconnect", heading: "On disconnect"),
                .init(key: "onUninstall", heading: "On uninstall"),
            ],
            rows: cover.objects.map(row)
        )
    }

    /// Statements on one object are one row.
    private func row(_ positions: [Int]) -> [ExportTable.Cell] {
        let statements = positions.map { manifest.data[$0] }
        let scopes = cover.scopes.filter { $0.named.contains(where: positions.contains) }
        let direction = direction(of: positions, scopes)
        let stored = statements.compactMap(\.isStored)
        func texts(_ texts: [String?]) -> ExportTable.Cell { .text(joinedTexts(texts.compactMap(\.self))) }
        return [
            .text(statements.first?.shownObject), .text(direction.word),
            .names(requests(opening: scopes.filter(direction.isThat))), texts(statements.map(\.purpose?.value)),
            .text(stored.isEmpty ? nil : stored.contains(true) ? "yes" : "no"),
            texts(statements.map(\.retention?.value)), texts(statements.map(\.onDisconnect?.value)),
            texts(statements.map(\.onUninstall?.value)),
        ]
    }

    /// What was requested: a bundle, and not its members, while what is requested by itself stands for itself.
    private func requests(opening scopes: [DataCover.OpenedScope]) -> [String] {
        var seen: Set<String> = []
        return scopes.map { requested.contains($0.scope.id.value) ? $0.scope.id.value : $0.request.id.value }
            .filter { seen.insert($0).inserted }
    }

    /// HubSpot holds the table against the scopes: what they allow counts, also where the statement says less.
    ///
    /// To manage an object is to write it, and is not counted as reading where the statement does not say so. A scope
    /// counts at the row that is its object alone; where there is none, at each that names it.
    private func direction(of positions: [Int], _ scopes: [DataCover.OpenedScope]) -> Direction {
        let stated = positions.compactMap { manifest.data[$0].direction }
        let told = scopes.filter { scope in
            !scope.scope.actions.isEmpty && (scope.exact.isEmpty || scope.exact.contains(where: positions.contains))
        }
        return Direction(
            reads: stated.contains { $0 != .write } || told.contains { $0.scope.actions.contains(.read) },
            writes: stated.contains { $0 != .read } || told.contains(where: \.canWrite)
        )
    }
}

private struct Direction {
    let reads: Bool
    let writes: Bool

    /// As HubSpot has it.
    var word: String? {
        switch (reads, writes) {
        case (true, true): "bi-directional"
        case (true, false): "read"
        case (false, true): "write"
        case (false, false): nil
        }
    }

    /// Whether a scope lets data go that way.
    func isThat(of scope: DataCover.OpenedScope) -> Bool { (reads && scope.canRead) || (writes && scope.canWrite) }
}
