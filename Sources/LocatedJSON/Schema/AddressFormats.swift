/// What is wrong with an absolute address of the web (RFC 3986, with letters of any script).
func faultOfURL(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    if isBlank(text) { return "which is blank" }
    if bytes.contains(Byte.space) { return "which has a space" }
    if bytes.contains(where: { $0.isControl || $0 == 0x7F }) { return "which has a control character" }
    let scheme = text.prefix { $0 != ":" }.lowercased()
    let start = scheme.utf8.count + 3
    guard scheme == "https" || scheme == "http", bytes.dropFirst(scheme.utf8.count).starts(with: "://".utf8) else {
        return "which does not begin with \"https://\" or \"http://\""
    }
    if let stray = bytes.first(where: { #"<>"\^`{|}"#.utf8.contains($0) }) {
        return "which has \"\(Unicode.Scalar(stray))\" unescaped"
    }
    guard percentSignsAreEscapes(bytes) else { return "which has \"%\" without two hexadecimal digits after it" }
    return faultOfAuthority(bytes[start...].prefix { !"/?#".utf8.contains($0) })
}

private func percentSignsAreEscapes(_ bytes: [UInt8]) -> Bool {
    bytes.indices.allSatisfy { index in
        bytes[index] != UInt8(ascii: "%")
            || (index + 2 < bytes.count && bytes[index + 1].isHexDigit && bytes[index + 2].isHexDigit)
    }
}

private func faultOfAuthority(_ authority: ArraySlice<UInt8>) -> String? {
    if authority.contains(UInt8(ascii: "@")) { return "which carries a user name" }
    var host = authority
    if let colon = authority.lastIndex(of: Byte.colon), authority.last != Byte.closeBracket {
        let port = authority[(colon + 1)...]
        guard (1...5).contains(port.count), let number = Int(String(decoding: port, as: UTF8.self)), number < 65536,
            port.allSatisfy(\.isDigit)
        else { return "which has no valid port" }
        host = authority[..<colon]
    }
    return isHost(host) ? nil : "which has no valid host"
}

private func isHost(_ host: ArraySlice<UInt8>) -> Bool {
    if host.first == Byte.openBracket {
        let address = host.dropFirst().dropLast()
        return host.last == Byte.closeBracket && address.contains(Byte.colon)
            && address.allSatisfy { $0.isHexDigit || $0 == Byte.colon || $0 == Byte.dot }
    }
    let name = host.last == Byte.dot ? host.dropLast() : host
    return name.split(separator: Byte.dot, omittingEmptySubsequences: false).allSatisfy(isHostLabel)
}

private func isHostLabel(_ label: ArraySlice<UInt8>) -> Bool {
    guard let first = label.first, first != Byte.minus, label.last != Byte.minus else { return false }
    return label.allSatisfy {
        $0.isLetter || $0.isDigit || $0.isNonASCII || $0 == Byte.minus || $0 == UInt8(ascii: "_")
    }
}

/// What is wrong with an email address in the plain form `local@domain`, without quotes and comments.
func faultOfEmail(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    if isBlank(text) { return "which is blank" }
    if bytes.starts(with: "mailto:".utf8) { return "which begins with \"mailto:\"" }
    let parts = bytes.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    guard parts.count == 2 else { return parts.count < 2 ? "which has no \"@\"" : "which has \"@\" more than once" }
    guard bytes.count <= 254, isLocalPart(parts[0]) else { return "which has no valid name before \"@\"" }
    guard parts[1].contains(Byte.dot), parts[1].last != Byte.dot, isHost(parts[1]) else {
        return "which has no valid domain after \"@\""
    }
    return nil
}

private func isLocalPart(_ part: ArraySlice<UInt8>) -> Bool {
    guard part.count <= 64 else { return false }
    return part.split(separator: Byte.dot, omittingEmptySubsequences: false).allSatisfy { atom in
        !atom.isEmpty
            && atom.allSatisfy {
                $0.isLetter || $0.isDigit || $0.isNonASCII || "!#$%&'*+-/=?^_`{|}~".utf8.contains($0)
            }
    }
}
