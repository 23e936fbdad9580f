package import Diagnostics
package import LocatedJSON

/// What the integration does with one kind of the customer's data.
///
/// A class, since rule after rule goes through all of them and a value would be copied each time.
package final class DataStatement: Sendable {
    package enum Direction: String, Sendable, CaseIterable {
        case read, write, both
    }

    /// In the main language, in which the catalogue names its resources.
    package let object: Located<String>
    /// In the language of the pages.
    package let shownObject: String
    package let direction: Direction?
    /// Where the direction stands.
    package let directionRange: SourceRange?
    package let purpose: Located<String>?
    package let isStored: Bool?
    package let retention: Located<String>?
    package let onDisconnect: Located<String>?
    package let onUninstall: Located<String>?
    package let range: SourceRange

    init?(_ statement: JSONObject) {
        guard let object = statement.mainString("object") else { return nil }
        self.object = object
        shownObject = statement.string("object")?.value ?? object.value
        direction = statement.choice("direction", of: Direction.self)?.value
        directionRange = statement.valueRange("direction")
        purpose = statement.string("purpose")
        isStored = statement.bool("stored")?.value
        retention = statement.string("retention")
        onDisconnect = statement.string("onDisconnect")
        onUninstall = statement.string("onUninstall")
        range = statement.range
    }
}

/// How often the integration calls an operation at most.
package struct UsageStatement: Sendable {
    package let operation: Located<String>
    package let peak: Located<Int>?
    package let period: RateLimit.Period?
    /// What is counted, where it is not the calls themselves.
    package let unit: Located<String>?
    package let range: SourceRange
}

extension DataStatement {
    static let schema = ObjectSchema(
        title: "Data statement",
        description: "What the integration does with one kind of the customer's data.",
        properties: [
            .required("object", .localizedString, "The kind of data: users, events …"),
            .required("direction", .choice(of: Direction.self), "Whether it is read, written or both."),
            .required("purpose", .localizedString, "What for."),
            .required("stored", .bool, "Whether the integration keeps a copy."),
            .required("retention", .localizedString, "How long it is kept."),
            .required("onDisconnect", .localizedString, "What becomes of it when the customer disconnects."),
            .required("onUninstall", .localizedString, "What becomes of it when the customer uninstalls."),
        ]
    )
}

extension UsageStatement {
    static let schema = ObjectSchema(
        title: "Usage",
        description: "How often an operation is called at most.",
        properties: [
            .required("operation", .string, "The operation's id in the catalogue."),
            .required("peak", .object(peakSchema), "The highest rate."),
        ]
    )

    private static let peakSchema = ObjectSchema(
        title: "Peak",
        properties: [
            .required("count", .integer(in: 1...1_000_000_000), "How many."),
            .optional("unit", .string, "Of what: users, events …; calls when left out."),
            .required("per", .choice(of: RateLimit.Period.self), "In which time."),
        ]
    )

    init?(_ object: JSONObject) {
        guard let operation = object.string("operation") else { return nil }
        let peak = object.object("peak")
        self.init(
            operation: operation,
            peak: peak?.integer("count"),
            period: peak?.choice("per", of: RateLimit.Period.self)?.value,
            unit: peak?.string("unit"),
            range: object.range
        )
    }
}
