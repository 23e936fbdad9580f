import LocatedJSON

/// A schema with every kind of value, for the tests.
enum ListingSchema {
    enum Status: String, Sendable, CaseIterable {
        case available, beta, planned
    }

    static let feature = ObjectSchema(
        title: "Feature",
        description: "Something that the integration does.",
        properties: [
            .required("id", .identifier, "Short name that pages refer to."),
            .required("summary", .string, "One sentence for readers."),
            .optional("status", .choice(of: Status.self), "Whether readers can use it."),
            .optional("scopes", .array(of: .string), "The scopes that it needs."),
        ]
    )

    static let listing = ObjectSchema(
        title: "Listing",
        properties: [
            .required("name", .string, "Name of the integration."),
            .optional("features", .array(of: .object(feature), count: 1...Int.max), "What it does."),
            .optional("labels", .array(of: .string, count: 0...2), "What it is found by."),
            .optional("updated", .date, "Day of the last change."),
            .optional("website", .url, "Where it is at home."),
            .optional("support", .email, "Where help is found."),
            .optional("poster", .relativePath, "Image before the video."),
            .optional("alt", .stringOrBlank, "Text in place of the image."),
            .optional("free", .bool, "Whether it costs nothing."),
            .optional("width", .integer(in: 1...4096), "Pixels."),
            .optional("ratio", .number(in: 0...1), "Share."),
            .optional("marketplace", .oneOrMore(.choice(["moengage", "slack"])), "Where it is listed."),
            .optional("sets", .array(of: .array(of: .string)), "Any of these, all of each."),
            .optional("severities", .map(of: .choice(["error", "warning"]), keys: ["link", "media"]), "By rule."),
            .optional("limits", .map(of: .integer()), "By name."),
            .optional("extra", .anything, "Whatever else."),
        ]
    )
}
