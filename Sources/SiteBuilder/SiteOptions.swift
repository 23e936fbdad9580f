package import LocatedJSON
package import Rules

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
    /// Recordings of traffic beside those of the content, by the id of their listing.
    package var recordings: [String: [String]] = [:]
    /// The rules that are applied.
    package var selection = RuleSelection.all
    /// The day of the run, after which nothing holds that was to end before it; nil where it does not matter.
    package var today: CalendarDate?
    /// Whether what the baseline holds counts nevertheless.
    package var ignoresBaseline = false
    /// How many listings are worked on at once.
    package var threadCount = 1

    package init() {}
}
