/// Diagnostics as SARIF 2.1.0, the form in which analysis tools hand their results to others.
package struct SARIFRenderer: DiagnosticRenderer {
    private let version: String
    private let rules: [RuleSummary]
    private let exitCode: Int32
    private let proof: ProofSummary?

    /// - Parameters:
    ///   - version: that of the program.
    ///   - rules: all that there are, so that a reader learns as well what was looked for and not found.
    ///   - exitCode: how the run ends.
    ///   - proof: absent where nothing was to be proved.
    package init(version: String, rules: [RuleSummary], exitCode: Int32, proof: ProofSummary? = nil) {
        self.proof = proof
        self.version = version
        self.rules = rules
        self.exitCode = exitCode
    }

    package func render(_ report: DiagnosticReport, sources: SourceLookup) -> String {
        withoutActuallyEscaping(sources) { sources in
            var results = SARIFResults(ruleIDs: ruleIDs(with: report), reader: ExcerptReader(sources))
            let root = JSONText.object([
                ("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")),
                ("version", .string("2.1.0")),
                ("runs", .array([run(results.all(of: report), results.ruleIDs)])),
            ])
            return root.text(brokenTo: 4) + "\n"
        }
    }

    /// The rules first, then what earlier stages found, so that a result can name each by its place in the list.
    private func ruleIDs(with report: DiagnosticReport) -> [String] {
        let known = rules.map(\.id)
        let found = report.diagnostics.map(\.id) + report.suppressed.map(\.diagnostic.id)
        return known + Set(found).subtracting(known).sorted()
    }

    private func run(_ results: [JSONText], _ ruleIDs: [String]) -> JSONText {
        let others = ruleIDs.dropFirst(rules.count).map { JSONText.object([("id", .string($0))]) }
        let driver = JSONText.object([
            ("name", .string("candor")),
            ("version", .string(version)),
            ("rules", .array(rules.map(descriptor) + others)),
        ])
        return .object([
            ("tool", .object([("driver", driver)])),
            ("invocations", .array([invocation])),
            ("properties", .object(proof.map { [("coverage", $0.json)] } ?? [])),
            // Columns are counted in Unicode scalars, as editors count them.
            ("columnKind", .string("unicodeCodePoints")),
            ("results", .array(results)),
        ])
    }

    /// What was not looked at is told where viewers show what the tool has to say of its own run.
    private var invocation: JSONText {
        let notification = proof.map { proof in
            JSONText.object([
                ("level", .string("note")), ("message", .object([("text", .string(proof.line))])),
            ])
        }
        return .object([
            ("executionSuccessful", .bool(true)), ("exitCode", .integer(Int(exitCode))),
            ("toolExecutionNotifications", .array([notification].compactMap(\.self))),
        ])
    }

    private func descriptor(of rule: RuleSummary) -> JSONText {
        .object([
            ("id", .string(rule.id)),
            ("shortDescription", .object([("text", .string(rule.summary))])),
            ("fullDescription", .object([("text", .string(rule.rationale))])),
            (
                "help",
                .object([
                    ("text", .string("\(rule.summary) \(rule.rationale)")), ("markdown", .string(rule.help)),
                ])
            ),
            ("defaultConfiguration", .object([("level", .string(rule.severity.rawValue))])),
        ])
    }
}
