/// Comma-separated values by RFC 4180: lines end in CR LF, and a field that needs quotes has them.
///
/// A spreadsheet computes a field that begins with `=`, `+`, `-` or `@`, and authors are not to be believed that much:
/// such a field gets an apostrophe in front, which spreadsheets do not show and other programs have to take off.
enum CSVText {
    static func bytes(_ rows: [[String]]) -> [UInt8] {
        var bytes: [UInt8] = []
        for row in rows {
            for (index, field) in row.enumerated() {
                if index > 0 { bytes.append(comma) }
                append(field, to: &bytes)
            }
            bytes += [carriageReturn, lineFeed]
        }
        return bytes
    }

    private static func append(_ field: String, to bytes: inout [UInt8]) {
        let text = (isComputed(field) ? "'" : "") + field
        guard text.utf8.contains(where: { [comma, quote, carriageReturn, lineFeed].contains($0) }) else {
            bytes += text.utf8
            return
        }
        bytes.append(quote)
        for byte in text.utf8 {
            if byte == quote { bytes.append(quote) }
            bytes.append(byte)
        }
        bytes.append(quote)
    }

    /// What stands before the sign, and is no letter that would be shown, does not keep a spreadsheet from computing.
    private static func isComputed(_ field: String) -> Bool {
        guard let first = field.unicodeScalars.first else { return false }
        if first == "\t" || first == "\r" || first == "\n" { return true }
        let sign = field.unicodeScalars.first { !$0.properties.isWhitespace && $0.value >= 0x20 }
        return sign.map { "=+-@\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars.contains($0) } ?? false
    }

    private static let comma = UInt8(ascii: ",")
    private static let quote = UInt8(ascii: "\"")
    private static let carriageReturn = UInt8(ascii: "\r")
    private static let lineFeed = UInt8(ascii: "\n")
}
