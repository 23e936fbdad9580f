/// A file as it may be shown: of every address in it, the values of keys and what stands before the host are written over,
/// byte for byte, so that all places stay where they are.
package func concealingSecrets(in bytes: [UInt8]) -> [UInt8] {
    var shown = bytes
    var place = 0
    while let found = bytes[place...].firstIndex(where: { $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: ":") }) {
        place = found + 1
        let secrets =
            bytes[found] == UInt8(ascii: "=")
            ? [parameter(at: found, in: bytes)].compactMap(\.self) : credentials(at: found, in: bytes)
        for secret in secrets where !SecretRemoval.isRemoved(bytes[secret]) {
            for hidden in secret { shown[hidden] = UInt8(ascii: "*") }
            place = secret.upperBound
        }
    }
    return shown
}

/// The same of a text that quotes an address, such as a message.
package func concealingSecrets(in text: String) -> String {
    // Where neither stands there is nothing to be written over, as in most messages.
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: "@") }) else { return text }
    let bytes = Array(text.utf8)
    let shown = concealingSecrets(in: bytes)
    return shown == bytes ? text : String(decoding: shown, as: UTF8.self)
}

/// Where the value behind a sign of equality stands, if its name is that of a secret and it stands in an address.
private func parameter(at sign: Int, in bytes: [UInt8]) -> Range<Int>? {
    let name = bytes[max(0, sign - 64)..<sign].reversed().prefix { !$0.endsParameter }.count
    // JSON may write `\u0026` for the sign before a name.
    let isEscaped = bytes[(sign - name)..<sign].starts(with: "u0026".utf8)
    let start = sign - name + (isEscaped ? 5 : 0)
    guard start < sign, start > 0, isEscaped || bytes[start - 1].beginsParameter,
        SecretNames.isOfParameter(percentDecoded(bytes[start..<sign]))
    else { return nil }
    let end = bytes[(sign + 1)...].firstIndex(where: \.endsValue) ?? bytes.endIndex
    return end > sign + 1 ? sign + 1..<end : nil
}

private func percentDecoded(_ name: ArraySlice<UInt8>) -> String {
    var text: [UInt8] = []
    var place = name.startIndex
    while place < name.endIndex {
        let digits = name[(place + 1)...].prefix(2)
        if name[place] == UInt8(ascii: "%"), digits.count == 2,
            let byte = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
        {
            text.append(byte)
            place += 3
        } else {
            text.append(name[place])
            place += 1
        }
    }
    return String(decoding: text, as: UTF8.self)
}

/// Where name and password of `https://name:password@host` stand, from the colon behind the scheme: a token is as often the
/// name as the password.
private func credentials(at colon: Int, in bytes: [UInt8]) -> [Range<Int>] {
    guard bytes[(colon + 1)...].starts(with: "//".utf8) else { return [] }
    let start = colon + 3
    let authority = bytes[start...].prefix { !$0.endsParameter && $0 != UInt8(ascii: "/") && !$0.beginsParameter }
    guard let end = authority.lastIndex(of: UInt8(ascii: "@")) else { return [] }
    let divider = authority[..<end].firstIndex(of: UInt8(ascii: ":")) ?? end
    return [start..<divider, min(divider + 1, end)..<end].filter { !$0.isEmpty }
}

extension UInt8 {
    fileprivate var beginsParameter: Bool {
        self == UInt8(ascii: "?") || self == UInt8(ascii: "&") || self == UInt8(ascii: "#")
            || self == UInt8(ascii: ";")
    }

    fileprivate var endsParameter: Bool { endsValue || beginsParameter || self == UInt8(ascii: "'") }

    fileprivate var endsValue: Bool {
        switch self {
        case 0...0x20, UInt8(ascii: "&"), UInt8(ascii: "#"), UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"),
            UInt8(ascii: "\\"), UInt8(ascii: "`"):
            true
        default: false
        }
    }
}
