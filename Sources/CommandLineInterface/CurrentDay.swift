import FoundationEssentials
import LocatedJSON

extension Terminal {
    /// Today by the clock, in UTC, or the day of `SOURCE_DATE_EPOCH`, with which a run gives the same again on any day.
    func currentDay() throws(UsageError) -> CalendarDate? {
        let name = "SOURCE_DATE_EPOCH"
        guard let text = environment[name], !text.isEmpty else {
            return CalendarDate(dayNumber: Int((Date().timeIntervalSince1970 / Self.secondsOfDay).rounded(.down)))
        }
        guard let seconds = Int(text), let day = CalendarDate(dayNumber: seconds / Int(Self.secondsOfDay)), seconds >= 0
        else { throw UsageError(message: "\(name) wants seconds since 1970, not '\(text)'") }
        return day
    }

    private static let secondsOfDay = 86_400.0
}
