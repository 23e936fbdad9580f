// The words in which changes are told, in text and in Markdown alike.

extension RenewedConsent {
    package var sentence: String {
        switch self {
        case .everybody: "everybody must consent again"
        case .concerned: "those for whom its condition holds must consent again"
        case .choosing: "those who turn it on must consent"
        case .nobody: "nobody must consent again"
        }
    }

    /// Of a whole listing, in which not all scopes ask the same of everybody.
    var verdict: String {
        switch self {
        case .everybody: "Everybody must consent again."
        case .concerned, .choosing: "Only some must consent again."
        case .nobody: "Nobody must consent again."
        }
    }
}

extension ScopeStep.Kind {
    var word: String {
        switch self {
        case .added: "added"
        case .widened: "widened"
        case .altered: "changed"
        case .narrowed: "narrowed"
        case .removed: "removed"
        }
    }
}

/// What is told of every bundle of which more is used.
let bundleUseNote = "nobody is asked, since whoever granted the bundle granted it as a whole"

/// Names with commas between them.
func listed(_ names: [String], _ quoted: (String) -> String) -> String {
    names.map(quoted).joined(separator: ", ")
}

func capitalized(_ sentence: String) -> String {
    sentence.prefix(1).uppercased() + sentence.dropFirst()
}

extension ListingPermissions {
    /// `1.2.0`, or what takes its place where a listing has no version.
    var shownVersion: String { version ?? "no version" }
}
