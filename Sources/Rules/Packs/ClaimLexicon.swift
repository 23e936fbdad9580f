import LocatedJSON

/// Claims that a marketplace does not allow, by the words in which they are made.
package struct ClaimLexicon: Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case superlative, guarantee, statistic, endorsement, price, resale
    }

    package let kind: Kind
    /// Words and phrases, compared without regard to case and to blanks or hyphens between words: `#` stands for a
    /// number, `#x` for `3x`, `…` for up to three words, `@` for a name, and `/` stands between words of which one is said.
    package let phrases: [String]
    package let provenance: Provenance

    static let schema = ObjectSchema(
        title: "Prohibited claim",
        description: "Claims that a marketplace does not allow, by the words in which they are made.",
        properties: [
            .required("kind", .choice(of: Kind.self), "What kind of claim it is."),
            .required(
                "phrases",
                .array(of: .string, count: 1...Int.max),
                "Words and phrases; # stands for a number, #x for 3x, … for up to three words, @ for a name, / for one or the other."
            ),
        ] + Provenance.properties
    )

    init?(_ object: JSONObject) {
        guard let kind = object.choice("kind", of: Kind.self)?.value else { return nil }
        self.kind = kind
        phrases = object.strings("phrases").map(\.value)
        provenance = Provenance(object)
    }
}
