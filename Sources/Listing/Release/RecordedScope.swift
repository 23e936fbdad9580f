import LocatedJSON

/// What a release asked for, by one scope.
package struct RecordedScope: Sendable, Hashable {
    package let id: String
    package let actor: String?
    package let requirement: ScopeRequest.Requirement
    /// When it is asked for, of a conditional one; a record does not keep it, and says nothing of it.
    package let condition: String?
    /// Ids of the features that needed it.
    package let features: [String]
    /// The members of a bundle that the features used.
    package let members: [String]

    /// As ``ScopeRequest/reference``.
    package var reference: String { actor.map { "\(id)@\($0)" } ?? id }
}

extension RecordedScope {
    static let schema = ObjectSchema(
        title: "Recorded scope",
        description: "A permission that the release asked for.",
        properties: [
            .required("id", .string, "The scope's id in the catalogue."),
            .optional("actor", .string, "Who was to hold it, where the platform tells a bot from a user."),
            .required(
                "requirement",
                .choice(of: ScopeRequest.Requirement.self),
                "Whether the integration worked without it."
            ),
            .required("features", .array(of: .string), "The features that needed it."),
            .optional("members", .array(of: .string), "What the features used of a bundle."),
        ]
    )

    init?(_ object: JSONObject) {
        guard let id = object.string("id") else { return nil }
        self.init(
            id: id.value,
            actor: object.string("actor")?.value,
            requirement: object.choice("requirement", of: ScopeRequest.Requirement.self)?.value ?? .required,
            condition: nil,
            features: object.strings("features").map(\.value),
            members: object.strings("members").map(\.value)
        )
    }

    /// What a listing asks for now.
    package init(_ request: ScopeRequest, in listing: ParsedListing) {
        self.init(
            id: request.id.value,
            actor: request.actor?.value,
            requirement: request.requirement,
            condition: request.condition?.value,
            features: listing.features(using: request).map(\.id.value),
            members: listing.catalogue.members(of: request.id.value).filter { listing.uses(member: $0) }
        )
    }

    /// Whether both are asked for under conditions that are known, and known to be others.
    ///
    /// Whether another text only says the same in better words, nobody can tell.
    func hasOtherCondition(than other: RecordedScope) -> Bool {
        guard requirement == .conditional, other.requirement == .conditional, let condition,
            let earlier = other.condition
        else { return false }
        return condition.split(whereSeparator: \.isWhitespace) != earlier.split(whereSeparator: \.isWhitespace)
    }

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("id", id)
            if let actor { json.member("actor", actor) }
            json.member("requirement", requirement.rawValue)
            json.member("features", features)
            if !members.isEmpty { json.member("members", members) }
        }
    }
}

extension [RecordedScope] {
    /// Each scope of each holder once: the firmest request counts for one that is named several times, with the uses of all.
    var eachOnce: [RecordedScope] {
        var places: [String: Int] = [:]
        return reduce(into: []) { scopes, scope in
            if let place = places[scope.reference] {
                scopes[place] = scopes[place].joined(with: scope)
            } else {
                places[scope.reference] = scopes.count
                scopes.append(scope)
            }
        }
    }

    /// The references that stand in it more than once, in their order.
    package var repeatedReferences: [String] {
        var counts: [String: Int] = [:]
        return map(\.reference).filter { reference in
            counts[reference, default: 0] += 1
            return counts[reference] == 2
        }
    }
}

extension RecordedScope {
    fileprivate func joined(with other: RecordedScope) -> RecordedScope {
        let firm = other.requirement.isFirmer(than: requirement) ? other : self
        return RecordedScope(
            id: id,
            actor: actor,
            requirement: firm.requirement,
            condition: firm.condition,
            features: features + other.features.filter { !features.contains($0) },
            members: members + other.members.filter { !members.contains($0) }
        )
    }
}

extension ScopeRequest.Requirement {
    fileprivate func isFirmer(than other: Self) -> Bool { rank < other.rank }

    private var rank: Int {
        switch self {
        case .required: 0
        case .conditional: 1
        case .optional: 2
        }
    }
}
