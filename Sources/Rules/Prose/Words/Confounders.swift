/// Phrases that mean something else than their words, such as a resource that is none.
enum Confounders {
    static let phrases: [(words: [WordKey], role: WordRole)] =
        list(.premise, "as soon as|as long as|as far as|in case|every time|each time")
        + list(.conjunction, "as well as")
        + list(.without, "instead of|rather than")
        + list(.negation, "no longer")
        + list(
            .planned,
            "later version|later release|next version|next release|coming version|coming release|next year|going to"
        )
        + list(.none, others)

    private static func list(_ role: WordRole, _ phrases: String) -> [(words: [WordKey], role: WordRole)] {
        phrases.split(whereSeparator: { $0 == "|" || $0 == "\n" })
            .map { ($0.split(separator: " ").map { WordKey($0) }, role) }
    }

    private static let others = """
        read more|read on|read about|read the guide|read our|read this|in order to|in order of|in case of|in the event
        write to us|write us|write an e-mail|contact us|contact support|contact your|contact our|contact the|please contact
        send us|drop us a|message us|get in touch|get started|get help|get to know|get support|in order|out of order
        delete the app|remove the app|delete your account|delete the integration|remove the integration
        view our|see our|visit our|update this page|refresh the page|this page was updated|support ticket|support case
        error message|error messages|event of|last week's event|next event|our event|set up|set-up|setting up|sets up
        make sure|makes sure|take into account|customer support|customer service|customer success|best case|use case
        use cases|case study|case studies|edge case|edge cases|in most cases|in some cases|in that case|in this case
        user interface|user name|user guide|contact form|contact person|contact e-mail|contact details|at any time
        set of|sets of|in the event of|call to action|in action|action required|reading time|by default
        profile picture|order of|checks in|check in|kept in mind|keep in mind
        open the app|open the dashboard|open settings|log in|log out|logs in|logged in|sign up|sign in|up to date|up-to-date|in step|in sync
        """
}
