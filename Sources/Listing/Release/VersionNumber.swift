/// A version as people count: 1.10 comes after 1.9, and 2 is 2.0.0.
package struct VersionNumber: Comparable {
    private let numbers: [Int]

    /// nil where the text does not begin with a number, so that nothing is said of it; `v` in front is a habit.
    package init?(_ text: String) {
        guard var numbers = Self.numbers(in: text) else { return nil }
        while numbers.last == 0 { numbers.removeLast() }
        self.numbers = numbers
    }

    /// At most nine digits each, up to what follows the version proper: `1.4.0` in `1.4.0-beta`.
    private static func numbers(in text: String) -> [Int]? {
        var numbers: [Int] = []
        var (number, digitCount) = (0, 0)
        let bytes = text.utf8.first == UInt8(ascii: "v") ? text.utf8.dropFirst() : text.utf8[...]
        loop: for byte in bytes {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                digitCount += 1
                guard digitCount <= 9 else { return nil }
                number = number * 10 + Int(byte - UInt8(ascii: "0"))
            case UInt8(ascii: "."):
                guard digitCount > 0 else { return nil }
                numbers.append(number)
                (number, digitCount) = (0, 0)
            case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: " "): break loop
            default: return nil
            }
        }
        return digitCount > 0 ? numbers + [number] : nil
    }

    package static func < (left: VersionNumber, right: VersionNumber) -> Bool {
        left.numbers.lexicographicallyPrecedes(right.numbers)
    }
}
