/// Percent escapes in destinations.
package enum PercentEncoding {
    /// The text that `bytes` spell; escapes that spell no UTF-8 stay as they are.
    package static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
        guard bytes.contains(UInt8(ascii: "%")) else { return String(decoding: bytes, as: UTF8.self) }
        var result: [UInt8] = []
        var offset = bytes.startIndex
        while offset < bytes.endIndex {
            if bytes[offset] == UInt8(ascii: "%"), offset + 2 < bytes.endIndex, let high = hexValue(bytes[offset + 1]),
                let low = hexValue(bytes[offset + 2])
            {
                result.append(high << 4 | low)
                offset += 3
            } else {
                result.append(bytes[offset])
                offset += 1
            }
        }
        return String(validating: result, as: UTF8.self) ?? String(decoding: bytes, as: UTF8.self)
    }

    private static func hexValue(_ byte: UInt8) -> UInt8? {
        guard byte.isHexDigit else { return nil }
        return byte.isDigit ? byte - UInt8(ascii: "0") : byte.lowercased - UInt8(ascii: "a") + 10
    }

    /// Appends a destination as the value of an attribute, the way cmark does: what is encoded already stays so.
    static func append(_ destination: ArraySlice<UInt8>, to output: inout [UInt8]) {
        for byte in destination {
            switch byte {
            case UInt8(ascii: "&"): output.append(contentsOf: "&amp;".utf8)
            case UInt8(ascii: "'"): output.append(contentsOf: "&#x27;".utf8)
            case _ where isSafe(byte): output.append(byte)
            default:
                output.append(UInt8(ascii: "%"))
                output.append(hexDigit(byte >> 4))
                output.append(hexDigit(byte & 15))
            }
        }
    }

    private static func isSafe(_ byte: UInt8) -> Bool {
        guard !byte.isLetterOrDigit else { return true }
        switch byte {
        case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "!"),
            UInt8(ascii: "*"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ","), UInt8(ascii: "%"),
            UInt8(ascii: "#"), UInt8(ascii: "@"), UInt8(ascii: "?"), UInt8(ascii: "="), UInt8(ascii: ";"),
            UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "$"), UInt8(ascii: "~"):
            return true
        default:
            return false
        }
    }

    private static func hexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
    }
}
