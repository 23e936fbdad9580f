import Diagnostics

/// Reports an address of the web of which nobody can tell whether it leads anywhere.
struct LinkUnverified: ExternalRule {
    static let description = RuleDescription(
        id: "link-unverified",
        severity: .warning,
        summary: "Of an address that the content links to it can be told whether it answers.",
        rationale: """
            Some hosts turn programs away, ask who is there, or are out of reach for the moment; that proves nothing, so \
            it is said and is no error. Asked by 'candor links --external' alone.
            """,
        flagged: [],
        allowed: []
    )
}
