import LocatedJSON

/// What a marketplace asks of videos.
package struct VideoLimit: Sendable {
    /// In lower case: `mp4`, `mov`, `webm`; empty when any will do.
    package let formats: [String]
    /// In seconds.
    package let leastDuration: Int?
    package let mostDuration: Int?
    package let mostBytes: Int?
    package let mostCount: Int?
    package let leastWidth: Int?
    package let leastHeight: Int?
    /// Width to height.
    let ratio: (width: Int, height: Int)?
    let ratioTolerance: Double
    /// Where a video may stand besides the listing's own folder; nil when anywhere.
    package let hosts: [String]?
    package let needsCaptions: Bool
    package let needsPoster: Bool
    package let needsTranscript: Bool
    package let provenance: Provenance

    static let schema = ObjectSchema(
        title: "Video limit",
        description: "What a marketplace asks of videos.",
        properties: [
            .optional("formats", .array(of: .choice(["mp4", "mov", "webm"])), "File formats."),
            .optional("leastDuration", .integer(in: 1...86_400), "In seconds."),
            .optional("mostDuration", .integer(in: 1...86_400), "In seconds."),
            .optional("mostBytes", .integer(in: 1...100_000_000_000), "The largest file."),
            .optional("mostCount", .integer(in: 0...1000), "The most videos."),
            .optional("leastWidth", .integer(in: 1...100_000), "In pixels."),
            .optional("leastHeight", .integer(in: 1...100_000), "In pixels."),
            .optional("ratioWidth", .integer(in: 1...100_000), "The first part of width : height."),
            .optional("ratioHeight", .integer(in: 1...100_000), "The second part of width : height."),
            .optional("ratioTolerance", .number(in: 0...1), "How far a video may be from the ratio (0.005)."),
            .optional("hosts", .array(of: .string), "Hosts besides the listing's own folder."),
            .optional("needsCaptions", .bool, "Whether its words have to be there as WebVTT."),
            .optional("needsPoster", .bool, "Whether a picture has to stand for it."),
            .optional("needsTranscript", .bool, "Whether its words have to be there as text."),
        ] + Provenance.properties
    )

    init(_ object: JSONObject) {
        formats = object.strings("formats").map(\.value)
        leastDuration = object.integer("leastDuration")?.value
        mostDuration = object.integer("mostDuration")?.value
        mostBytes = object.integer("mostBytes")?.value
        mostCount = object.integer("mostCount")?.value
        leastWidth = object.integer("leastWidth")?.value
        leastHeight = object.integer("leastHeight")?.value
        ratio = object.ratio
        ratioTolerance = object.number("ratioTolerance")?.value ?? PictureLimit.usualTolerance
        hosts = object.has("hosts") ? object.strings("hosts").map(\.value) : nil
        needsCaptions = object.bool("needsCaptions")?.value ?? false
        needsPoster = object.bool("needsPoster")?.value ?? false
        needsTranscript = object.bool("needsTranscript")?.value ?? false
        provenance = Provenance(object)
    }
}
