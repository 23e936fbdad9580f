/// What tools and people leave where a secret was.
package enum SecretRemoval {
    /// More is no word that somebody left.
    private static let longest = 64

    /// Whether nothing, or what was written over a secret, stands in its place.
    ///
    /// All of the value has to say so: a session beside a harmless word is there all the same.
    package static func isRemoved(_ value: ArraySlice<UInt8>) -> Bool {
        let small = value.prefix(512).map(\.lowercased)
        let bare = withoutScheme(small[...])
        if bare.allSatisfy(isFiller) { return true }
        return isVariable(bare) || isNothing(bare) || isPlaceholder(bare)
    }

    /// The words that say it: `[redacted]`, `SANITIZED`, `example-token`.
    ///
    /// A password may begin with any of them.
    private static let removals: Set<String> = [
        "redacted", "redact", "removed", "sanitized", "sanitised", "masked", "mask", "hidden", "filtered", "omitted",
        "placeholder", "example", "dummy", "concealed", "scrubbed", "censored", "deleted", "your",
    ]

    /// What may stand beside them, and alone between brackets: `<your token here>`, `{access_token}`.
    private static let companions: Set<String> = [
        "token", "key", "secret", "password", "passwd", "access", "refresh", "api", "app", "auth", "oauth",
        "authorization", "bearer", "basic", "bot", "cookie", "cookies", "session", "client", "user", "username", "name",
        "id", "code", "jwt", "value", "header", "credential", "credentials", "data", "here", "my", "the", "this", "by",
        "for", "from", "was", "is", "has", "been", "insert", "of", "signature",
        "xoxb", "xoxp", "sk", "pk", "live", "test", "ghp",
    ]

    /// Of which documentation makes the name of what goes there: `ACCESS_TOKEN`, `API_KEY`.
    ///
    /// Passwords may be words too.
    private static let placeNames: Set<String> = ["token", "key", "client"]

    private static func isPlaceholder(_ value: ArraySlice<UInt8>) -> Bool {
        guard value.count <= longest, value.allSatisfy({ $0.isSmallLetter || isMark($0) }) else { return false }
        let words = value.split { !$0.isSmallLetter }
        guard !words.isEmpty else { return false }
        let saying = words.count { removals.contains(String(decoding: $0, as: UTF8.self)) }
        let beside = words.count { companions.contains(String(decoding: $0, as: UTF8.self)) }
        return saying + beside >= words.count
            && (saying > 0 || isBracketed(value) || words.contains(where: isPlaceName))
    }

    private static func isPlaceName(_ word: ArraySlice<UInt8>) -> Bool {
        placeNames.contains(String(decoding: word, as: UTF8.self))
    }

    private static func isBracketed(_ value: ArraySlice<UInt8>) -> Bool {
        switch (value.first, value.last) {
        case (UInt8(ascii: "<"), UInt8(ascii: ">")), (UInt8(ascii: "{"), UInt8(ascii: "}")),
            (UInt8(ascii: "["), UInt8(ascii: "]")):
            true
        default: false
        }
    }

    /// What stands around and between the words; digits do not, since keys have them.
    private static func isMark(_ byte: UInt8) -> Bool { isFiller(byte) || "<>{}[]()#:+/!".utf8.contains(byte) }

    private static let nothings: Set<String> = ["none", "null", "nil", "undefined", "true", "false"]

    private static func isNothing(_ value: ArraySlice<UInt8>) -> Bool {
        value.count <= 16 && nothings.contains(String(decoding: value, as: UTF8.self))
    }

    /// `$TOKEN`, `${TOKEN}`, `{{token}}`, `%TOKEN%`: the name of what a program would put there.
    private static func isVariable(_ value: ArraySlice<UInt8>) -> Bool {
        let name: ArraySlice<UInt8>
        switch (value.first, value.last) {
        case (UInt8(ascii: "$"), UInt8(ascii: "}")) where value.dropFirst().first == UInt8(ascii: "{"):
            name = value.dropFirst(2).dropLast()
        case (UInt8(ascii: "{"), UInt8(ascii: "}"))
        where value.starts(with: "{{".utf8) && value.suffix(2) == [0x7D, 0x7D]:
            name = value.dropFirst(2).dropLast(2)
        case (UInt8(ascii: "%"), UInt8(ascii: "%")): name = value.dropFirst().dropLast()
        case (UInt8(ascii: "$"), _): name = value.dropFirst()
        default: return false
        }
        // A password may begin with the same character, and has more than letters.
        return !name.isEmpty
            && name.allSatisfy { $0 == UInt8(ascii: "_") || $0.isSmallLetter }
    }

    private static func withoutScheme(_ value: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let trimmed = value.drop { $0 == UInt8(ascii: " ") }
        for scheme in ["bearer ", "basic ", "token "] where trimmed.starts(with: scheme.utf8) {
            return trimmed.dropFirst(scheme.utf8.count)
        }
        return trimmed
    }

    private static func isFiller(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "*"), UInt8(ascii: "x"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"),
            UInt8(ascii: " "), UInt8(ascii: "\""), UInt8(ascii: "\\"):
            true
        // A bullet, in the bytes of UTF-8.
        case 0xE2, 0x80, 0xA2: true
        default: false
        }
    }
}
