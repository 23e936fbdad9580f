/// Why a request gets no page: the status, and a sentence for whoever reads it in the browser or the terminal.
struct Refusal: Error, Sendable {
    let status: Status
    let reason: String
    /// Whether nothing after this request can be trusted to be another one.
    let closes: Bool

    init(_ status: Status, _ reason: String, closes: Bool = false) {
        self.status = status
        self.reason = reason
        self.closes = closes
    }

    /// A request that does not follow the grammar: where the next one starts is not known either.
    static func malformed(_ reason: String) -> Refusal {
        Refusal(.badRequest, reason, closes: true)
    }

    func closing(_ closes: Bool) -> Refusal {
        Refusal(status, reason, closes: self.closes || closes)
    }
}
