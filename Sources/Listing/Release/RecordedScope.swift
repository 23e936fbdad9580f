import LocatedJSON

/// What a release asked for, by one scope.
package struct RecordedScope: Sendable, Hashable {
    package let id: String
    package let actor: String?
    package let requirement: ScopeRequest.Requirement
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
            features: listing.features(using: request).map(\.id.value),
            members: listing.catalogue.members(of: request.id.value).filter { listing.uses(member: $0) }
        )
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
