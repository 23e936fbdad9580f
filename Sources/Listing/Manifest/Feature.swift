package import Diagnostics
package import LocatedJSON

/// Something that the integration claims to do.
///
/// A class, since rule after rule goes through all of them and a value would be copied each time.
package final class Feature: Sendable {
    package enum Status: String, Sendable, CaseIterable {
        case available, beta, planned
    }

    package let id: Located<String>
    package let title: Located<String>?
    package let summary: Located<String>?
    package let status: Status
    /// The requested scopes that it needs; a member of a requested bundle may be named as well.
    package let scopes: [Located<String>]
    package let operations: [Located<String>]
    /// Ids of the media that show it.
    package let evidence: [Located<String>]
    package let since: Located<String>?
    /// The object in `integration.json`.
    package let range: SourceRange

    /// The title, or the id as long as the title is missing.
    package var name: String { title?.value ?? id.value }

    init?(_ object: JSONObject) {
        // A malformed id has been reported; references to it still mean this feature.
        guard let id = object.string("id") else { return nil }
        self.id = id
        title = object.string("title")
        summary = object.string("summary")
        status = object.choice("status", of: Status.self)?.value ?? .available
        scopes = object.strings("scopes")
        operations = object.strings("operations")
        evidence = object.strings("evidence")
        since = object.string("since")
        range = object.range
    }
}

extension Feature {
    static let schema = ObjectSchema(
        title: "Feature",
        description: "Something that the integration claims to do.",
        properties: [
            .required("id", .identifier, "Short name that pages refer to."),
            .required("title", .localizedString, "What the feature is called."),
            .required("summary", .localizedString, "What the customer gains, in a sentence."),
            .optional("status", .choice(of: Status.self), "Whether it can be used; available when left out."),
            .required("scopes", .array(of: .string), "The scopes that it needs; [] when it needs none."),
            .optional("operations", .array(of: .string), "The operations of the catalogue that it calls."),
            .optional("evidence", .array(of: .identifier), "Ids of the media that show it."),
            .optional("since", .string, "The version that brought it."),
        ]
    )
}
