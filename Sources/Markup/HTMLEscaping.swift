/// Writing text into HTML, as element content or as an attribute's value in double quotes.
extension [UInt8] {
    /// Appends `text` with `&`, `<`, `>` and `"` written as character references.
    package mutating func appendEscaped(_ text: some Collection<UInt8>) {
        let wasContiguous: Void? = text.withContiguousStorageIfAvailable { bytes in
            var start = 0
            for index in bytes.indices {
                guard let reference = characterReference(for: bytes[index]) else { continue }
                append(contentsOf: bytes[start..<index])
                append(contentsOf: reference.utf8)
                start = index + 1
            }
            append(contentsOf: bytes[start...])
        }
        guard wasContiguous == nil else { return }
        for byte in text {
            if let reference = characterReference(for: byte) {
                append(contentsOf: reference.utf8)
            } else {
                append(byte)
            }
        }
    }

    package mutating func appendEscaped(_ text: String) {
        appendEscaped(text.utf8)
    }
}

private func characterReference(for byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    default: nil
    }
}
