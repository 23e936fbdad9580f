/// What a build is asked for.
package struct SiteOptions: Sendable {
    package var content = "Content"
    package var themes = "Themes"
    package var output = "Output"
    /// In place of the address in `site.json`.
    package var baseURL: String?
    /// Whether a warning stops the build as an error does.
    package var isStrict = false
    /// The ids of the integrations to check; nil for all.
    package var onlyIntegrations: Set<String>?
    /// How many listings are worked on at once.
    package var threadCount = 1

    package init() {}
}
