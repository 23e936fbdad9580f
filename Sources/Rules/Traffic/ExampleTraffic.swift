/// Recordings for the examples of rules.
enum ExampleTraffic {
    static func har(_ entries: [String]) -> String {
        """
        {"log": {"version": "1.2", "entries": [
          \(entries.joined(separator: ",\n  "))
        ]}}
        """
    }

    static func har(_ entries: String...) -> String { har(entries) }

    /// - Parameters:
    ///   - isMarked: whether the rule points at the request.
    ///   - second: of one morning.
    static func request(
        _ method: String,
        _ path: String,
        host: String = "api-01.example.com",
        second: Int = 0,
        isMarked: Bool = false
    ) -> String {
        let minutes = second / 60 % 60
        let seconds = second % 60
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return """
            \(isMarked ? "⟦{⟧" : "{")"startedDateTime": "2026-01-01T10:\(two(minutes)):\(two(seconds)).000Z", \
            "request": {"method": "\(method)", "url": "https://\(host)\(path)"}, "response": {"status": 200}}
            """
    }
}
