/// By which names secrets go.
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
        "jobtoken", "xamzsecuritytoken", "xfunctionskey", "xgoogapikey",
    ]

    /// Of keys in headers; `Idempotency-Key` and many others open nothing.
    private static let headerEndings = [
        "authkey", "applicationkey", "subscriptionkey", "masterkey", "adminkey", "serverkey", "servicekey", "userkey",
        "customerkey", "authorization",
    ]

    /// Tokens that stand for a place in a list, a device or a change, and open nothing.
    private static let placeTokens = [
        "page", "pages", "paging", "pagination", "next", "previous", "continuation", "continue", "cursor", "skip",
        "delta", "sync", "change", "scroll", "resume", "start", "end", "list", "position", "push", "device", "fcm",
        "registration", "client", "clientrequest", "idempotency", "concurrency", "cancel", "edit",
    ].map { $0 + "token" }

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
    private static let fieldEndings = endings + ["apitoken", "usertoken", "bottoken", "apptoken"]

    /// In answers stand the words of a user interface as well, "password" among them.
    private static let answerEndings = [
        "apikey", "secretkey", "privatekey", "secretaccesskey", "accesstoken", "refreshtoken", "idtoken",
        "clientsecret",
        "signingsecret", "sessiontoken", "authtoken", "securitytoken", "bearertoken", "apitoken", "usertoken",
        "bottoken", "apptoken",
    ]
    /// What they hold has to look like a token: the same words name other things in answers.
    private static let answerFields: Set<String> = ["token", "jwt", "secret"]
    private static let shortestToken = 12

    package static func isOfHeader(_ name: String) -> Bool {
        let key = key(name)
        return headers.contains(key) || (endings + headerEndings).contains { key.hasSuffix($0) } || isToken(key)
    }

    /// Whether a header holds cookies, which are judged one by one.
    package static func isOfCookies(_ name: String) -> Bool {
        ["cookie", "cookie2", "setcookie", "setcookie2"].contains(key(name))
    }

    private static func isToken(_ key: String) -> Bool {
        key.hasSuffix("token") && !placeTokens.contains { key.hasSuffix($0) }
    }

    package static func isOfChallenge(_ name: String) -> Bool { challenges.contains(key(name)) }

    /// Whether a parameter of an address or a form is a secret, by its name and what it is given.
    package static func isSecret(_ name: String, _ value: ArraySlice<UInt8>) -> Bool {
        (isOfParameter(name) && !SecretRemoval.isRemoved(value)) || isCode(name, value)
    }

    /// Whether it is a code that OAuth hands out, and not a country's.
    package static func isCode(_ name: String, _ value: ArraySlice<UInt8>) -> Bool {
        key(name) == "code" && value.count >= shortestCode && !SecretRemoval.isRemoved(value)
    }

    package static func isOfParameter(_ name: String) -> Bool {
        let key = key(name)
        return parameters.contains(key) || endings.contains { key.hasSuffix($0) } || isToken(key)
    }

    /// Whether a field in the text of a body is a secret, by its name and what it holds.
    package static func isSecretField(_ name: String, _ value: ArraySlice<UInt8>, isAnswer: Bool) -> Bool {
        let key = key(name)
        let isNamed =
            isAnswer
            ? answerEndings.contains { key.hasSuffix($0) } || (answerFields.contains(key) && isTokenLike(value))
            : requestFields.contains(key) || fieldEndings.contains { key.hasSuffix($0) }
                || (key == "key" && isKeyLike(value))
        return isNamed && !SecretRemoval.isRemoved(value)
    }

    private static func isTokenLike(_ value: ArraySlice<UInt8>) -> Bool {
        value.count >= shortestToken && !value.contains(UInt8(ascii: " ")) && value.contains(where: isDigit)
    }

    /// Keys of files, rows and languages are words, paths or numbers in groups.
    private static func isKeyLike(_ value: ArraySlice<UInt8>) -> Bool {
        value.count >= shortestCode && value.contains(where: isDigit) && value.contains { isLetter($0) }
            && value.allSatisfy { isDigit($0) || isLetter($0) }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    /// Whether a value begins as credentials do, whatever the header is called.
    package static func isCredential(_ value: ArraySlice<UInt8>) -> Bool {
        let start = value.prefix(7).map { $0 | 0x20 }
        return start.starts(with: "bearer ".utf8) || start.starts(with: "basic ".utf8)
    }
}
