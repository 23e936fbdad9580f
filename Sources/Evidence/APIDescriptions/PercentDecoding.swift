/// The text behind `%41` and the like; what is no such thing stays as it is.
package func percentDecoded(_ text: some StringProtocol) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
    let bytes = Array(text.utf8)
    var decoded: [UInt8] = []
    var place = 0
    while place < bytes.count {
        if bytes[place] == UInt8(ascii: "%"), place + 2 < bytes.count,
            let high = hexadecimalValue(bytes[place + 1]), let low = hexadecimalValue(bytes[place + 2])
        {
            decoded.append(high << 4 | low)
            place += 3
        } else {
            decoded.append(bytes[place])
            place += 1
        }
    }
    return String(decoding: decoded, as: UTF8.self)
}

func hexadecimalValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
}

/// A part of a JSON pointer with `~1` as a slash and `~0` as a tilde (RFC 6901).
func pointerName(_ part: String) -> String {
    guard part.utf8.contains(UInt8(ascii: "~")) else { return part }
    var name: [UInt8] = []
    var bytes = part.utf8.makeIterator()
    while let byte = bytes.next() {
        guard byte == UInt8(ascii: "~") else {
            name.append(byte)
            continue
        }
        switch bytes.next() {
        case UInt8(ascii: "1"): name.append(UInt8(ascii: "/"))
        case UInt8(ascii: "0"): name.append(UInt8(ascii: "~"))
        case let other: name += [UInt8(ascii: "~")] + (other.map { [$0] } ?? [])
        }
    }
    return String(decoding: name, as: UTF8.self)
}
