package import Diagnostics
package import LocatedJSON

/// A finding that a directory accepts for a time, for a reason.
package struct Suppression: Sendable {
    package let rule: Located<String>
    /// A file or listing of the content folder; after `#` an anchor, a JSON pointer or an id, for a part of it.
    package let place: Located<String>
    package let reason: Located<String>
    /// The last day on which it holds.
    package let until: Located<CalendarDate>
    /// The entry in `site.json`.
    package let range: SourceRange
}

extension Suppression {
    static let schema = ObjectSchema(
        title: "Suppression",
        description: "A finding that the directory accepts for a time.",
        properties: [
            .required("rule", .identifier, "The rule's id."),
            .required(
                "place",
                .relativePath,
                "A page, manifest or listing from the content folder's root, and after # an anchor, a JSON pointer or an id."
            ),
            .required("reason", .string, "Why it is accepted; the report shows it."),
            .required("until", .date, "The last day on which it is."),
        ]
    )

    init?(_ object: JSONObject) {
        guard let rule = object.string("rule", .identifier), let place = object.string("place", .relativePath),
            let reason = object.string("reason"), let until = object.date("until")
        else { return nil }
        self.init(rule: rule, place: place, reason: reason, until: until, range: object.range)
    }
}
