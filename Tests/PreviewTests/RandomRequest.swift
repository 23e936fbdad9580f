/// Requests that are nearly right, so that they come far before they are wrong.
enum RandomRequest {
    private static let methods = ["GET", "HEAD", "GET", "GET", "POST", "FOO", "", "G\u{0}T"]
    private static let targets = [
        "/docs/", "/docs/a.png", "/docs/b/?x", "/docs/a.png?x#y", "/docs/%2e%2e/%zz", "/docs/%", "*", "http://a/", "//",
        "/docs/%C3%A9/", "/%00",
        "/docs/..%5c", "/_candor/events", "/docs/a/../b", "?", "/docs/%ff",
    ]
    private static let fields = [
        "Host: localhost", "Host: [::1]:80", "Host: a@b:99999999999999999999", "Host: [", "Host: ]:[", "Host:",
        "Range: bytes=0-1", "Range: bytes=-99999999999999999999", "Range: bytes=9-1", "Range: bytes=,-", "Range: =",
        "If-None-Match: *", "If-None-Match: W/\"a\", \"", "If-Range: \"x\"", "Content-Length: 0",
        "Content-Length: -1", "Content-Length: 99999999999999999999999", "Transfer-Encoding: chunked",
        "Connection: close, , x", "Origin: null", "Origin: http://[", "Sec-Fetch-Site: cross-site",
        "Last-Event-ID: \u{7}",
        ": x", " folded", "Accept: */*",
    ]

    static func bytes(using generator: inout some RandomNumberGenerator) -> [UInt8] {
        let version = Int.random(in: 0..<8, using: &generator) == 0 ? "HTTP/9.x" : "HTTP/1.1"
        var lines = [
            "\(methods.randomElement(using: &generator) ?? "") \(targets.randomElement(using: &generator) ?? "") \(version)"
        ]
        if Int.random(in: 0..<4, using: &generator) > 0 { lines.append("Host: localhost") }
        for _ in 0..<Int.random(in: 0..<4, using: &generator) {
            lines.append(fields.randomElement(using: &generator) ?? "")
        }
        var bytes = Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
        let mutations = Int.random(in: 0..<4, using: &generator) == 0 ? Int.random(in: 1..<8, using: &generator) : 0
        for _ in 0..<mutations { mutate(&bytes, using: &generator) }
        return bytes
    }

    private static func mutate(_ bytes: inout [UInt8], using generator: inout some RandomNumberGenerator) {
        guard !bytes.isEmpty else { return }
        let index = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: bytes[index] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.remove(at: index)
        case 2: bytes.insert(UInt8.random(in: 0...255, using: &generator), at: index)
        default: bytes.removeSubrange(index...)
        }
    }
}
