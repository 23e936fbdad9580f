package import Diagnostics
package import LocatedJSON

/// What the integration does with one kind of the customer's data.
package struct DataStatement: Sendable {
    package enum Direction: String, Sendable, CaseIterable {
        case read, write, both
    }

    package let object: Located<String>
    package let direction: Direction?
    package let purpose: Located<String>?
    package let isStored: Bool?
    package let retention: Located<String>?
    package let onDisconnect: Located<String>?
    package let onUninstall: Located<String>?
    package let range: SourceRange
}

/// How often the integration calls an operation at most.
package struct UsageStatement: Sendable {
    package let operation: Located<String>
    package let peak: Located<Int>?
    package let period: RateLimit.Period?
    package let range: SourceRange
}
