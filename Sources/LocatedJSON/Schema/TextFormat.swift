/// What a text must look like.
package enum TextFormat: Sendable, Hashable, CaseIterable {
    /// Any text, even none.
    case any
    case notBlank
    /// A name that stands in addresses: `points-sync`.
    case identifier
    /// A day of the calendar: `2026-01-31`.
    case date
    /// An absolute address of the web.
    case url
    /// The same as documentation writes it, with placeholders: `https://{shop}.example/?client_id=<ID>`.
    case urlTemplate
    case email
    /// A file below the folder of the document that names it.
    case relativePath
    /// The same, or an absolute address of the web in its place, which may have placeholders.
    case pathOrURLTemplate

    /// What is wanted, for "must be …".
    var description: String {
        switch self {
        case .any, .notBlank: "text"
        case .identifier: "an identifier such as \"points-sync\""
        case .date: "a date such as \"2026-01-31\""
        case .url, .urlTemplate: "an address that begins with \"https://\""
        case .email: "an email address"
        case .relativePath: "the path of a file"
        case .pathOrURLTemplate: "the path of a file or an address"
        }
    }

    /// What is wrong with a text, as a clause that begins with "which"; nothing if it has the format.
    package func fault(of text: String) -> String? {
        switch self {
        case .any: nil
        case .notBlank: isBlank(text) ? "which is blank" : nil
        case .identifier: faultOfIdentifier(text)
        case .date: faultOfDate(text)
        case .url: faultOfURL(text)
        case .urlTemplate: faultOfURL(withoutPlaceholders(text))
        case .email: faultOfEmail(text)
        case .relativePath: faultOfRelativePath(text)
        case .pathOrURLTemplate:
            text.utf8.contains(Byte.colon) && text.contains("://")
                ? faultOfURL(withoutPlaceholders(text)) : faultOfRelativePath(text)
        }
    }
}

func isBlank(_ text: String) -> Bool {
    // Nearly every text begins with ASCII, for which the tables of Unicode need not be asked.
    if let first = text.utf8.first, first > Byte.space, !first.isNonASCII { return false }
    return text.unicodeScalars.allSatisfy(\.properties.isWhitespace)
}

private func faultOfIdentifier(_ text: String) -> String? {
    func isPlain(_ byte: UInt8) -> Bool { byte.isDigit || (byte.isLetter && byte & 0x20 != 0) }
    guard let first = text.utf8.first else { return "which is blank" }
    guard text.utf8.allSatisfy({ isPlain($0) || $0 == Byte.minus }) else {
        return "which has more than the letters a-z, digits and hyphens"
    }
    guard isPlain(first) else { return "which begins with a hyphen" }
    return text.utf8.count > longestIdentifier ? "which is longer than \(longestIdentifier) characters" : nil
}

let longestIdentifier = 64

private func faultOfDate(_ text: String) -> String? {
    guard CalendarDate(text) == nil else { return nil }
    return CalendarDate.hasForm(text) ? "which is no day of the calendar" : "which is not written as YYYY-MM-DD"
}

private func faultOfRelativePath(_ text: String) -> String? {
    if isBlank(text) { return "which is blank" }
    if text.utf8.contains(Byte.backslash) { return "which has a backslash instead of \"/\"" }
    if text.utf8.contains(where: { $0.isControl || $0 == 0x7F }) { return "which has a control character" }
    if text.utf8.first == Byte.slash { return "which begins with \"/\"" }
    if text.utf8.last == Byte.slash { return "which ends in \"/\"" }
    if text.utf8.contains(Byte.colon), text.contains("://") { return "which is an address and no file" }
    for component in text.utf8.split(separator: Byte.slash, omittingEmptySubsequences: false) {
        if component.isEmpty { return "which has an empty component" }
        if component.elementsEqual(".".utf8) || component.elementsEqual("..".utf8) {
            return "which has the component \"\(Substring(component))\""
        }
    }
    return nil
}
