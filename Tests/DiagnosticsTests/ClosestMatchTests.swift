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
