import Listing
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
    /// Of which a picture has one, where there are any.
    let exactSizes: [PixelSize]
    /// Whether all pictures have one size.
    let needsSameSize: Bool
    /// Width to height, and how far a picture may be from it, as a part of one.
    package let ratio: (width: Int, height: Int)?
    package let ratioTolerance: Double
    package let mostBytes: Int?
    package let leastCount: Int?
    package let mostCount: Int?
    /// The most where there is a video too.
    let mostCountBesideVideo: Int?
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
            .optional("exactSizes", .array(of: .string), "Of which a picture has one: \"1280x800\"."),
            .optional("needsSameSize", .bool, "Whether all pictures have one size."),
            .optional("ratioWidth", .integer(in: 1...100_000), "The first part of width : height."),
            .optional("ratioHeight", .integer(in: 1...100_000), "The second part of width : height."),
            .optional("ratioTolerance", .number(in: 0...1), "How far a picture may be from the ratio (0.005)."),
            .optional("mostBytes", .integer(in: 1...10_000_000_000), "The largest file."),
            .optional("leastCount", .integer(in: 0...1000), "The fewest pictures."),
            .optional("mostCount", .integer(in: 1...1000), "The most pictures."),
            .optional("mostCountBesideVideo", .integer(in: 1...1000), "The most pictures where there is a video."),
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
        exactSizes = object.strings("exactSizes").compactMap { PixelSize(written: $0.value) }
        needsSameSize = object.bool("needsSameSize")?.value ?? false
        ratio = object.ratio
        ratioTolerance = object.number("ratioTolerance")?.value ?? Self.usualTolerance
        mostBytes = object.integer("mostBytes")?.value
        leastCount = object.integer("leastCount")?.value
        mostCount = object.integer("mostCount")?.value
        mostCountBesideVideo = object.integer("mostCountBesideVideo")?.value
        oldest = object.integer("oldest")?.value
        needsAlt = object.bool("needsAlt")?.value ?? false
        needsCaption = object.bool("needsCaption")?.value ?? false
        needsConsentScreen = object.bool("needsConsentScreen")?.value ?? false
        provenance = Provenance(object)
    }
}

extension JSONObject {
    /// Width to height, where both parts are given and make a ratio.
    var ratio: (width: Int, height: Int)? {
        guard let width = integer("ratioWidth")?.value, let height = integer("ratioHeight")?.value, width > 0,
            height > 0
        else { return nil }
        return (width, height)
    }
}

extension PixelSize {
    /// `1280x800`.
    fileprivate init?(written text: String) {
        let sides = text.split(separator: "x").compactMap { Int($0) }
        guard sides.count == 2 else { return nil }
        self.init(width: sides[0], height: sides[1])
    }
}
