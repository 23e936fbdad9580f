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

    /// Whether the marketplace only recommends it.
    package let isAdvice: Bool

    /// Only what the marketplace itself demands, without contradiction, can refute a listing.
    package var isCertain: Bool { !isAdvice && (confidence == .primary || confidence == .excerpt) }

    /// Why what breaks the requirement is no error; nil where it is one.
    package var doubt: String? {
        if isAdvice { return "a recommendation" }
        return isCertain ? nil : confidence.rawValue
    }

    static let properties: [ObjectSchema.Property] = [
        .required("source", .string, "Where the requirement is written."),
        .required("read", .date, "The day on which somebody read it there."),
        .required("confidence", .choice(of: Confidence.self), "How sure the requirement is."),
        .optional("note", .string, "What contradicts what, or how the text is to be understood."),
        .optional("isAdvice", .bool, "Whether the marketplace only recommends it."),
    ]

    init(_ object: JSONObject) {
        source = object.string("source")?.value ?? ""
        read = object.date("read")?.value
        confidence = object.choice("confidence", of: Confidence.self)?.value ?? .secondary
        isAdvice = object.bool("isAdvice")?.value ?? false
        note = object.string("note")?.value
    }
}
