import Testing

@testable import Rules

struct InflectionTests {
    @Test(arguments: [
        ("read", "reads", "readed", "reading"), ("create", "creates", "created", "creating"),
        ("copy", "copies", "copied", "copying"), ("tag", "tags", "tagged", "tagging"),
        ("push", "pushes", "pushed", "pushing"), ("display", "displays", "displayed", "displaying"),
        ("edit", "edits", "edited", "editing"), ("export", "exports", "exported", "exporting"),
        ("load", "loads", "loaded", "loading"), ("show", "shows", "showed", "showing"),
    ])
    func `verbs have their forms`(verb: String, third: String, past: String, gerund: String) {
        #expect(Inflection.withS(verb) == third)
        #expect(Inflection.past(of: verb) == past)
        #expect(Inflection.gerund(of: verb) == gerund)
    }

    @Test(arguments: [
        ["create", "creates", "created", "creating"], ["profile", "profiles"], ["activity", "activities"],
        ["tag", "tags", "tagged", "tagging"], ["match", "matches", "matched", "matching"],
        ["add", "adds", "added", "adding"],
        ["process", "processes", "processed"], ["status"], ["copy", "copies", "copied"],
    ])
    func `the forms of a word have one stem`(forms: [String]) {
        #expect(Set(forms.map { Inflection.stem($0) }).count == 1)
    }

    @Test(arguments: [("user", "use"), ("post", "poster"), ("message", "mess")])
    func `different words have different stems`(first: String, second: String) {
        #expect(Inflection.stem(first) != Inflection.stem(second))
    }

    @Test func `irregular verbs have the forms that they have`() {
        let spellings = ActionVerb.all.first { $0.base == "write" }?.spellings.map(\.word).sorted()
        #expect(spellings == ["write", "writes", "writing", "written", "wrote"])
    }

    @Test func `no two verbs are the same`() {
        #expect(Set(ActionVerb.all.map(\.base)).count == ActionVerb.all.count)
    }
}

struct WordTableTests {
    @Test func `every word is found, and no other`() {
        let words =
            (1...500).map { "word\($0)" } + ["a-very-long-word-of-many-letters", "a-very-long-word-of-many-lettert"]
        let table = WordTable(
            Dictionary(uniqueKeysWithValues: words.enumerated().map { (WordKey($1), $0 + 1) })
        )
        for (index, word) in words.enumerated() {
            #expect(table.value(of: WordKey(word)) == index + 1)
            #expect(table.value(of: WordKey(word.uppercased())) == index + 1)
            #expect(table.value(of: WordKey(word + "s")) == 0)
        }
    }
}
