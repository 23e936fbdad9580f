/// What of a content a request asks for, by its conditions and its range (RFC 9110, 13 and 14).
struct Selection: Sendable {
    let status: Status
    let fields: [(name: String, value: String)]
    let body: ResponseBody

    private init(_ status: Status, _ fields: [(name: String, value: String)], _ body: ResponseBody) {
        self.status = status
        self.fields = fields
        self.body = body
    }

    /// All of it, whatever the request says: a page for an error has no parts.
    init(_ status: Status, _ body: ResponseBody) {
        self.init(status, [("Content-Length", "\(body.byteCount)")], body)
    }

    init(of body: ResponseBody, tag: EntityTag, for request: RequestHead) {
        let length = body.byteCount
        let fields = [("ETag", tag.text), ("Accept-Ranges", "bytes")]
        guard !tag.isAmong(request.values("if-none-match")) else {
            self.init(.notModified, [("ETag", tag.text)], .nothing)
            return
        }
        switch Self.range(for: request, tag: tag, length: length) {
        case .everything:
            self.init(.ok, fields + [("Content-Length", "\(length)")], body)
        case .part(let range):
            let place = "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(length)"
            let part = [("Content-Length", "\(range.count)"), ("Content-Range", place)]
            self.init(.partialContent, fields + part, body.part(range))
        case .unsatisfiable:
            let none = [("Content-Length", "0"), ("Content-Range", "bytes */\(length)")]
            self.init(.rangeNotSatisfiable, fields + none, .nothing)
        }
    }

    /// A range counts for GET alone, and under `If-Range` only when the client has a part of these very bytes.
    private static func range(for request: RequestHead, tag: EntityTag, length: Int) -> RangeRequest {
        guard request.method == "GET", let field = request.value("range") else { return .everything }
        let conditions = request.values("if-range")
        guard conditions.allSatisfy({ $0 == tag.text }) else { return .everything }
        return RangeRequest(field, length: length)
    }
}
