import Templates

extension Texts {
    /// `Version: 1.0`, of two pieces of Markdown.
    func fact(_ name: String, _ value: String) -> String {
        string(of: Phrase("fact.line", ["name": .text(name), "value": .text(value)]))
    }
}
