/// How secrets look, where their names alone do not tell: the same names go with rows, places in a list and countries.
enum SecretLooks {
    private static let shortestKey = 16
    private static let shortestToken = 12
    /// More letters in a row are no word.
    private static let longestWord = 20
    /// So few characters are `q3`, `v2` or `30T09`, and no part of a token by themselves.
    private static let longestMark = 5

    /// Keys of files, rows and languages are words, paths or numbers in groups.
    static func isKey(_ value: ArraySlice<UInt8>) -> Bool {
        value.count >= shortestKey && value.contains(where: \.isDigit) && value.contains(where: \.isLetter)
            && value.allSatisfy { $0.isDigit || $0.isLetter }
    }

    /// Alone or behind the scheme that credentials have in a header.
    static func isToken(_ value: ArraySlice<UInt8>) -> Bool {
        let bare = SecretNames.isCredential(value) ? value.drop { $0 != UInt8(ascii: " ") }.dropFirst() : value
        return bare.count >= shortestToken && !bare.contains(UInt8(ascii: " ")) && bare.contains(where: \.isDigit)
            && !isGroups(bare)
    }

    /// Words and numbers with something between them: `US-CA-SAN-FRANCISCO-1`, `order-2026-11-30`.
    static func isGroups(_ value: ArraySlice<UInt8>) -> Bool {
        let groups = value.split { !$0.isLetter && !$0.isDigit }
        return groups.count > 1
            && groups.allSatisfy { group in
                group.count <= longestMark
                    || (group.count <= longestWord && (group.allSatisfy(\.isLetter) || group.allSatisfy(\.isDigit)))
            }
    }
}
