import Diagnostics

/// What is wrong with pages, each fault of a template once: it breaks off every page that brings the template in.
struct PageFaults {
    private var places: Set<SourceRange> = []

    /// Adds what was found on some pages to a report, without what others have been found to have.
    mutating func add(_ found: DiagnosticReport, to report: inout DiagnosticReport) {
        guard found.diagnostics.contains(where: Self.isOfTemplate) else { return report.add(contentsOf: found) }
        for diagnostic in found.diagnostics where isNew(diagnostic) { report.add(diagnostic) }
        for diagnostic in found.suppressed { report.add(diagnostic) }
    }

    private mutating func isNew(_ diagnostic: Diagnostic) -> Bool {
        guard Self.isOfTemplate(diagnostic), let place = diagnostic.range else { return true }
        return places.insert(place).inserted
    }

    private static func isOfTemplate(_ diagnostic: Diagnostic) -> Bool {
        diagnostic.id == "template-nested-too-deeply"
    }
}
