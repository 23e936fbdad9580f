import LocatedJSON

/// What a marketplace asks of its pictures of one kind.
package struct PictureLimit: Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case screenshot, logo
    }

    package let kind: Kind
    /// In lower case: `png`, `jpeg`, `gif`, `webp`, `avif`, `svg`; empty when any will do.
    package let formats: [String]
    package let leastWidth: Int?
    package let leastHeight: Int?
    package let exactWidth: Int?
    package let exactHeight: Int?
    /// Width to height, and how far a picture may be from it, as a part of one.
    package let ratio: (width: Int, height: Int)?
    package let ratioTolerance: Double
    package let mostBytes: Int?
    package let leastCount: Int?
    package let mostCount: Int?
    /// In days before the listing's own date.
    package let oldest: Int?
    package let needsAlt: Bool
    package let needsCaption: Bool
    /// Whether one of them has to show the screen on which the customer consents.
    package let needsConsentScreen: Bool
    package let provenance: Provenance

    /// MoEngage's own 1608 x 1056 is 0.065 % off its own 35:23; half a percent is not seen.
    static let usualTolerance = 0.005

    static let schema = ObjectSchema(
        title: "Picture limit",
        description: "What a marketplace asks of its pictures of one kind.",
        properties: [
            .required("kind", .choice(of: Kind.self), "Which pictures."),
            .optional("formats", .array(of: .choice(["png", "jpeg", "gif", "webp", "avif", "svg"])), "File formats."),
            .optional("leastWidth", .integer(in: 1...100_000), "In pixels."),
            .optional("leastHeight", .integer(in: 1...100_000), "In pixels."),
            .optional("exactWidth", .integer(in: 1...100_000), "In pixels."),
            .optional("exactHeight", .integer(in: 1...100_000), "In pixels."),
            .optional("ratioWidth", .integer(in: 1...100_000), "The first part of width : height."),
            .optional("ratioHeight", .integer(in: 1...100_000), "The second part of width : height."),
            .optional("ratioTolerance", .number(in: 0...1), "How far a picture may be from the ratio (0.005)."),
            .optional("mostBytes", .integer(in: 1...10_000_000_000), "The largest file."),
            .optional("leastCount", .integer(in: 0...1000), "The fewest pictures."),
            .optional("mostCount", .integer(in: 1...1000), "The most pictures."),
            .optional("oldest", .integer(in: 1...36_500), "How old one may be, in days before the listing's date."),
            .optional("needsAlt", .bool, "Whether each says in words what it shows."),
            .optional("needsCaption", .bool, "Whether each has a caption."),
            .optional("needsConsentScreen", .bool, "Whether one shows where the customer consents."),
        ] + Provenance.properties
    )

    init?(_ object: JSONObject) {
        guard let kind = object.choice("kind", of: Kind.self)?.value else { return nil }
        self.kind = kind
        formats = object.strings("formats").map(\.value)
        leastWidth = object.integer("leastWidth")?.value
        leastHeight = object.integer("leastHeight")?.value
        exactWidth = object.integer("exactWidth")?.value
        exactHeight = object.integer("exactHeight")?.value
        if let width = object.integer("ratioWidth")?.value, let height = object.integer("ratioHeight")?.value {
            ratio = (width, height)
        } else {
            ratio = nil
        }
        ratioTolerance = object.number("ratioTolerance")?.value ?? Self.usualTolerance
        mostBytes = object.integer("mostBytes")?.value
        leastCount = object.integer("leastCount")?.value
        mostCount = object.integer("mostCount")?.value
        oldest = object.integer("oldest")?.value
        needsAlt = object.bool("needsAlt")?.value ?? false
        needsCaption = object.bool("needsCaption")?.value ?? false
        needsConsentScreen = object.bool("needsConsentScreen")?.value ?? false
        provenance = Provenance(object)
    }
}
