package import LocatedJSON

/// A call of the platform's interface.
///
/// A class, since rule after rule looks it up and a value would be copied each time.
package final class Operation: Sendable {
    package let id: Located<String>
    package let method: String
    package let path: String
    /// Any one of these sets is enough, and all scopes of the set are needed.
    ///
    /// No set: the call needs no scope.
    package let scopes: [[Located<String>]]
    /// The narrowest of the sets, where the platform names it.
    package let least: [Located<String>]
    package let limits: [RateLimit]

    /// Whether somebody who holds `granted` may call it.
    package func isAllowed(by granted: Set<String>) -> Bool {
        scopes.isEmpty || scopes.contains { set in set.allSatisfy { granted.contains($0.value) } }
    }

    /// The scopes of all sets, for counting what a feature makes use of.
    package var namedScopes: Set<String> { Set(scopes.joined().map(\.value)) }

    /// `a or (b and c)`, as messages quote it.
    package var formula: String {
        scopes.map { set in
            let names = set.map { "'\($0.value)'" }.joined(separator: " and ")
            return set.count > 1 && scopes.count > 1 ? "(\(names))" : names
        }
        .joined(separator: " or ")
    }

    init?(_ object: JSONObject) {
        guard let id = object.string("id") else { return nil }
        let limits = object.object("limit").map { [$0] } ?? object.objects("limit")
        self.id = id
        method = object.string("method")?.value ?? ""
        path = object.string("path")?.value ?? ""
        scopes = object.stringLists("scopes")
        least = object.strings("least")
        self.limits = limits.compactMap(RateLimit.init)
    }
}

/// How often something may be done: `10000 users a minute`.
package struct RateLimit: Sendable, Hashable {
    package enum Period: String, Sendable, CaseIterable {
        case second, minute, hour, day
    }

    package let count: Int
    package let unit: String
    package let period: Period
}

extension Operation {
    static let schema = ObjectSchema(
        title: "Operation",
        description: "A call of the platform's interface.",
        properties: [
            .required("id", .string, "Short name that features refer to."),
            .required("method", .string, "The HTTP method."),
            .required("path", .string, "The path, with parameters in braces."),
            .optional(
                "scopes",
                .array(of: .array(of: .string, count: 1...Int.max)),
                "Any one of these sets of scopes is enough, and all scopes of the set are needed."
            ),
            .optional("least", .array(of: .string), "The narrowest of the sets."),
            .optional("limit", .oneOrMore(.object(RateLimit.schema)), "How often the call may be made."),
        ]
    )
}

extension RateLimit {
    static let schema = ObjectSchema(
        title: "Limit",
        properties: [
            .required("count", .integer(in: 1...1_000_000_000), "How many."),
            .required("unit", .string, "Of what: requests, users, events …"),
            .required("per", .choice(of: Period.self), "In which time."),
        ]
    )

    init?(_ object: JSONObject) {
        guard let count = object.integer("count")?.value, let period = object.choice("per", of: Period.self)?.value
        else { return nil }
        self.init(count: count, unit: object.string("unit")?.value ?? "requests", period: period)
    }
}
