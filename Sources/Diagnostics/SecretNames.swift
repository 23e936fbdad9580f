/// By which names secrets go, and what people leave in their place.
package enum SecretNames {
    /// Letters and digits alone, small: `x-api-key` and `X_API_KEY` are one.
    private static func key(_ name: String) -> String {
        String(
            decoding: name.utf8.prefix(64).compactMap { byte -> UInt8? in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): byte
                case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
                default: nil
                }
            },
            as: UTF8.self
        )
    }

    private static let endings = [
        "apikey", "accesskey", "secretkey", "privatekey", "accesstoken", "refreshtoken", "idtoken", "authtoken",
        "sessiontoken", "securitytoken", "bearertoken", "secret", "password", "passwd", "signature",
    ]

    private static let headers: Set<String> = [
        "authorization", "proxyauthorization", "cookie", "setcookie", "cookie2", "setcookie2", "xauth", "xtoken",
        "xcsrftoken", "xxsrftoken", "xsession", "xsessionid", "xvaulttoken", "xgithubtoken", "privatetoken", "token",
        "jobtoken", "xamzsecuritytoken", "ocpapimsubscriptionkey", "xfunctionskey", "xgoogapikey",
    ]

    private static let parameters: Set<String> = [
        "key", "token", "auth", "authorization", "pwd", "pass", "sig", "hapikey", "jwt", "assertion", "clientassertion",
        "samlresponse", "session", "sessionid", "sid", "subscriptionkey", "credential", "xamzcredential", "authkey",
        "oauthtoken", "codeverifier", "authcode", "authorizationcode",
    ]

    /// How servers say which credentials they want; they hold none.
    private static let challenges: Set<String> = ["wwwauthenticate", "proxyauthenticate"]

    /// `code` is a country's as well: those that OAuth hands out are longer.
    private static let shortestCode = 16

    private static let requestFields: Set<String> = ["token", "authorization", "pwd", "jwt", "assertion"]

    /// In answers stand the words of a user interface as well, "password" among them.
    private static let answerEndings = [
        "apikey", "secretkey", "privatekey", "accesstoken", "refreshtoken", "idtoken", "clientsecret", "sessiontoken",
    ]

    package static func isOfHeader(_ name: String) -> Bool {
        let key = key(name)
        return headers.contains(key) || endings.contains { key.hasSuffix($0) }
    }

    package static func isOfChallenge(_ name: String) -> Bool { challenges.contains(key(name)) }

    /// Whether a parameter of an address or a form is a secret, by its name and what it is given.
    package static func isSecret(_ name: String, _ value: ArraySlice<UInt8>) -> Bool {
        let isCode = key(name) == "code" && value.count >= shortestCode
        return (isCode || isOfParameter(name)) && !isRemoved(value)
    }

    package static func isOfParameter(_ name: String) -> Bool {
        let key = key(name)
        return parameters.contains(key) || endings.contains { key.hasSuffix($0) }
    }

    package static func isOfField(_ name: String, isAnswer: Bool) -> Bool {
        let key = key(name)
        guard !isAnswer else { return answerEndings.contains { key.hasSuffix($0) } }
        return requestFields.contains(key) || endings.contains { key.hasSuffix($0) }
    }

    private static let removals = [
        "redact", "removed", "sanitiz", "sanitis", "masked", "hidden", "filtered", "omitted", "placeholder", "example",
    ].map { Array($0.utf8) }

    /// Whether nothing, or what tools and people write over a secret, stands in its place.
    package static func isRemoved(_ value: ArraySlice<UInt8>) -> Bool {
        let small = value.prefix(512).map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
        let bare = withoutScheme(small[...])
        guard let first = bare.first, let last = bare.last else { return true }
        if bare.allSatisfy(isFiller) { return true }
        let isBracketed =
            (first == UInt8(ascii: "<") && last == UInt8(ascii: ">"))
            || (first == UInt8(ascii: "{") && last == UInt8(ascii: "}"))
            || (first == UInt8(ascii: "[") && last == UInt8(ascii: "]"))
        return isBracketed || isVariable(bare) || isNothing(bare)
            || (bare.count <= 64 && removals.contains { holds($0, in: bare) })
    }

    private static let nothings: Set<String> = ["none", "null", "nil", "undefined", "true", "false"]

    private static func isNothing(_ value: ArraySlice<UInt8>) -> Bool {
        value.count <= 16 && nothings.contains(String(decoding: value, as: UTF8.self))
    }

    /// `$TOKEN`, `${TOKEN}`, `%TOKEN%`: the name of what a program would put there.
    private static func isVariable(_ value: ArraySlice<UInt8>) -> Bool {
        let name: ArraySlice<UInt8>
        switch (value.first, value.last) {
        case (UInt8(ascii: "$"), UInt8(ascii: "}")) where value.dropFirst().first == UInt8(ascii: "{"):
            name = value.dropFirst(2).dropLast()
        case (UInt8(ascii: "%"), UInt8(ascii: "%")): name = value.dropFirst().dropLast()
        case (UInt8(ascii: "$"), _): name = value.dropFirst()
        default: return false
        }
        // A password may begin with the same character, and has more than letters.
        return !name.isEmpty
            && name.allSatisfy { $0 == UInt8(ascii: "_") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
    }

    private static func withoutScheme(_ value: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let trimmed = value.drop { $0 == UInt8(ascii: " ") }
        for scheme in ["bearer ", "basic ", "token "] where trimmed.starts(with: scheme.utf8) {
            return trimmed.dropFirst(scheme.utf8.count)
        }
        return trimmed
    }

    /// Whether a value begins as credentials do, whatever the header is called.
    package static func isCredential(_ value: ArraySlice<UInt8>) -> Bool {
        let start = value.prefix(7).map { $0 | 0x20 }
        return start.starts(with: "bearer ".utf8) || start.starts(with: "basic ".utf8)
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

    private static func holds(_ word: [UInt8], in text: ArraySlice<UInt8>) -> Bool {
        guard text.count >= word.count else { return false }
        return (text.startIndex...(text.endIndex - word.count)).contains { text[$0...].starts(with: word) }
    }
}
