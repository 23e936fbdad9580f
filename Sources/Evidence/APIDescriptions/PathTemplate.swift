/// A path with parameters in braces, taken apart at its slashes: `/v1/users/{id}`.
package struct PathTemplate: Sendable, Hashable {
    package let segments: [PathSegment]

    package init(_ path: String) {
        segments = path.split(separator: "/", omittingEmptySubsequences: true).map { PathSegment($0) }
    }

    /// The path without the names of its parameters: what two templates share that match the same requests.
    package var shape: String { segments.map { "/" + $0.shape }.joined() }
}

/// What stands between two slashes of a template: text, parameters, or both, as in `{id}.json` and `{name}:send`.
package struct PathSegment: Sendable, Hashable {
    package enum Part: Sendable, Hashable {
        case text(String)
        case parameter
        /// `{+name}` of a discovery document: it takes in slashes.
        case openParameter
    }

    package let parts: [Part]

    init(_ text: some StringProtocol) {
        var parts: [Part] = []
        var rest = text[...]
        while let opening = rest.firstIndex(of: "{"), let closing = rest[opening...].firstIndex(of: "}") {
            if opening > rest.startIndex { parts.append(.text(percentDecoded(rest[..<opening]))) }
            let name = rest[rest.index(after: opening)..<closing]
            parts.append(name.hasPrefix("+") || name.hasSuffix("*") ? .openParameter : .parameter)
            rest = rest[rest.index(after: closing)...]
        }
        if !rest.isEmpty { parts.append(.text(percentDecoded(rest))) }
        self.parts = parts
    }

    /// The text, where there are no parameters.
    var word: String? {
        guard parts.count == 1, case .text(let text) = parts[0] else { return nil }
        return text
    }

    var shape: String {
        parts.map { part in
            switch part {
            case .text(let text): text
            case .parameter: "{}"
            case .openParameter: "{+}"
            }
        }
        .joined()
    }
}
