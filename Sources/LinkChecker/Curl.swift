import ChildProcesses

/// Asks for addresses by the program `curl`.
///
/// Not by FoundationNetworking: linked into the program it would make every command start 17 ms later (26 ms instead of
/// 9, measured on Linux with Swift's libraries linked statically), treble the program's size, and ask for libcurl's
/// headers to build it.
struct Curl: Sendable {
    enum Method: Sendable {
        case head, get
    }

    /// What came back of a request.
    enum Answer: Sendable, Equatable {
        case status(Int, redirect: String?, retryAfter: Int?)
        case timedOut
        case refused
        case insecure
        /// curl's own number of what went wrong.
        case failed(Int32)
    }

    let userAgent: String
    let timeout: Int
    let environment: [String]

    func isThere() async throws -> Bool {
        do {
            return try await ChildProcess.run("curl", ["--version"], environment: environment).exitCode == 0
        } catch is ChildProcess.NotStarted {
            return false
        }
    }

    /// Asks once and follows nowhere; `host` are the addresses to which the name of the host was found to lead.
    func ask(_ address: WebAddress, _ method: Method, at host: [NetworkAddress]) async throws -> Answer {
        let ended = try await ChildProcess.run("curl", arguments(address, method, host), environment: environment)
        return Self.answer(ended)
    }

    private func arguments(_ address: WebAddress, _ method: Method, _ host: [NetworkAddress]) -> [String] {
        // `--disable` leaves the user's own settings out; it has to be the first.
        var arguments = ["--disable", "--silent", "--globoff", "--proto", "=http,https", "--noproxy", "*"]
        arguments += ["--max-time", "\(timeout)", "--user-agent", userAgent, "--output", "/dev/null"]
        arguments += ["--dump-header", "-", "--write-out", "\n%{http_code} %{redirect_url}"]
        // What was looked at is what is asked: a second look-up might lead elsewhere.
        let places = host.map { $0.bytes.count == 4 ? $0.text : "[\($0.text)]" }.joined(separator: ",")
        arguments += ["--resolve", "\(address.host):\(address.port):\(places)"]
        arguments += method == .head ? ["--head"] : ["--max-filesize", "\(Self.largestBody)"]
        return arguments + ["--url", address.text]
    }

    /// Enough to know that a page is there.
    private static let largestBody = 1 << 20

    static func answer(_ ended: ChildProcess.Ended) -> Answer {
        let lines = ended.output.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
        let words = lines.last?.split(separator: " ", maxSplits: 1).map(String.init) ?? []
        if let first = words.first, let status = Int(first), status > 0 {
            let redirect = words.count > 1 ? words[1] : nil
            return .status(status, redirect: redirect, retryAfter: retryAfter(in: lines.dropLast()))
        }
        return switch ended.exitCode {
        case 28: .timedOut
        case 7: .refused
        case 35, 51, 53, 54, 58, 59, 60, 66, 77, 80, 82, 83, 90, 91: .insecure
        default: .failed(ended.exitCode)
        }
    }

    /// In seconds; a date is not waited for.
    private static func retryAfter(in headers: ArraySlice<String>) -> Int? {
        for line in headers {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2, parts[0].lowercased() == "retry-after" else { continue }
            return Int(parts[1].filter { !$0.isWhitespace })
        }
        return nil
    }
}
