import LocatedJSON

/// Reads a moment as recordings write it (ISO 8601): `2026-11-20T09:00:00.123+02:00`.
///
/// A time without an offset counts as UTC, and a fraction is cut to milliseconds.
///
/// - Returns: milliseconds since 1970 in UTC.
package func recordedTime(_ text: String) -> Int? {
    var reader = TimeReader(Array(text.utf8))
    return reader.read()
}

private struct TimeReader {
    private let bytes: [UInt8]
    private var place = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func read() -> Int? {
        guard bytes.count <= 64, let date = CalendarDate(String(decoding: bytes.prefix(10), as: UTF8.self)) else {
            return nil
        }
        place = 10
        guard take("T") || take("t") || take(" "), let hour = number(2), take(":"), let minute = number(2),
            hour < 24, minute < 60
        else { return nil }
        var seconds = 0
        if take(":") {
            // A leap second counts as the one that follows.
            guard let read = number(2), read <= 60 else { return nil }
            seconds = read
        }
        let fraction = take(".") || take(",") ? milliseconds() : 0
        guard let fraction, let offset = offset(), place == bytes.count else { return nil }
        let minutes = date.dayNumber * 1440 + hour * 60 + minute - offset
        return (minutes * 60 + seconds) * 1000 + fraction
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard place < bytes.count, bytes[place] == UInt8(ascii: character) else { return false }
        place += 1
        return true
    }

    private var digit: Int? {
        guard place < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[place]) else { return nil }
        return Int(bytes[place] - UInt8(ascii: "0"))
    }

    private mutating func number(_ length: Int) -> Int? {
        var number = 0
        for _ in 0..<length {
            guard let digit else { return nil }
            number = number * 10 + digit
            place += 1
        }
        return number
    }

    private mutating func milliseconds() -> Int? {
        var sum = 0
        var weight = 100
        var count = 0
        while let digit {
            sum += digit * weight
            weight /= 10
            count += 1
            place += 1
        }
        return count > 0 ? sum : nil
    }

    /// In minutes: `Z`, `+02:00`, `+0200`, `+02` or nothing.
    private mutating func offset() -> Int? {
        if place == bytes.count || take("Z") || take("z") { return 0 }
        let sign = take("+") ? 1 : take("-") ? -1 : 0
        guard sign != 0, let hours = number(2), hours < 24 else { return nil }
        guard place < bytes.count else { return sign * hours * 60 }
        _ = take(":")
        guard let minutes = number(2), minutes < 60 else { return nil }
        return sign * (hours * 60 + minutes)
    }
}
