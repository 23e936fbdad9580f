import Diagnostics
import Testing

private let slips: [(String, String, Bool)] = [
    ("raeson", "reason", true), ("resaon", "reason", true), ("reson", "reason", true), ("reasson", "reason", true),
    ("reasob", "reason", true), ("Reason", "reason", true), ("season", "reason", true), ("seasom", "reason", false),
    ("rea", "reas", false), ("kid", "kind", false), ("", "reason", false), ("title", "status", false),
]

@Test(arguments: slips)
func `one slip of the fingers is told from two, and from another word`(name: String, other: String, expected: Bool) {
    #expect(isOneSlip(from: name, to: other) == expected)
    #expect(isOneSlip(from: other, to: name) == expected)
}

private let paths: [(String, String, Bool)] = [
    ("integrations/acme/nope.md", "integrations/acme/faq.md", false),
    ("integrations/acme/setpu.md", "integrations/acme/setup.md", true),
    ("integrations/larkspur/index.md", "integrations/quarrystone/index.md", false),
    ("integrations/larkspr/index.md", "integrations/larkspur/index.md", true),
    ("integrations/Acme/index.md", "integrations/acme/index.md", true),
    ("media/a.png", "media/points-field.png", false), ("note", "faq.md", false),
]

@Test(arguments: paths)
func `a path is like another by what they do not share`(path: String, other: String, expected: Bool) {
    #expect((closestMatch(to: path, among: [other]) == other) == expected)
}
