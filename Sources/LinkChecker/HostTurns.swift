/// Keeps two requests to one host apart.
actor HostTurns {
    private let delay: Duration
    private var next: [String: ContinuousClock.Instant] = [:]

    init(delay: Duration) {
        self.delay = delay
    }

    /// When a request may begin; the turn is taken with it.
    func turn(at host: String) -> ContinuousClock.Instant {
        let now = ContinuousClock.now
        let turn = max(now, next[host] ?? now)
        next[host] = turn + delay
        return turn
    }
}
