package import Rules

/// A small picture for a README: how many of the requested scopes are documented.
package struct CoverageBadge: Sendable {
    private let count: Coverage.Count
    private let uncheckedListings: Int

    package init(of coverage: Coverage) {
        count = coverage.scopes
        uncheckedListings = coverage.uncheckedListings + (coverage.gaps[.unreadScopes] ?? 0)
    }

    static let label = "scopes documented"

    var value: String {
        if count.total == 0, uncheckedListings == 0 { return "none requested" }
        if count.notChecked == count.total { return "not checked" }
        return "\(count.proved)/\(count.total)\(unchecked)"
    }

    /// Scopes of a listing that cannot be read are in no count.
    private var unchecked: String {
        if uncheckedListings > 0 {
            return ", \(uncheckedListings) integration\(uncheckedListings == 1 ? "" : "s") not checked"
        }
        return count.notChecked == 0 ? "" : ", \(count.notChecked) not checked"
    }

    /// White text on any of them has a contrast of at least 4.5:1.
    private var colour: String {
        if count.refuted > 0 { return "#9c2318" }
        return !unchecked.isEmpty || count.total == 0 ? "#47564f" : "#0a5c49"
    }

    package var svg: [UInt8] {
        let label = Side(Self.label)
        let value = Side(value)
        let width = label.width + value.width
        let title = "\(Self.label): \(self.value)"
        return Array(
            """
            <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="20" viewBox="0 0 \(width) 20" \
            role="img" aria-label="\(title)">
            <title>\(title)</title>
            <path fill="#14211c" d="M4 0h\(label.width - 4)v20H4a4 4 0 0 1-4-4V4a4 4 0 0 1 4-4z"/>
            <path fill="\(colour)" d="M\(label.width) 0h\(value.width - 4)a4 4 0 0 1 4 4v12a4 4 0 0 1-4 4h-\(value.width - 4)z"/>
            <g fill="#fff" font-family="Verdana,DejaVu Sans,Geneva,sans-serif" font-size="11" text-anchor="middle">
            \(label.text(from: 0))
            \(value.text(from: label.width))
            </g>
            </svg>

            """.utf8
        )
    }
}

/// One half of the badge; all its texts are the program's own.
private struct Side {
    private let words: String
    /// No font can be asked how wide it is, so that the text is told how wide to be.
    private var textWidth: Int { words.utf8.count * 13 / 2 }
    var width: Int { textWidth + 14 }

    init(_ words: String) {
        self.words = words
    }

    func text(from start: Int) -> String {
        "<text x=\"\(start + width / 2)\" y=\"14\" textLength=\"\(textWidth)\" lengthAdjust=\"spacingAndGlyphs\">\(words)</text>"
    }
}
