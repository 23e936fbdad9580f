import Diagnostics
import Foundation
import Rules
import TestSupport

/// What has to hold of a report, whatever the input was.
struct OutcomeCheck: Sendable {
    private let knownIDs: Set<String>

    init() throws {
        knownIDs = try Self.idsOfParsers().union(RuleRegistry.descriptions.map(\.id))
    }

    /// Ids are written out where the diagnostics are made, and nowhere else.
    private static func idsOfParsers() throws -> Set<String> {
        let paths = try ["Evidence", "Listing", "LocatedJSON", "Markdown"].flatMap {
            try PackageFolder.files(below: "Sources/\($0)", ending: ".swift")
        }
        return try paths.reduce(into: []) { ids, path in
            let words = try PackageFolder.text(path).split(separator: "\"").map(String.init)
            ids.formUnion(
                words.filter { $0.contains("-") && $0.allSatisfy { $0.isASCII && ($0.isLowercase || $0 == "-") } }
            )
        }
    }

    /// What does not hold, in words; nothing is right.
    func faults(of outcome: MutatedListing.Outcome, in listing: MutatedListing) -> [String] {
        var texts = KnownTexts(listing)
        var faults: [String] = []
        if outcome.isChecked && outcome.report.hasErrors { faults.append("a listing with errors counts as checked") }
        if !outcome.isChecked && !outcome.report.hasErrors { faults.append("a listing without errors is not checked") }
        for diagnostic in outcome.report.diagnostics {
            if !knownIDs.contains(diagnostic.id) { faults.append("no one knows the id '\(diagnostic.id)'") }
            let places =
                [diagnostic.range] + diagnostic.notes.map(\.range)
                + diagnostic.fixes.flatMap { $0.edits.map(\.range) }
            for place in places {
                guard let place, let fault = texts.fault(of: place) else { continue }
                faults.append("\(diagnostic.id): \(place) \(fault)")
            }
        }
        return faults
    }

    /// Shows a report in all formats and applies its fixes: any of them may trip over what the checks got over.
    func render(_ report: DiagnosticReport, of listing: MutatedListing) -> [String] {
        let sources: SourceLookup = { listing.bytes(at: $0) }
        let fixes = report.diagnostics.flatMap(\.fixes)
        _ = FixApplier.apply(fixes, sources: sources)
        let summaries = RuleRegistry.descriptions.map { description in
            RuleSummary(id: description.id, severity: description.severity, summary: "", rationale: "", help: "")
        }
        let sarif = SARIFRenderer(version: "1", rules: summaries, exitCode: 1).render(report, sources: sources)
        let json = JSONRenderer().render(report, sources: sources)
        _ = [
            TextRenderer().render(report, sources: sources), GitHubRenderer().render(report, sources: sources),
            JUnitRenderer().render(report, sources: sources), FixRenderer().render(fixes, sources: sources),
        ]
        return [("SARIF", sarif), ("JSON", json)].compactMap { name, text in
            (try? JSONSerialization.jsonObject(with: Data(text.utf8))) == nil ? "the \(name) is no JSON" : nil
        }
    }
}

/// The files of a listing, each looked at once.
private struct KnownTexts {
    private let listing: MutatedListing
    private var areText: [String: Bool] = [:]

    init(_ listing: MutatedListing) { self.listing = listing }

    mutating func fault(of place: SourceRange) -> String? {
        guard let bytes = listing.bytes(at: place.path) else {
            return place.bytes == ByteRange(0, 0) ? nil : "lies in a file that is not there"
        }
        guard place.bytes.start >= 0, place.bytes.end <= bytes.count else { return "ends behind the file" }
        guard isText(place.path, bytes) else { return nil }
        let isWhole = [place.bytes.start, place.bytes.end].allSatisfy { $0 == bytes.count || bytes[$0] & 0xC0 != 0x80 }
        return isWhole ? nil : "cuts a character in two"
    }

    private mutating func isText(_ path: String, _ bytes: [UInt8]) -> Bool {
        if let known = areText[path] { return known }
        let isText = String(validating: bytes, as: UTF8.self) != nil
        areText[path] = isText
        return isText
    }
}
