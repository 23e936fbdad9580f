/// The most bytes that an id may have: it becomes part of an address.
package let longestIdentifier = 64

/// Whether a name can be an id: lower-case letters, digits and hyphens, beginning with a letter or digit.
package func isIdentifier(_ name: String) -> Bool {
    guard let first = name.utf8.first, first != UInt8(ascii: "-"), name.utf8.count <= longestIdentifier else {
        return false
    }
    return name.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
        default: false
        }
    }
}
