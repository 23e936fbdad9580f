/// The numbers of a published search index, as the theme's script reads them.
package enum IndexNumbers {
    /// To the base of 28 from `#` on, the lowest digit first; a digit that others follow stands 28 higher.
    package static func of(_ text: some StringProtocol) -> [Int] {
        var all: [Int] = []
        var (number, unit) = (0, 1)
        for byte in text.utf8 {
            let digit = Int(byte) - 35
            number += digit % 28 * unit
            unit *= 28
            guard digit < 28 else { continue }
            all.append(number)
            (number, unit) = (0, 1)
        }
        return all
    }
}
