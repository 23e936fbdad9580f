/// What a run proved, refuted and did not look at, as every report tells it beside what was found.
package struct ProofSummary: Sendable, Hashable {
    /// Things of one kind that are proved one by one.
    package struct Part: Sendable, Hashable {
        package let key: String
        package let name: String
        package let total: Int
        package let proved: Int
        package let refuted: Int
        package let notChecked: Int

        package init(key: String, name: String, total: Int, proved: Int, refuted: Int, notChecked: Int) {
            self.key = key
            self.name = name
            self.total = total
            self.proved = proved
            self.refuted = refuted
            self.notChecked = notChecked
        }
    }

    /// Something that could not be checked because the content does not say what would be needed.
    package struct Gap: Sendable, Hashable {
        package let key: String
        /// `3 media without version`.
        package let text: String
        package let count: Int

        package init(key: String, text: String, count: Int) {
            self.key = key
            self.text = text
            self.count = count
        }
    }

    /// All of it in one line, for people.
    package let line: String
    package let integrations: Int
    package let uncheckedIntegrations: Int
    package let parts: [Part]
    package let gaps: [Gap]
    package let rulesOff: [String]

    package init(
        line: String,
        integrations: Int,
        uncheckedIntegrations: Int,
        parts: [Part],
        gaps: [Gap],
        rulesOff: [String]
    ) {
        self.line = line
        self.integrations = integrations
        self.uncheckedIntegrations = uncheckedIntegrations
        self.parts = parts
        self.gaps = gaps
        self.rulesOff = rulesOff
    }
}

extension ProofSummary {
    /// As reports for programs carry it.
    var json: JSONText {
        .object([
            ("integrations", .integer(integrations)),
            ("integrationsNotChecked", .integer(uncheckedIntegrations)),
            ("counts", .object(parts.map { ($0.key, $0.json) })),
            ("notChecked", .object(gaps.map { ($0.key, .integer($0.count)) })),
            ("rulesOff", .array(rulesOff.map { .string($0) })),
        ])
    }
}

extension ProofSummary.Part {
    fileprivate var json: JSONText {
        .object([
            ("total", .integer(total)), ("proved", .integer(proved)), ("refuted", .integer(refuted)),
            ("notChecked", .integer(notChecked)),
        ])
    }
}
