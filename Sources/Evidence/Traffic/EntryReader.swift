import Diagnostics
import LocatedJSON

/// Reads one entry of a recording.
///
/// What differs between the programs that write them is settled here.
struct EntryReader {
    private(set) var scanner: JSONScanner
    private(set) var secrets: SecretList
    /// In capital letters.
    private(set) var method: String?
    private(set) var address: RecordedAddress?
    private(set) var time: Int?
    private(set) var status: Int?
    private var isCached = false
    private var isWebSocket = false

    init(_ scanner: JSONScanner, _ secrets: SecretList) {
        self.scanner = scanner
        self.secrets = secrets
    }

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
                if let text = try scanner.stringIfAny() { isCached = text.count > 0 }
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
        switch status ?? 0 {
        // Firefox writes no status, Chrome 0, others -1.
        case ...0: return .unanswered
        case 301, 302, 303, 307, 308: return .redirect
        default: return nil
        }
    }

    private mutating func readMessage(isAnswer: Bool) throws(JSONScanner.Fault) {
        guard try scanner.kind() == .object else { return try scanner.skipValue() }
        try scanner.enterObject()
        while let key = try scanner.nextKey() {
            switch key.name {
            case "method" where !isAnswer: try readMethod()
            case "url" where !isAnswer: try readAddress(key.range)
            case "status" where isAnswer: status = try scanner.integerIfAny()
            case "headers": try readHeaders()
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
        let name = scanner.text(in: text).uppercased()
        // A token of HTTP; anything else would get into messages.
        let isMethod =
            !name.isEmpty && name.utf8.count <= 20
            && name.utf8.allSatisfy { byte in
                (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) || byte == UInt8(ascii: "-")
            }
        method = isMethod ? name : nil
    }

    private mutating func readAddress(_ key: ByteRange) throws(JSONScanner.Fault) {
        guard let text = try scanner.stringIfAny(), let address = RecordedAddress(scanner.text(in: text)) else {
            return
        }
        self.address = address
        for name in address.secretNames { secrets.add(.query, name, at: key) }
        for token in address.tokens { secrets.add(.token, token, at: key) }
        if address.hasPassword { secrets.add(.password, "url", at: key) }
    }

    private mutating func readRedirect(_ key: ByteRange) throws(JSONScanner.Fault) {
        guard let text = try scanner.stringIfAny(), text.count > 0 else { return }
        for name in secretParameters(in: text) { secrets.add(.query, name, at: key) }
    }

    /// Of an address, whole or from its path on.
    private func secretParameters(in text: ByteRange) -> [String] {
        guard scanner.bytes[text.start..<text.end].contains(UInt8(ascii: "=")) else { return [] }
        let address = Array(scanner.text(in: text).utf8.prefix(1 << 14))
        return address.split { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }.dropFirst()
            .flatMap { FormFields.read($0).filter(\.isSecret).map(\.name) }
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

    private mutating func readHeaders() throws(JSONScanner.Fault) {
        try readList { entry, header in
            guard let (name, range) = header.name, let written = header.value else { return }
            let value = entry.bytes(written)
            guard !SecretNames.isOfChallenge(name) else { return }
            if SecretNames.isOfHeader(name) || SecretNames.isCredential(value) {
                if !SecretNames.isRemoved(value) { entry.secrets.add(.header, name, at: range) }
                return
            }
            // The last is the path of HTTP/2, which Chrome lists among the headers.
            guard ["referer", "location", "content-location", ":path"].contains(name.lowercased()) else { return }
            for parameter in entry.secretParameters(in: written) { entry.secrets.add(.query, parameter, at: range) }
        }
    }

    private mutating func readCookies(_ key: ByteRange) throws(JSONScanner.Fault) {
        try readList { entry, cookie in
            if !SecretNames.isRemoved(entry.bytes(cookie.value)) { entry.secrets.add(.cookies, "cookies", at: key) }
        }
    }

    private mutating func readFields(_ kind: RecordedSecret.Kind) throws(JSONScanner.Fault) {
        try readList { entry, field in
            guard let (name, range) = field.name, SecretNames.isSecret(name, entry.bytes(field.value)) else { return }
            entry.secrets.add(kind, name, at: range)
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
        guard isEncoded, let (text, key) = encoded else { return }
        let decoded = EncodedBody.text(bytes(text))
        addSecrets(of: decoded, ByteRange(0, decoded.count), at: key, isAnswer)
    }

    private mutating func addSecrets(of bytes: [UInt8], _ text: ByteRange, at key: ByteRange, _ isAnswer: Bool) {
        for name in SecretFields.names(in: bytes, text, isAnswer: isAnswer) { secrets.add(.body, name, at: key) }
        for token in TokenForms.beginnings(in: bytes[text.start..<text.end]) { secrets.add(.token, token, at: key) }
    }
}

/// The secrets of a recording, each kind and name once.
struct SecretList {
    private struct Key: Hashable {
        let kind: RecordedSecret.Kind
        let name: String
    }

    private let path: String
    private var found: [Key: (count: Int, place: ByteRange)] = [:]

    private static let most = 100

    init(path: String) {
        self.path = path
    }

    mutating func add(_ kind: RecordedSecret.Kind, _ name: String, at place: ByteRange) {
        let key = Key(kind: kind, name: Self.shown(name))
        if let earlier = found[key] {
            found[key] = (earlier.count + 1, earlier.place)
        } else if found.count < Self.most {
            found[key] = (1, place)
        }
    }

    /// Names are told, so what stands where a name should must look like one.
    private static func shown(_ name: String) -> String {
        let isName =
            name.utf8.count <= 40
            && name.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
                    UInt8(ascii: ":"), UInt8(ascii: "["), UInt8(ascii: "]"):
                    true
                default: false
                }
            }
        return isName ? name : "a name of its own"
    }

    /// In the order of the file.
    var all: [RecordedSecret] {
        found.sorted { ($0.value.place, $0.key.name) < ($1.value.place, $1.key.name) }.map { key, value in
            RecordedSecret(
                kind: key.kind,
                name: key.name,
                count: value.count,
                place: SourceRange(path: path, bytes: value.place)
            )
        }
    }
}
