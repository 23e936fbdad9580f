/// Diagnostics as a JUnit report: a suite for each file, in it a case for each rule that found something.
///
/// A case fails by errors alone. Warnings are what it printed, and a case with nothing but suppressed findings is skipped.
package struct JUnitRenderer: DiagnosticRenderer {
    private let proof: ProofSummary?

    /// - Parameter proof: absent where nothing was to be proved.
    package init(proof: ProofSummary? = nil) {
        self.proof = proof
    }

    package func render(_ report: DiagnosticReport, sources: SourceLookup) -> String {
        withoutActuallyEscaping(sources) { sources in
            var reader = ExcerptReader(sources)
            var suites = Suites()
            for diagnostic in report.sorted { suites.add(diagnostic, line(for: diagnostic, reader: &reader)) }
            for finding in report.sortedSuppressed { suites.add(finding) }
            if let proof { suites.add(proof) }
            return suites.text
        }
    }

    private func line(for diagnostic: Diagnostic, reader: inout ExcerptReader) -> String {
        let start = diagnostic.range.flatMap { reader.positions(of: $0)?.start }
        let place = start.map { "\($0.line):\($0.column): " } ?? ""
        let details =
            diagnostic.notes.map { "\n  note: \($0.message)" } + diagnostic.fixes.map { "\n  fix: \($0.title)" }
        return "\(place)\(diagnostic.severity.rawValue): \(diagnostic.message)\(details.joined())"
    }
}

private struct Suites {
    private struct Case {
        let rule: String
        var firstError: String?
        var errors: [String] = []
        var others: [String] = []
        var suppressed: [String] = []

        var isSkipped: Bool { errors.isEmpty && others.isEmpty && !suppressed.isEmpty }
    }

    private var cases: [String: [String: Case]] = [:]
    /// What the suite that tells of the proof says in its head.
    private var properties: [(name: String, value: String)] = []

    /// What no file can be blamed for.
    private static let withoutFile = "candor"
    private static let coverage = "candor coverage"

    mutating func add(_ diagnostic: Diagnostic, _ line: String) {
        change(diagnostic) { found in
            if diagnostic.severity == .error {
                found.firstError = found.firstError ?? diagnostic.message
                found.errors.append(line)
            } else {
                found.others.append(line)
            }
        }
    }

    mutating func add(_ finding: SuppressedDiagnostic) {
        change(finding.diagnostic) { $0.suppressed.append("\(finding.diagnostic.message): \(finding.justification)") }
    }

    /// What was not looked at is a test that was skipped.
    mutating func add(_ proof: ProofSummary) {
        properties = proof.parts.map { ($0.key, "\($0.proved)/\($0.total)") } + [("summary", proof.line)]
        for part in proof.parts where part.total > 0 {
            let unchecked = part.notChecked == 0 ? [] : ["\(part.notChecked) not checked"]
            cases[Self.coverage, default: [:]][part.name] = Case(rule: part.name, suppressed: unchecked)
        }
        let others = proof.gaps.map(\.text) + proof.rulesOff.map { "rule '\($0)' is off" }
        for other in others { cases[Self.coverage, default: [:]][other] = Case(rule: other, suppressed: [other]) }
        guard proof.uncheckedIntegrations > 0 else { return }
        let unchecked = "\(proof.uncheckedIntegrations) not checked"
        cases[Self.coverage, default: [:]]["integrations"] = Case(rule: "integrations", suppressed: [unchecked])
    }

    private mutating func change(_ diagnostic: Diagnostic, _ change: (inout Case) -> Void) {
        let suite = diagnostic.range?.path ?? Self.withoutFile
        change(&cases[suite, default: [:]][diagnostic.id, default: Case(rule: diagnostic.id)])
    }

    /// A report without any case counts as a failure in some programs that read it.
    var text: String {
        let suites = cases.sorted { $0.key < $1.key }.map { (name: $0.key, cases: $0.value.sorted { $0.key < $1.key }) }
        let all = suites.flatMap(\.cases).map(\.value)
        let body = suites.map { suite(named: $0.name, of: $0.cases.map(\.value)) }.joined()
        let clean = suite(named: Self.withoutFile, of: [Case(rule: "no problems found")])
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuites name="candor"\(counts(of: all.isEmpty ? [Case(rule: "")] : all))>
            \(all.isEmpty ? clean : body)</testsuites>

            """
    }

    private func counts(of cases: [Case]) -> String {
        let failures = cases.count { !$0.errors.isEmpty }
        return
            " tests=\"\(cases.count)\" failures=\"\(failures)\" errors=\"0\" skipped=\"\(cases.count(where: \.isSkipped))\""
    }

    private func suite(named name: String, of cases: [Case]) -> String {
        let body = cases.map { self.text(of: $0, in: name) }.joined()
        let head = name == Self.coverage ? propertiesText : ""
        return "  <testsuite name=\"\(XMLText.attribute(name))\"\(counts(of: cases))>\n\(head)\(body)  </testsuite>\n"
    }

    private var propertiesText: String {
        let all = properties.map { property in
            "      <property name=\"\(XMLText.attribute(property.name))\""
                + " value=\"\(XMLText.attribute(property.value))\"/>\n"
        }
        return "    <properties>\n\(all.joined())    </properties>\n"
    }

    private func text(of found: Case, in suite: String) -> String {
        var body = ""
        if let message = found.firstError {
            body +=
                "      <failure type=\"\(XMLText.attribute(found.rule))\" message=\"\(XMLText.attribute(message))\">"
            body += XMLText.content(found.errors.joined(separator: "\n")) + "</failure>\n"
        } else if found.isSkipped {
            body += "      <skipped message=\"\(XMLText.attribute(found.suppressed.joined(separator: "; ")))\"/>\n"
        }
        if !found.others.isEmpty {
            body += "      <system-out>\(XMLText.content(found.others.joined(separator: "\n")))</system-out>\n"
        }
        let names = "classname=\"\(XMLText.attribute(suite))\" name=\"\(XMLText.attribute(found.rule))\""
        return body.isEmpty ? "    <testcase \(names)/>\n" : "    <testcase \(names)>\n\(body)    </testcase>\n"
    }
}
