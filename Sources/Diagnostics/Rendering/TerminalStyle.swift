/// Colours of a terminal, or none.
package struct TerminalStyle: Sendable {
    private let isColoured: Bool

    package static let plain = TerminalStyle(isColoured: false)
    package static let coloured = TerminalStyle(isColoured: true)

    func severity(_ text: String, _ severity: Severity) -> String {
        switch severity {
        case .error: painted(text, "1;31")
        case .warning: painted(text, "1;33")
        case .note: painted(text, "1;36")
        }
    }

    func strong(_ text: String) -> String { painted(text, "1") }
    func faint(_ text: String) -> String { painted(text, "34") }
    func fix(_ text: String) -> String { painted(text, "1;32") }

    private func painted(_ text: String, _ code: String) -> String {
        isColoured ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
