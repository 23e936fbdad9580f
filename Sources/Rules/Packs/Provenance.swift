package import LocatedJSON

/// Where a marketplace's requirement comes from, and how sure it is.
package struct Provenance: Sendable, Hashable {
    package enum Confidence: String, Sendable, CaseIterable {
        /// The marketplace's own text was read.
        case primary
        /// Only a part of the marketplace's own text was read.
        case excerpt
        /// Somebody else's account of it.
        case secondary
        /// Sources contradict one another.
        case conflicting
    }

    package let source: String
    package let read: CalendarDate?
    package let confidence: Confidence
    /// What contradicts what, or how the text is to be understood.
    package let note: String?

    /// Only what the marketplace itself says, without contradiction, can refute a listing.
    package var isCertain: Bool { confidence == .primary || confidence == .excerpt }

    static let properties: [ObjectSchema.Property] = [
        .required("source", .string, "Where the requirement is written."),
        .required("read", .date, "The day on which somebody read it there."),
        .required("confidence", .choice(of: Confidence.self), "How sure the requirement is."),
        .optional("note", .string, "What contradicts what, or how the text is to be understood."),
    ]

    init(_ object: JSONObject) {
        source = object.string("source")?.value ?? ""
        read = object.date("read")?.value
        confidence = object.choice("confidence", of: Confidence.self)?.value ?? .secondary
        note = object.string("note")?.value
    }
}
