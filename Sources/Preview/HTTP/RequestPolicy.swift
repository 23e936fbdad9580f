/// What is answered to whom: the checks between a well-formed request and the look-up of its page.
struct RequestPolicy: Sendable {
    enum Destination: Sendable {
        case page(PageRequest)
        case events(lastID: String?)
        case redirect(path: String, query: String?)
    }

    let basePath: String
    let toolPath: String
    let eventsPath: String
    let allowedHosts: [String]

    init(_ configuration: ServerConfiguration) {
        basePath = configuration.basePath
        toolPath = configuration.toolPath
        eventsPath = configuration.toolPath + "events"
        allowedHosts = configuration.hosts + configuration.allowedHosts
    }

    func destination(of request: RequestHead) throws(Refusal) -> Destination {
        let hasBody = try Self.checkFraming(of: request)
        do throws(Refusal) {
            let host = try checkHost(of: request)
            try Self.checkMethod(of: request)
            guard !hasBody else { throw Refusal(.contentTooLarge, "a request for a page has no body") }
            let target = try RequestTarget(request.target)
            try Self.checkSite(of: request)
            return try destination(of: target, request, host)
        } catch {
            // Bytes of a body that nobody reads would be taken for the next request.
            throw error.closing(hasBody)
        }
    }

    /// Whether a body follows; refuses what two programs could understand in two ways.
    private static func checkFraming(of request: RequestHead) throws(Refusal) -> Bool {
        let lengths = request.values("content-length")
        let codings = request.tokens("transfer-encoding")
        guard lengths.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(\.isDigit) }), Set(lengths).count <= 1 else {
            throw .malformed("Content-Length is not one number")
        }
        guard !request.values("transfer-encoding").isEmpty else {
            return lengths.contains { !$0.utf8.allSatisfy { $0 == UInt8(ascii: "0") } }
        }
        guard lengths.isEmpty, request.isPersistentVersion else {
            throw .malformed("Transfer-Encoding does not go together with Content-Length or HTTP/1.0")
        }
        guard codings == ["chunked"] else {
            throw Refusal(.notImplemented, "this transfer encoding is not known", closes: true)
        }
        return true
    }

    /// Whoever controls a name can let it lead to this machine, and so read with a page of theirs what is served here
    /// (DNS rebinding): only names that nobody else can have bent are answered.
    private func checkHost(of request: RequestHead) throws(Refusal) -> HostName {
        guard let field = request.value("host"), let host = HostName(field) else {
            throw .malformed("a request has exactly one Host header with a name or an address")
        }
        guard host.isLocalhost || host.isAddress || allowedHosts.contains(where: host.matches) else {
            throw Refusal(
                .forbidden,
                "the host '\(host.name)' is not known to this preview; start it with --allowed-host \(host.name)"
            )
        }
        return host
    }

    private static func checkMethod(of request: RequestHead) throws(Refusal) {
        switch request.method {
        case "GET", "HEAD": return
        case "CONNECT", "DELETE", "OPTIONS", "PATCH", "POST", "PUT", "TRACE":
            throw Refusal(.methodNotAllowed, "pages are read with GET or HEAD")
        default: throw Refusal(.notImplemented, "the method '\(request.method)' is not known")
        }
    }

    /// A page elsewhere may link here, but not load anything from here into itself.
    private static func checkSite(of request: RequestHead) throws(Refusal) {
        guard request.tokens("sec-fetch-site").contains("cross-site") else { return }
        guard request.value("sec-fetch-mode") == "navigate" else {
            throw Refusal(.forbidden, "another site may not load anything from this preview")
        }
    }

    private func destination(
        of target: RequestTarget,
        _ request: RequestHead,
        _ host: HostName
    ) throws(Refusal) -> Destination {
        if target.path == eventsPath {
            guard Self.mayListen(request, host) else {
                throw Refusal(.forbidden, "only pages of this preview may listen to its events")
            }
            return .events(lastID: request.value("last-event-id"))
        }
        for (area, root) in [(PageRequest.Area.tool, toolPath), (.site, basePath)] where target.path.hasPrefix(root) {
            let page = PageRequest(
                area: area,
                path: String(target.path.dropFirst(root.count)),
                query: target.query,
                isFromOwnPage: Self.isFromOwnPage(request, host),
                fullPath: target.path
            )
            return .page(page)
        }
        guard target.path == "/" || target.path + "/" == basePath else {
            throw Refusal(.notFound, "nothing is here, the site begins at \(RequestTarget.encoded(basePath))")
        }
        return .redirect(path: basePath, query: target.query)
    }
}

extension RequestPolicy {
    /// A program without these headers is no browser, and nothing can make it ask against its user's will.
    private static func mayListen(_ request: RequestHead, _ host: HostName) -> Bool {
        let sites = request.tokens("sec-fetch-site")
        return sites.allSatisfy { ["same-origin", "none"].contains($0) }
            && request.values("origin").allSatisfy { isOrigin($0, of: host) }
    }

    private static func isFromOwnPage(_ request: RequestHead, _ host: HostName) -> Bool {
        let origins = request.values("origin")
        let sites = request.tokens("sec-fetch-site")
        return !(origins.isEmpty && sites.isEmpty) && sites.allSatisfy { $0 == "same-origin" }
            && origins.allSatisfy { isOrigin($0, of: host) }
    }

    private static func isOrigin(_ origin: String, of host: HostName) -> Bool {
        let scheme = "http://"
        guard origin.hasPrefix(scheme), let from = HostName(String(origin.dropFirst(scheme.count))) else {
            return false
        }
        return from.name == host.name && (from.port ?? 80) == (host.port ?? 80)
    }
}
