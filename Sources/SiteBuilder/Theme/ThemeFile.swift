/// A template, an asset or the texts of a theme.
struct ThemeFile: Sendable {
    /// Below its folder; without the ending for a template, and for texts, where it is the tag of their language.
    let name: String
    /// As diagnostics show it.
    let path: String
    let bytes: [UInt8]
}
