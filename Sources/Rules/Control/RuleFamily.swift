/// The rules that look at one subject: those of one folder.
package enum RuleFamily {
    /// The first word of a rule's id names its family, but for these.
    private static let familiesByWord = ["claim": "feature", "operation": "manifest", "product": "manifest"]

    package static func name(ofRule id: String) -> String {
        let word = String(id.prefix { $0 != "-" })
        return familiesByWord[word] ?? word
    }

    package static var all: [String] {
        Set(RuleRegistry.descriptions.map { name(ofRule: $0.id) }).sorted()
    }
}
