/// What chunks of data are written in: JSON, and numbers packed into letters.
extension [UInt8] {
    /// So much of a text is shown in a list of results.
    private static var longestShownText: Int { 200 }

    /// Adds a text in quotes, cut when it is longer than anybody reads in a list.
    mutating func appendJSON(_ text: String) {
        append(UInt8(ascii: "\""))
        var count = 0
        for byte in text.utf8 {
            count += 1
            if count > Self.longestShownText, byte & 0xC0 != 0x80 { break }
            appendEscapedJSON(byte)
        }
        append(UInt8(ascii: "\""))
    }

    /// Adds bytes in quotes, all of them.
    mutating func appendJSON(_ bytes: some Sequence<UInt8>) {
        append(UInt8(ascii: "\""))
        for byte in bytes { appendEscapedJSON(byte) }
        append(UInt8(ascii: "\""))
    }

    private mutating func appendEscapedJSON(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): self += [UInt8(ascii: "\\"), byte]
        case UInt8(ascii: "\n"): self += "\\n".utf8
        // Control characters are nothing that can be seen.
        case 0..<0x20: append(UInt8(ascii: " "))
        default: append(byte)
        }
    }

    /// Adds a number to the base of 28, the lowest digit first.
    ///
    /// The digits are `#` to `>`, and `?` to `Z` where another one follows: signs that need no escape in JSON.
    mutating func appendPacked(_ number: Int) {
        var rest = number
        repeat {
            let digit = UInt8(rest % 28)
            rest /= 28
            append(UInt8(ascii: "#") + digit + (rest > 0 ? 28 : 0))
        } while rest > 0
    }

    /// Adds a list of texts.
    mutating func appendJSON(list texts: some Sequence<[UInt8]>) {
        append(UInt8(ascii: "["))
        for (number, text) in texts.enumerated() {
            if number > 0 { append(UInt8(ascii: ",")) }
            appendJSON(text)
        }
        append(UInt8(ascii: "]"))
    }
}
