import Diagnostics
import TestSupport

/// A report with everything that a format has to carry: notes, fixes, files without text, suppressed findings.
enum SampleReport {
    static let page = MarkedText("Zoë reads\r\n⟦users:read,\r\nall⟧ of ⟦them⟧\r\n")
    static let pagePath = "Content/integrations/acme/a: 1,%.md"
    static let manifest = MarkedText("{⟦\"nmae\"⟧: 1, ⟦\"x\"⟧: 2}")
    static let manifestPath = "Content/integrations/acme/integration.json"

    static func sources(_ path: String) -> [UInt8]? {
        switch path {
        case pagePath: page.bytes
        case manifestPath: manifest.bytes
        default: nil
        }
    }

    static func pagePlace(_ index: Int) -> SourceRange { SourceRange(path: pagePath, bytes: page.ranges[index]) }
    static func manifestPlace(_ index: Int) -> SourceRange {
        SourceRange(path: manifestPath, bytes: manifest.ranges[index])
    }

    static var report: DiagnosticReport {
        var report = DiagnosticReport()
        report.error(
            "scope-unknown",
            "there is no scope <\"users:read\"> & 100% of it\r\nis wrong",
            at: pagePlace(0),
            notes: [Note("named here", at: manifestPlace(1)), Note("look at the catalogue")]
        )
        report.warning("page-odd", "odd \u{1}\u{1B}word ]]>", at: pagePlace(1))
        report.error(
            "manifest-key-unknown",
            "\"nmae\" is not a key",
            at: manifestPlace(0),
            fixes: [
                Fix(
                    "write \"name\"",
                    safety: .safe,
                    edits: [TextEdit(manifestPlace(0), replacement: "\"name\"")]
                )
            ]
        )
        report.error("file-missing", "'b.md' is missing", at: SourceRange(startOf: "Content/b.md"))
        report.add(
            Diagnostic(id: "integration-unknown", severity: .note, message: "nowhere", withoutPlace: "in no file")
        )
        let suppressed = Diagnostic(id: "page-odd", severity: .warning, message: "odd", range: manifestPlace(1))
        let entry = SourceRange(path: "Content/site.json", bytes: ByteRange(1, 2))
        report.add(
            SuppressedDiagnostic(suppressed, on: .entry(entry, reason: "It is a name", until: "2027-01-31"))
        )
        report.add(SuppressedDiagnostic(suppressed, on: .baseline(Fingerprint(text: "0123456789abcdef"))))
        return report
    }

    static let rules = [
        RuleSummary(
            id: "page-odd",
            severity: .warning,
            summary: "A page has no odd words.",
            rationale: "Odd words are read twice.",
            help: "# page-odd\n"
        ),
        RuleSummary(
            id: "scope-unknown",
            severity: .error,
            summary: "A scope is in the catalogue.",
            rationale: "Nobody can grant another.",
            help: "# scope-unknown\n"
        ),
    ]

    static let formats: [(name: String, renderer: any DiagnosticRenderer)] = [
        ("report.txt", TextRenderer()), ("report.json", JSONRenderer()),
        ("report.sarif", SARIFRenderer(version: "1.2.3", rules: rules, exitCode: 1)),
        ("report.github", GitHubRenderer()), ("report.junit.xml", JUnitRenderer()),
    ]
}
