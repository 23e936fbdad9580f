package import Listing
package import LocatedJSON

/// A rule that has to know what day it is.
package protocol DatedRule: Rule {
    func check(_ listing: ParsedListing, on today: CalendarDate, reporting findings: inout RuleFindings)
}

extension DatedRule {
    package var ofDates: (any DatedRule)? { self }

    /// Where nobody says what day it is there is nothing to compare with.
    package func check(_ listing: ParsedListing, reporting findings: inout RuleFindings) {}
}
