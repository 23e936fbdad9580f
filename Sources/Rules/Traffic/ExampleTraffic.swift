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
    ///   - location: where the answer sends the caller.
    ///   - override: the method that the request says it stands for.
    static func request(
        _ method: String,
        _ path: String,
        host: String = "api-01.example.com",
        second: Int = 0,
        status: Int = 200,
        location: String? = nil,
        override: String? = nil,
        isMarked: Bool = false
    ) -> String {
        let minutes = second / 60 % 60
        let seconds = second % 60
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let redirect = location.map { #", "redirectURL": "\#($0)""# } ?? ""
        let headers =
            override.map { #", "headers": [{"name": "X-HTTP-Method-Override", "value": "\#($0)"}]"# } ?? ""
        return """
            \(isMarked ? "⟦{⟧" : "{")"startedDateTime": "2026-01-01T10:\(two(minutes)):\(two(seconds)).000Z", \
            "request": {"method": "\(method)", "url": "https://\(host)\(path)"\(headers)}, \
            "response": {"status": \(status)\(redirect)}}
            """
    }
}
