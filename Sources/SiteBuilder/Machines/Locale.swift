/// A language as the Open Graph protocol writes it: its name and, where the tag has one, the region: `fr`, `pt_BR`.
///
/// What is no part of the tag is not made up: `fr` is no more of France than of Canada.
func locale(of language: String) -> String {
    let parts = language.split(separator: "-")
    // A region has two letters or three digits; a script has four letters.
    let region = parts.dropFirst().prefix { $0.utf8.count > 1 }.first { part in
        part.utf8.count == 2 || (part.utf8.count == 3 && part.allSatisfy(\.isNumber))
    }
    return ([parts.first?.lowercased(), region?.uppercased()] as [String?]).compactMap(\.self).joined(separator: "_")
}
