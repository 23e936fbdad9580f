import Diagnostics

/// The first bytes that are not UTF-8 (Unicode, table 3-7), in the offsets of the array that the slice is taken from.
func firstInvalidUTF8(in bytes: ArraySlice<UInt8>) -> ByteRange? {
    var position = bytes.startIndex
    while position < bytes.endIndex {
        let lead = bytes[position]
        guard lead.isNonASCII else {
            position += 1
            continue
        }
        guard let tail = tailOfSequence(lead) else { return ByteRange(position, position + 1) }
        for step in 1...tail.length {
            let allowed = step == 1 ? tail.second : 0x80...0xBF
            guard position + step < bytes.endIndex, allowed.contains(bytes[position + step]) else {
                return ByteRange(position, position + step)
            }
        }
        position += 1 + tail.length
    }
    return nil
}

/// How many bytes follow a leading byte, and which may be the next; none for a byte that cannot lead.
private func tailOfSequence(_ lead: UInt8) -> (length: Int, second: ClosedRange<UInt8>)? {
    switch lead {
    case 0xC2...0xDF: (1, 0x80...0xBF)
    case 0xE0: (2, 0xA0...0xBF)
    case 0xED: (2, 0x80...0x9F)
    case 0xE1...0xEF: (2, 0x80...0xBF)
    case 0xF0: (3, 0x90...0xBF)
    case 0xF1...0xF3: (3, 0x80...0xBF)
    case 0xF4: (3, 0x80...0x8F)
    default: nil
    }
}
