import Templates

extension Texts {
    /// `Version: 1.0`, with a piece of Markdown.
    func fact(_ name: Phrase, _ value: String) -> String {
        string(of: Phrase("fact.line", ["name": name, "value": .text(value)]))
    }
}
