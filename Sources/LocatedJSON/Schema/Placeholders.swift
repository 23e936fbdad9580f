/// An address with a letter in place of each placeholder.
///
/// Documentation has them in several forms: `{shop}`, `${state}`, `<CLIENT_ID>`. A brace or a bracket that is not closed stays.
package func withoutPlaceholders(_ address: String) -> String {
    guard address.utf8.contains(where: { $0 == Byte.openBrace || $0 == UInt8(ascii: "<") }) else { return address }
    let bytes = Array(address.utf8)
    var plain: [UInt8] = []
    var place = 0
    while place < bytes.count {
        if let end = endOfPlaceholder(bytes[place...]) {
            if bytes[place] == Byte.openBrace, plain.last == UInt8(ascii: "$") { plain.removeLast() }
            plain.append(UInt8(ascii: "x"))
            place = end
        } else {
            plain.append(bytes[place])
            place += 1
        }
    }
    return String(decoding: plain, as: UTF8.self)
}

/// Behind a placeholder that stands first; braces may stand within braces.
private func endOfPlaceholder(_ text: ArraySlice<UInt8>) -> Int? {
    let close: UInt8
    switch text.first {
    case Byte.openBrace: close = Byte.closeBrace
    case UInt8(ascii: "<"): close = UInt8(ascii: ">")
    default: return nil
    }
    var depth = 0
    for place in text.indices.prefix(longestPlaceholder) {
        if text[place] == text.first { depth += 1 }
        if text[place] == close { depth -= 1 }
        if depth == 0 { return place + 1 }
        if text[place].isControl || text[place] == Byte.space || text[place] == 0x7F { return nil }
    }
    return nil
}

private let longestPlaceholder = 100
