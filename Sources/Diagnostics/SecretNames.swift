/// By which names secrets go.
package enum SecretNames {
    /// Letters and digits alone, small: `x-api-key` and `X_API_KEY` are one.
    private static func key(_ name: String) -> String {
        String(
            decoding: name.utf8.prefix(64).filter { $0.isLetter || $0.isDigit }.map(\.lowercased),
            as: UTF8.self
        )
    }

    /// What is called so is a secret whatever it looks like.
    private static let endings = [
        "apikey", "accesskey", "secretkey", "privatekey", "accesstoken", "refreshtoken", "idtoken", "authtoken",
        "sessiontoken", "securitytoken", "bearertoken", "apitoken", "secret", "password", "passwd", "passphrase",
        "signature",
    ]

    private static let headers: Set<String> = [
        "authorization", "proxyauthorization", "cookie", "setcookie", "cookie2", "setcookie2", "xauth", "xtoken",
        "xcsrftoken", "xxsrftoken", "xsession", "xsessionid", "xvaulttoken", "xgithubtoken", "privatetoken", "token",
        "jobtoken", "xamzsecuritytoken", "xfunctionskey", "xgoogapikey",
    ]

    /// Of keys in headers; `Idempotency-Key` and many others open nothing.
    private static let headerEndings =
        endings + [
            "authkey", "applicationkey", "subscriptionkey", "masterkey", "adminkey", "serverkey", "servicekey",
            "userkey",
            "customerkey", "consumerkey", "accesssign", "authorization", "authentication",
        ]

    /// Tokens that stand for a place in a list, a device or a change, and open nothing: the word before.
    private static let placeTokens: Set<String> = [
        "page", "pages", "paging", "pagination", "next", "previous", "continuation", "continue", "cursor", "skip",
        "delta", "sync", "change", "scroll", "resume", "start", "end", "list", "position", "push", "device", "fcm",
        "registration", "client", "clientrequest", "idempotency", "concurrency", "cancel", "edit", "nextpage",
    ]

    private static let parameters: Set<String> = [
        "pwd", "pass", "hapikey", "jwt", "assertion", "clientassertion", "samlresponse", "subscriptionkey",
        "applicationkey", "xamzcredential", "authkey", "oauthtoken", "codeverifier", "authcode", "authorizationcode",
        "phpsessid", "jsessionid",
    ]
    /// What these hold has to look like a token; with `key` it has to look like a key.
    private static let ambiguousParameters: Set<String> = [
        "token", "auth", "authorization", "sig", "session", "sessionid", "sid", "credential",
    ]

    /// How servers say which credentials they want; they hold none.
    private static let challenges: Set<String> = ["wwwauthenticate", "proxyauthenticate"]

    /// `code` is a country's as well: those that OAuth hands out are longer.
    private static let shortestCode = 16

    private static let requestFields: Set<String> = ["token", "pwd", "jwt", "assertion"]
    private static let fieldEndings = endings + ["usertoken", "bottoken", "apptoken"]

    /// In answers stand the words of a user interface as well, "password" among them.
    private static let answerEndings = [
        "apikey", "secretkey", "privatekey", "secretaccesskey", "accesstoken", "refreshtoken", "idtoken",
        "clientsecret", "signingsecret", "sessiontoken", "authtoken", "securitytoken", "bearertoken",
    ]
    /// What they hold has to look like a token: the same words name other things in answers.
    private static let ambiguousAnswerFields: Set<String> = ["token", "jwt", "authorization"]
    private static let ambiguousAnswerEndings = ["secret", "apitoken", "usertoken", "bottoken", "apptoken"]

    package static func isOfHeader(_ name: String) -> Bool {
        let key = key(name)
        return headers.contains(key) || headerEndings.contains { key.hasSuffix($0) } || isToken(name)
    }

    /// Whether a header holds cookies, which are judged one by one.
    package static func isOfCookies(_ name: String) -> Bool {
        ["cookie", "cookie2", "setcookie", "setcookie2"].contains(key(name))
    }

    private static func isToken(_ name: String) -> Bool {
        let words = words(of: name)
        guard let last = words.last, last.hasSuffix("token") else { return false }
        // Written in one, it is read as one word; `exchange_token` is of no change.
        let before = last == "token" ? words.dropLast() : [String(last.dropLast("token".count))]
        return !placeTokens.contains(before.last ?? "") && !placeTokens.contains(before.suffix(2).joined())
    }

    /// `next`, `page`, `token` of `nextPageToken` and of `next-page-token`.
    private static func words(of name: String) -> [String] {
        var words: [String] = []
        var isInside = false
        var wasSmall = false
        for byte in name.utf8.prefix(64) {
            guard byte.isLetter || byte.isDigit else {
                isInside = false
                continue
            }
            if !isInside || (byte.isCapitalLetter && wasSmall) { words.append("") }
            words[words.count - 1].unicodeScalars.append(Unicode.Scalar(byte.lowercased))
            isInside = true
            wasSmall = byte.isSmallLetter
        }
        return words
    }

    package static func isOfChallenge(_ name: String) -> Bool { challenges.contains(key(name)) }

    /// Whether a parameter of an address or a form is a secret, by its name and what it is given.
    package static func isSecret(_ name: String, _ value: ArraySlice<UInt8>) -> Bool {
        guard !SecretRemoval.isRemoved(value) else { return false }
        let key = key(name)
        return isNamedParameter(key) || (isAmbiguousParameter(name) && SecretLooks.isToken(value))
            || (key == "key" && SecretLooks.isKey(value)) || isCode(name, value)
    }

    /// Whether it is a code that OAuth hands out, and not a country's.
    package static func isCode(_ name: String, _ value: ArraySlice<UInt8>) -> Bool {
        key(name) == "code" && value.count >= shortestCode && !SecretLooks.isGroups(value)
            && !SecretRemoval.isRemoved(value)
    }

    /// Whether what a parameter is given is written over where it is shown, whatever it looks like.
    package static func isOfParameter(_ name: String) -> Bool {
        let key = key(name)
        return key == "key" || isNamedParameter(key) || isAmbiguousParameter(name)
    }

    private static func isNamedParameter(_ key: String) -> Bool {
        parameters.contains(key) || endings.contains { key.hasSuffix($0) }
    }

    private static func isAmbiguousParameter(_ name: String) -> Bool {
        ambiguousParameters.contains(key(name)) || isToken(name)
    }

    /// Whether a field in the text of a body is a secret, by its name and what it holds.
    package static func isSecretField(_ name: String, _ value: ArraySlice<UInt8>, isAnswer: Bool) -> Bool {
        let key = key(name)
        let isNamed = isAnswer ? isOfAnswer(key, value) : isOfRequest(key, value)
        return isNamed && !SecretRemoval.isRemoved(value)
    }

    private static func isOfRequest(_ key: String, _ value: ArraySlice<UInt8>) -> Bool {
        requestFields.contains(key) || fieldEndings.contains { key.hasSuffix($0) }
            || (key == "key" && SecretLooks.isKey(value))
            || (key == "authorization" && (isCredential(value) || SecretLooks.isToken(value)))
    }

    private static func isOfAnswer(_ key: String, _ value: ArraySlice<UInt8>) -> Bool {
        if answerEndings.contains(where: { key.hasSuffix($0) }) { return true }
        let isAmbiguous =
            ambiguousAnswerFields.contains(key) || ambiguousAnswerEndings.contains { key.hasSuffix($0) }
        return isAmbiguous && SecretLooks.isToken(value)
    }

    /// Whether a value begins as credentials do, whatever the header is called.
    package static func isCredential(_ value: ArraySlice<UInt8>) -> Bool {
        let start = value.prefix(7).map { $0 | 0x20 }
        return start.starts(with: "bearer ".utf8) || start.starts(with: "basic ".utf8)
    }
}
