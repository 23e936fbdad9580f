import Diagnostics
import LocatedJSON

/// The end of a message that offers another name.
func didYouMean(_ guess: String?) -> String {
    guess.map { "; did you mean '\($0)'?" } ?? ""
}

/// Replaces a string of a manifest by a likelier one; a person decides, since a guess is no certainty.
func renameFix(_ guess: String?, at range: SourceRange) -> [Fix] {
    guard let guess else { return [] }
    return [renameFix(guess, at: range, safety: .needsReview)]
}

private func renameFix(_ name: String, at range: SourceRange, safety: Fix.Safety) -> Fix {
    var json = JSONWriter()
    json.string(name)
    return Fix("write \(json.text)", safety: safety, edits: [TextEdit(range, replacement: json.text)])
}

/// As ``renameFix(_:at:)`` for the name of a file: where only capitals are wrong, and only one file can be meant, there
/// is no doubt.
func renameFileFix(_ written: String, _ guess: String?, among names: [String], at range: SourceRange) -> [Fix] {
    guard let name = onlyCaseDiffers(written, among: names) else { return renameFix(guess, at: range) }
    return [renameFix(name, at: range, safety: .safe)]
}

/// The one name that is the same but for capitals.
func onlyCaseDiffers(_ written: String, among names: [String]) -> String? {
    let wanted = written.lowercased()
    let same = names.filter { $0.lowercased() == wanted }
    return same.count == 1 ? same[0] : nil
}
