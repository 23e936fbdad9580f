import FileSystem

/// A status, fields and a body, ready to be sent.
struct Response: Sendable {
    let status: Status
    let fields: [(name: String, value: String)]
    let body: ResponseBody
    /// Whether the connection ends with it.
    let closes: Bool

    private init(_ status: Status, _ fields: [(name: String, value: String)], _ body: ResponseBody, closes: Bool) {
        self.status = status
        self.fields = fields
        self.body = body
        self.closes = closes
    }

    /// With all that every response says.
    ///
    /// `no-cache` makes a browser ask each time, and the tag spares it the bytes. There is no field that would allow
    /// another site to read anything, on purpose.
    func headBytes() -> [UInt8] {
        var text = "HTTP/1.1 \(status.rawValue) \(status.phrase)\r\nDate: \(HTTPDate.now())\r\n"
        for field in fields { text += "\(field.name): \(field.value)\r\n" }
        text += "Cache-Control: no-cache\r\nX-Content-Type-Options: nosniff\r\n"
        text += "Cross-Origin-Resource-Policy: same-origin\r\n"
        text += closes ? "Connection: close\r\n\r\n" : "\r\n"
        return Array(text.utf8)
    }
}

extension Response {
    /// The head of an event stream, which goes on until one side ends it.
    static let eventStream = Response(.ok, [("Content-Type", "text/event-stream")], .nothing, closes: true)

    init(_ refusal: Refusal, to request: RequestHead? = nil) {
        let body = ResponseBody(Array("\(refusal.status.rawValue): \(refusal.reason)\n".utf8))
        var fields = [("Content-Type", MediaType.plainText), ("Content-Length", "\(body.byteCount)")]
        if refusal.status == .methodNotAllowed { fields.append(("Allow", "GET, HEAD")) }
        self.init(
            refusal.status,
            fields,
            request?.method == "HEAD" ? .nothing : body,
            closes: refusal.closes || request?.keepsAlive != true
        )
    }

    /// Leads to another path of this server.
    init(_ status: Status, to path: String, query: String?, for request: RequestHead) {
        let location = RequestTarget.encoded(path) + (query.map { "?\($0)" } ?? "")
        let fields = [("Location", location), ("Content-Length", "0")]
        self.init(status, fields, .nothing, closes: !request.keepsAlive)
    }

    init(_ answer: Answer, to request: RequestHead) {
        switch answer {
        case .content(let content): self.init(content, .ok, to: request)
        case .missing(let content): self.init(content, .notFound, to: request)
        case .unavailable(let content): self.init(content, .serviceUnavailable, to: request)
        case .redirect(let path, let query): self.init(.movedPermanently, to: path, query: query, for: request)
        }
    }

    private init(_ content: Content, _ status: Status, to request: RequestHead) {
        let body: ResponseBody
        let tag: EntityTag
        switch content.source {
        case .bytes(let bytes):
            body = ResponseBody(bytes)
            tag = content.tag ?? EntityTag(of: bytes)
        case .file(let path):
            guard let file = OpenFile(path) else {
                self.init(Refusal(.notFound, "the file of this address cannot be read"), to: request)
                return
            }
            body = ResponseBody(file)
            tag = content.tag ?? EntityTag(of: file.fingerprint)
        }
        let selection = status == .ok ? Selection(of: body, tag: tag, for: request) : Selection(status, body)
        var fields = selection.fields
        if selection.status != .notModified { fields.insert(("Content-Type", content.type), at: 0) }
        self.init(
            selection.status,
            fields,
            request.method == "HEAD" ? .nothing : selection.body,
            closes: !request.keepsAlive
        )
    }
}
