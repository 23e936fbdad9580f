import Diagnostics

/// For messages, which name the value at hand: as JSON writes it, without secrets, and cut short if it is long.
func quoted(_ text: String, upTo limit: Int = 60) -> String {
    // Before it is cut: half an address does not tell where its password ends.
    let text = concealingSecrets(in: text)
    let isLong = limit < text.utf8.count && limit < text.unicodeScalars.count
    return jsonText(isLong ? String(String.UnicodeScalarView(text.unicodeScalars.prefix(limit))) + "…" : text)
}

/// For what is written into a file: the whole text as JSON writes it.
func jsonText(_ text: String) -> String {
    var writer = JSONWriter()
    writer.string(text)
    return String(decoding: writer.bytes, as: UTF8.self)
}

func codePoint(_ byte: UInt8) -> String { "U+00" + hexadecimal(byte).dropFirst(2) }

func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return "0x" + (digits.utf8.count < 2 ? "0" : "") + digits
}
