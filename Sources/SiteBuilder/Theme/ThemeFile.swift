/// A template or asset of a theme.
struct ThemeFile: Sendable {
    /// Below `templates` or `assets`, without the ending for a template.
    let name: String
    /// As diagnostics show it.
    let path: String
    let bytes: [UInt8]
}
