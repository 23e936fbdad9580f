#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// The clock as the `Date` header shows it.
enum HTTPDate {
    private static let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    static func now() -> String {
        text(secondsSince1970: time(nil))
    }

    /// `Sun, 06 Nov 1994 08:49:37 GMT`.
    static func text(secondsSince1970: time_t) -> String {
        var seconds = secondsSince1970
        var parts = unsafe tm()
        unsafe gmtime_r(&seconds, &parts)
        let day = unsafe days[Int(parts.tm_wday) % days.count]
        let month = unsafe months[Int(parts.tm_mon) % months.count]
        let date = unsafe "\(twoDigits(parts.tm_mday)) \(month) \(parts.tm_year + 1900)"
        let clock = unsafe [parts.tm_hour, parts.tm_min, parts.tm_sec].map(twoDigits).joined(separator: ":")
        return "\(day), \(date) \(clock) GMT"
    }

    private static func twoDigits(_ number: Int32) -> String {
        number < 10 ? "0\(number)" : "\(number)"
    }
}
