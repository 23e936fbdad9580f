/// The five kinds of quotes that GitHub sets apart.
package enum MarkdownAlert: Int32, Sendable, Hashable, CaseIterable {
    case note, tip, important, warning, caution

    /// As it stands in class names.
    package var name: String {
        switch self {
        case .note: "note"
        case .tip: "tip"
        case .important: "important"
        case .warning: "warning"
        case .caution: "caution"
        }
    }

    /// From `[!NOTE]` in any case.
    init?(mark: ArraySlice<UInt8>) {
        guard mark.count >= 6, mark.count <= 12, mark.starts(with: "[!".utf8), mark.last == UInt8(ascii: "]")
        else { return nil }
        let word = mark.dropFirst(2).dropLast()
        let match = Self.allCases.first {
            $0.name.utf8.elementsEqual(word.lazy.map { $0.isLetter ? $0.lowercased : $0 })
        }
        guard let match else { return nil }
        self = match
    }
}
