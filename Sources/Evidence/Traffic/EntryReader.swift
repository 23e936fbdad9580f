import Diagnostics
import LocatedJSON

/// Reads one entry of a recording.
///
/// What differs between the programs that write them is settled here.
struct EntryReader {
    private(set) var scanner: JSONScanner
    private(set) var secrets: SecretList
    private var writtenMethod: String?
    /// What a `POST` says that it stands for.
    private var override: String?
    /// Where the answer sends the caller, by the key of the entry.
    private var redirectURL: String?
    /// The same by the header.
    private var locationHeader: String?
    private(set) var address: RecordedAddress?
    private(set) var time: Int?
    private(set) var status: Int?
    /// What the body of the answer says against its status.
    private(set) var bodyOutcome: RecordedRequest.Outcome?
    private var isCached = false
    private var isWebSocket = false

    init(_ scanner: JSONScanner, _ secrets: SecretList) {
        self.scanner = scanner
        self.secrets = secrets
    }

    /// In capital letters.
    var method: String? { writtenMethod == "POST" ? override ?? writtenMethod : writtenMethod }

    /// Where a redirect leads; nil for any other answer, and where nobody says.
    var redirect: RecordedRequest.Redirect? {
        guard isRedirect, let address, let location = redirectURL ?? locationHeader else { return nil }
        return address.redirect(to: location)
    }

    private var isRedirect: Bool { [301, 302, 303, 307, 308].contains(status) }

    mutating func read() throws(JSONScanner.Fault) {
        try scanner.enterObject()
        while let key = try scanner.nextKey() {
            switch key.name {
            case "startedDateTime":
                if let text = try scanner.stringIfAny() { time = recordedTime(scanner.text(in: text)) }
            case "request": try readMessage(isAnswer: false)
            case "response": try readMessage(isAnswer: true)
            // Chrome says "memory" or "disk" where nothing was sent.
            case "_fromCache":
                if let text = try scanner.stringIfAny() { isCached = isCached || text.count > 0 }
            // Safari.
            case "_fetchType":
                guard let text = try scanner.stringIfAny() else { continue }
                isCached = isCached || ["Memory Cache", "Disk Cache"].contains(scanner.text(in: text))
            case "_initiator": try readInitiator(key.range)
            case "_resourceType":
                if let text = try scanner.stringIfAny() {
                    isWebSocket = isWebSocket || scanner.text(in: text) == "websocket"
                }
            case "_webSocketMessages":
                isWebSocket = true
                try scanner.skipValue()
            default: try scanner.skipValue()
            }
        }
    }

    /// nil for a call of the integration.
    func reasonToPassOver(_ method: String, _ address: RecordedAddress) -> PassedOver? {
        switch address.scheme {
        case .other: return .notHTTP
        case .webSocket: return .webSocket
        case .http: break
        }
        if method == "CONNECT" { return .notHTTP }
        if isWebSocket || status == 101 { return .webSocket }
        if method == "OPTIONS" { return .preflight }
        if isCached { return .cached }
        // Firefox writes no status, Chrome 0, others -1.
        if status ?? 0 <= 0 { return .unanswered }
        return isRedirect && redirect == nil ? .redirect : nil
    }

    private mutating func readMessage(isAnswer: Bool) throws(JSONScanner.Fault) {
        guard try scanner.kind() == .object else { return try scanner.skipValue() }
        try scanner.enterObject()
        while let key = try scanner.nextKey() {
            switch key.name {
            case "method" where !isAnswer: try readMethod()
            case "url" where !isAnswer: try readAddress(key.range)
            case "status" where isAnswer: status = try scanner.integerIfAny()
            case "headers": try readHeaders(isAnswer)
            case "cookies": try readCookies(key.range)
            case "postData" where !isAnswer: try readBody(isAnswer: false)
            case "content" where isAnswer: try readBody(isAnswer: true)
            case "redirectURL" where isAnswer: try readRedirect(key.range)
            // The query stands in the address as well, and some programs take its secrets out of one alone.
            case "queryString" where !isAnswer: try readFields(.query)
            default: try scanner.skipValue()
            }
        }
    }

    private mutating func readMethod() throws(JSONScanner.Fault) {
        guard let text = try scanner.stringIfAny() else { return }
        writtenMethod = Self.method(scanner.text(in: text))
    }

    /// nil for what is no token of HTTP; anything else would get into messages.
    private static func method(_ text: String) -> String? {
        let name = text.uppercased()
        let isMethod =
            !name.isEmpty && name.utf8.count <= 20
            && name.utf8.allSatisfy { byte in
                (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) || byte == UInt8(ascii: "-")
            }
        return isMethod ? name : nil
    }

    private mutating func readAddress(_ key: ByteRange) throws(JSONScanner.Fault) {
        guard let text = try scanner.stringIfAny() else { return }
        let written = scanner.text(in: text)
        address = RecordedAddress(written)
        secrets.add(ofAddress: written, at: key)
    }

    private mutating func readRedirect(_ key: ByteRange) throws(JSONScanner.Fault) {
        guard let text = try scanner.stringIfAny(), text.count > 0 else { return }
        let location = scanner.text(in: text)
        redirectURL = location
        secrets.add(ofAddress: location, at: key)
    }

    /// The scripts that asked for the request, by their addresses.
    private mutating func readInitiator(_ key: ByteRange) throws(JSONScanner.Fault) {
        let start = scanner.position
        try scanner.skipValue()
        for text in scanner.bytes[start..<scanner.position].split(separator: UInt8(ascii: "\""))
        where text.contains(UInt8(ascii: "/")) {
            let piece = ByteRange(text.startIndex, text.endIndex)
            secrets.add(ofAddress: scanner.text(in: piece), at: key)
        }
    }
}

extension EntryReader {
    private struct NamedValue {
        var name: (text: String, range: ByteRange)?
        var value: ByteRange?
    }

    /// A list of `{"name": …, "value": …}`.
    private mutating func readList(
        _ take: (inout EntryReader, NamedValue) -> Void
    ) throws(JSONScanner.Fault) {
        guard try scanner.kind() == .array else { return try scanner.skipValue() }
        try scanner.enterArray()
        while try scanner.nextElement() {
            guard try scanner.kind() == .object else {
                try scanner.skipValue()
                continue
            }
            var item = NamedValue()
            try scanner.enterObject()
            while let key = try scanner.nextKey() {
                switch key.name {
                case "name":
                    if let range = try scanner.stringIfAny() { item.name = (scanner.text(in: range), range) }
                case "value": item.value = try scanner.stringIfAny()
                default: try scanner.skipValue()
                }
            }
            take(&self, item)
        }
    }

    private func bytes(_ range: ByteRange?) -> ArraySlice<UInt8> {
        range.map { scanner.bytes[$0.start..<$0.end] } ?? []
    }

    /// Headers that hold an address, among them the path of HTTP/2, which Chrome lists with the others.
    private static let ofAddresses: Set<String> = [
        "referer", "location", "content-location", "link", "refresh", ":path", "x-original-url", "x-original-uri",
        "x-rewrite-url", "x-forwarded-uri",
    ]
    private static let overrides: Set<String> = ["x-http-method-override", "x-http-method", "x-method-override"]

    private mutating func readHeaders(_ isAnswer: Bool) throws(JSONScanner.Fault) {
        try readList { entry, header in
            guard let (name, range) = header.name, let written = header.value else { return }
            let value = entry.bytes(written)
            let small = name.lowercased()
            if !isAnswer, Self.overrides.contains(small) {
                entry.override = Self.method(entry.scanner.text(in: written))
            }
            if isAnswer, small == "location", entry.locationHeader == nil {
                entry.locationHeader = entry.scanner.text(in: written)
            }
            guard !SecretNames.isOfChallenge(name) else { return }
            if SecretNames.isOfCookies(name) {
                let cookies = entry.scanner.text(in: written)
                guard HeaderCookies.isAnyLeft(in: cookies, isAnswer: isAnswer) else { return }
                entry.secrets.add(.header, name, at: range)
            } else if SecretNames.isOfHeader(name) || SecretNames.isCredential(value) {
                if !SecretRemoval.isRemoved(value) { entry.secrets.add(.header, name, at: range) }
            } else if Self.ofAddresses.contains(small) {
                entry.secrets.add(ofAddress: entry.scanner.text(in: written), at: range)
            } else {
                entry.addTokens(in: value, at: range)
            }
        }
    }

    private mutating func addTokens(in bytes: ArraySlice<UInt8>, at key: ByteRange) {
        for token in TokenForms.beginnings(in: bytes) { secrets.add(.token, token, at: key) }
    }

    private mutating func readCookies(_ key: ByteRange) throws(JSONScanner.Fault) {
        try readList { entry, cookie in
            if !SecretRemoval.isRemoved(entry.bytes(cookie.value)) { entry.secrets.add(.cookies, "cookies", at: key) }
        }
    }

    private mutating func readFields(_ kind: RecordedSecret.Kind) throws(JSONScanner.Fault) {
        try readList { entry, field in
            guard let (name, range) = field.name else { return }
            let value = entry.bytes(field.value)
            if SecretNames.isSecret(name, value) {
                entry.secrets.add(kind, name, at: range)
            } else if let first = name.utf8.first, first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
                // Charles takes a body of JSON for the name of a field, and marking it would show where its values stand.
                entry.addSecrets(of: entry.scanner.bytes, range, at: ByteRange(range.start, range.start + 1), false)
            } else {
                entry.addTokens(in: value, at: range)
            }
        }
    }

    private mutating func readBody(isAnswer: Bool) throws(JSONScanner.Fault) {
        guard try scanner.kind() == .object else { return try scanner.skipValue() }
        var encoded: (text: ByteRange, key: ByteRange)?
        var isEncoded = false
        try scanner.enterObject()
        while let key = try scanner.nextKey() {
            switch key.name {
            case "text":
                guard let text = try scanner.stringIfAny() else { continue }
                encoded = (text, key.range)
                addSecrets(of: scanner.bytes, text, at: key.range, isAnswer)
            case "encoding":
                if let text = try scanner.stringIfAny() { isEncoded = scanner.text(in: text) == "base64" }
            case "params" where !isAnswer: try readFields(.form)
            default: try scanner.skipValue()
            }
        }
        guard let (text, key) = encoded else { return }
        guard isEncoded else {
            if isAnswer { bodyOutcome = AnswerVerdict.outcome(of: scanner, text) }
            return
        }
        let decoded = EncodedBody.decoded(bytes(text))
        if isAnswer { bodyOutcome = AnswerVerdict.outcome(of: decoded[...]) }
        let shown = EncodedBody.text(decoded)
        addSecrets(of: shown, ByteRange(0, shown.count), at: key, isAnswer)
    }

    private mutating func addSecrets(of bytes: [UInt8], _ text: ByteRange, at key: ByteRange, _ isAnswer: Bool) {
        for name in SecretFields.names(in: bytes, text, isAnswer: isAnswer) { secrets.add(.body, name, at: key) }
        for token in TokenForms.beginnings(in: bytes[text.start..<text.end], isBody: true) {
            secrets.add(.token, token, at: key)
        }
    }
}
