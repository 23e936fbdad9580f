/// What several entries of a listing say where a form has room for one: each text once, one after the other; nil of none.
func joinedTexts(_ texts: [String]) -> String? {
    var seen: Set<String> = []
    let different = texts.filter { seen.insert($0).inserted }
    return different.dropFirst().reduce(different.first) { joined, text in
        let isSentence = joined?.last.map { ".!?".contains($0) } ?? false
        return (joined ?? "") + (isSentence ? " " : "; ") + text
    }
}
