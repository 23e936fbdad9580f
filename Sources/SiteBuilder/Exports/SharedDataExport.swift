import Diagnostics
import Listing
import LocatedJSON
import Rules

/// HubSpot's table of shared data: each object that the scopes open, and in which direction it goes.
struct SharedDataExport {
    private let manifest: IntegrationManifest
    private let opened: [DataCover.OpenedScope]
    private let requested: Set<String>

    init(of listing: ParsedListing, _ manifest: IntegrationManifest) {
        self.manifest = manifest
        opened = DataCover(of: listing).scopes
        requested = Set(manifest.scopes.map(\.id.value))
    }

    /// The table is refused where it leaves out an object that the scopes open.
    func check(reporting report: inout DiagnosticReport) {
        var reported: Set<String> = []
        for scope in opened {
            for resource in scope.silentResources where reported.insert(resource).inserted {
                report.error(
                    "policy-data-statement-missing",
                    "\"data\" does not speak of \(resource), which '\(scope.scope.id.value)' opens",
                    at: scope.request.id.range,
                    notes: [Note("the table of shared data has to name every object of the requested scopes")]
                )
            }
        }
    }

    /// Rows that the marketplace will hold against the scopes in vain; some may be of what is no object of the platform.
    func reportUnopenedObjects(to report: inout DiagnosticReport) {
        let opened = Set(opened.flatMap(\.statements))
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
            rows: manifest.data.indices.map(row)
        )
    }

    private func row(_ position: Int) -> [ExportTable.Cell] {
        let data = manifest.data[position]
        let scopes = opened.filter { $0.statements.contains(position) }
        return [
            .text(data.shownObject), .text(direction(of: data, scopes)), .names(requests(opening: scopes)),
            .text(data.purpose?.value), .text(data.isStored.map { $0 ? "yes" : "no" }), .text(data.retention?.value),
            .text(data.onDisconnect?.value), .text(data.onUninstall?.value),
        ]
    }

    /// What was requested: a bundle, and not its members, while what is requested by itself stands for itself.
    private func requests(opening scopes: [DataCover.OpenedScope]) -> [String] {
        var seen: Set<String> = []
        return scopes.map { requested.contains($0.scope.id.value) ? $0.scope.id.value : $0.request.id.value }
            .filter { seen.insert($0).inserted }
    }

    /// HubSpot holds the table against the scopes: what they allow counts, also where the statement says less.
    private func direction(of data: DataStatement, _ scopes: [DataCover.OpenedScope]) -> String? {
        let told = scopes.filter { !$0.scope.actions.isEmpty }
        let reads = data.direction == .read || data.direction == .both || told.contains(where: \.canRead)
        let writes = data.direction == .write || data.direction == .both || told.contains(where: \.canWrite)
        return switch (reads, writes) {
        case (true, true): "bi-directional"
        case (true, false): "read"
        case (false, true): "write"
        case (false, false): nil
        }
    }
}
