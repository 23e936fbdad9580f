/// Finds out about one address: asks, follows redirects, and asks again where an answer may be a matter of the moment.
struct LinkVisit: Sendable {
    let settings: LinkCheckSettings
    let curl: Curl
    let turns: HostTurns

    private static let mostRedirects = 5
    private static let longestWait = 60

    private enum Step {
        case end(LinkResult)
        case redirect(String)
    }

    func result(of address: WebAddress) async throws -> LinkResult {
        var current = address
        var seen = [address.text]
        for _ in 0...Self.mostRedirects {
            switch try await step(at: current) {
            case .end(let result): return result
            case .redirect(let target):
                guard let next = WebAddress(target) else { return .dead("redirects to '\(target)', which no page has") }
                guard !seen.contains(next.text) else { return .dead("redirects in a circle") }
                seen.append(next.text)
                current = next
            }
        }
        return .dead("redirects more than \(Self.mostRedirects) times")
    }

    private func step(at address: WebAddress) async throws -> Step {
        switch HostLookup(address.host) {
        case .unknownHost: return .end(.dead("has a host that no name service knows"))
        case .failed: return .end(.unverified("has a host that the name service gave no answer for"))
        case .found(let places):
            guard settings.allowsPrivate || places.allSatisfy(\.isPublic) else {
                return .end(.unverified("leads to a machine that is not public"))
            }
            return try await ask(address, at: places)
        }
    }

    /// HEAD costs a server least; what it refuses to HEAD it may give to GET.
    private func ask(_ address: WebAddress, at places: [NetworkAddress]) async throws -> Step {
        let head = try await patientAnswer(address, .head, at: places)
        guard Self.isRefusedToHead(head) else { return Self.step(after: head) }
        return Self.step(after: try await patientAnswer(address, .get, at: places))
    }

    private static func isRefusedToHead(_ answer: Curl.Answer) -> Bool {
        switch answer {
        case .status(429, _, _): false
        case .status(let status, _, _): (400..<500).contains(status) || status == 501
        // An empty or broken answer, as of servers that never heard of HEAD.
        case .failed(let code): code == 52 || code == 56 || code == 8 || code == 1
        case .timedOut, .refused, .insecure: false
        }
    }

    private static func step(after answer: Curl.Answer) -> Step {
        switch answer {
        case .status(300..<400, let target?, _): .redirect(target)
        case .status(let status, _, _): .end(LinkResult(status: status))
        case .timedOut: .end(.unverified("gave no answer in time"))
        case .refused: .end(.dead("has a host that refuses the connection"))
        case .insecure: .end(.unverified("has no secure connection that can be trusted"))
        case .failed(let code): .end(.unverified("made curl fail with code \(code)"))
        }
    }

    /// An answer after as many repetitions as are allowed, with more time between them each time.
    private func patientAnswer(
        _ address: WebAddress,
        _ method: Curl.Method,
        at places: [NetworkAddress]
    ) async throws -> Curl.Answer {
        var pause = settings.backOff
        var answer = try await answer(address, method, at: places)
        if case .status(429, _, let seconds?) = answer, seconds >= 0, seconds <= Self.longestWait {
            try await Task.sleep(for: .seconds(seconds))
            answer = try await self.answer(address, method, at: places)
        }
        for _ in 0..<settings.retries where Self.isOfTheMoment(answer) {
            try await Task.sleep(for: pause)
            pause = pause * 2
            answer = try await self.answer(address, method, at: places)
        }
        return answer
    }

    private static func isOfTheMoment(_ answer: Curl.Answer) -> Bool {
        switch answer {
        case .timedOut: true
        case .status(let status, _, _): (500..<600).contains(status) && status != 501
        case .refused, .insecure, .failed: false
        }
    }

    private func answer(
        _ address: WebAddress,
        _ method: Curl.Method,
        at places: [NetworkAddress]
    ) async throws -> Curl.Answer {
        try await Task.sleep(until: await turns.turn(at: address.host), clock: .continuous)
        return try await curl.ask(address, method, at: places)
    }
}
