package import Evidence
package import LocatedJSON

/// A call of the platform's interface.
///
/// A class, since rule after rule looks it up and a value would be copied each time.
package final class Operation: Sendable {
    package let id: Located<String>
    package let method: String
    package let path: String
    /// The scopes that it needs, as far as somebody says so.
    package let need: ScopeNeed
    /// Where it can be called; without a host, it is told by its path alone.
    package let addresses: [AddressTemplate]
    /// The narrowest of the sets, where the platform names it.
    package let least: [Located<String>]
    package let limits: [RateLimit]
    /// What a document calls it that the catalogue names otherwise.
    package let otherID: String?

    /// Any one of these sets is enough, and all scopes of the set are needed.
    ///
    /// No set: the call needs no scope, or nobody says which.
    package var scopes: [[Located<String>]] { need.sets }

    /// What it can be named by, whatever its id is: `GET /v1/users/{id}`.
    package var methodAndPath: String { "\(method) \(path)" }

    /// Whether somebody who holds `granted` may call it, or nobody can tell that they may not.
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

    /// - Parameter servers: those of the platform, for an operation that names none of its own.
    init?(_ object: JSONObject, servers: [String]) {
        guard let id = object.string("id") else { return nil }
        let limits = object.object("limit").map { [$0] } ?? object.objects("limit")
        let own = object.strings("servers").map(\.value)
        let hosts = own.isEmpty ? servers : own
        let path = object.string("path")?.value ?? ""
        self.id = id
        self.path = path
        method = object.string("method")?.value.uppercased() ?? ""
        need = object.has("scopes") ? .anyOf(object.stringLists("scopes")) : .unknown
        addresses =
            hosts.isEmpty
            ? [AddressTemplate(host: nil, path: path)] : hosts.map { AddressTemplate(server: $0, path: path) }
        least = object.strings("least")
        self.limits = limits.compactMap(RateLimit.init)
        otherID = nil
    }

    init(_ described: DescribedOperation, id: Located<String>, _ reading: SecurityReading) {
        self.id = id
        method = described.method
        path = described.path
        need = described.requirement.need(reading)
        addresses = described.addresses
        least = []
        limits = []
        otherID = nil
    }

    /// What is written here, and what a description says beyond it.
    init(_ written: Operation, beside described: DescribedOperation, _ reading: SecurityReading) {
        id = written.id
        method = written.method
        path = written.path
        need = written.need.isKnown ? written.need : described.requirement.need(reading)
        addresses = described.addresses.allSatisfy { $0.host != nil } ? described.addresses : written.addresses
        least = written.least
        limits = written.limits
        otherID = described.id.value
    }
}

/// How often something may be done: `10000 users a minute`.
package struct RateLimit: Sendable, Hashable {
    package enum Period: String, Sendable, CaseIterable {
        case second, minute, hour, day

        /// Each period is a whole multiple of every shorter one.
        package var seconds: Int {
            switch self {
            case .second: 1
            case .minute: 60
            case .hour: 3600
            case .day: 86_400
            }
        }
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
                "Any one of these sets of scopes is enough, and all scopes of the set are needed; an empty list means that "
                    + "the call needs none, and without the key nobody says."
            ),
            .optional("servers", .array(of: .string, count: 1...Int.max), "Where it is, if not where the platform is."),
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
