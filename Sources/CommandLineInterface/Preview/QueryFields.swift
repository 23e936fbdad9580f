import Listing

/// The fields of a URL's query: `page=a%2Fb&hash=1`.
struct QueryFields: Sendable {
    private var values: [String: String] = [:]

    init(_ query: String?) {
        for field in (query ?? "").split(separator: "&") {
            let parts = field.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = Self.decoded(parts[0])
            if values[name] == nil { values[name] = parts.count > 1 ? Self.decoded(parts[1]) : "" }
        }
    }

    subscript(name: String) -> String? { values[name] }

    private static func decoded(_ text: Substring) -> String {
        percentDecoded(text.split(separator: "+", omittingEmptySubsequences: false).joined(separator: " "))
    }
}
