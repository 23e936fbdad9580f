/// Which rules have to know all pages of a listing: those that say that something stands on none of them.
///
/// A page that could not be read is an error of its own; to take it for an empty one would blame the manifest and the other
/// pages for what may well stand on it.
enum PageReliance {
    private static let rules: Set<String> = [
        "scope-undocumented", "scope-grant-unexplained", "scope-decline-effect-missing",
        "feature-undocumented", "feature-scope-not-mentioned", "feature-without-evidence",
        "media-never-shown", "media-file-unused", "media-too-few", "media-consent-screen-missing",
        "freshness-changelog-silent", "page-overview-missing", "page-section-missing", "page-section-contact-missing",
        "page-section-out-of-order", "page-section-parts-count", "page-faq-topic-missing", "page-introduction-length",
        "page-visuals-per-step",
    ]

    static func reliesOnAllPages(_ rule: String) -> Bool { rules.contains(rule) }
}
