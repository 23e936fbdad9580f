import Diagnostics

/// The end of a message that offers another name.
func didYouMean(_ guess: String?) -> String {
    guess.map { "; did you mean '\($0)'?" } ?? ""
}

/// Replaces a string of a manifest by a likelier one; a person decides, since a guess is no certainty.
func renameFix(_ guess: String?, at range: SourceRange) -> [Fix] {
    guard let guess else { return [] }
    return [Fix("write \"\(guess)\"", safety: .needsReview, edits: [TextEdit(range, replacement: "\"\(guess)\"")])]
}
