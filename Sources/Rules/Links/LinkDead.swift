import Diagnostics

/// Reports an address of the web that leads nowhere.
struct LinkDead: ExternalRule {
    static let description = RuleDescription(
        id: "link-dead",
        summary: "An address that the content links to answers.",
        rationale: """
            A dead link in a help page is a question without an answer. Asked by 'candor links --external' alone, and never \
            by a build: what others do to their pages must not stop one. With '--cache' an address is dead when two \
            runs have found it so.
            """,
        flagged: [],
        allowed: []
    )
}
