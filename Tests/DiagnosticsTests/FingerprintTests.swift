import Diagnostics
import TestSupport
import Testing

private func fingerprint(
    _ marked: String,
    id: String = "page-odd",
    message: String = "odd",
    path: String = "a.md"
) -> Fingerprint {
    let text = MarkedText(marked)
    let range = SourceRange(path: "Content/a.md", bytes: text.ranges[0])
    let diagnostic = Diagnostic(id: id, severity: .error, message: message, range: range)
    return Fingerprint(of: diagnostic, path: path, source: text.bytes)
}

@Test func `a finding is recognised after lines and messages have moved`() {
    let before = fingerprint("One ⟦word⟧ here.")
    #expect(fingerprint("New lines\n\nabove.\n\nOne ⟦word⟧ there.") == before)
    #expect(fingerprint("One ⟦word⟧ here.", message: "odder") == before)
    #expect(before.text.utf8.count == 16)
}

@Test func `another rule, file or text makes another finding`() {
    let prints = [
        fingerprint("One ⟦word⟧ here."), fingerprint("One ⟦work⟧ here."),
        fingerprint("One ⟦word⟧ here.", id: "page-od"),
        fingerprint("One ⟦word⟧ here.", path: "b.md"), fingerprint("One ⟦wordx⟧ here.", path: "a.m"),
    ]
    #expect(Set(prints).count == prints.count)
}

@Test func `where the mark shows nothing of its own the message tells findings apart`() {
    #expect(fingerprint("⟦{⟧}", message: "no name") != fingerprint("⟦{⟧}", message: "no tagline"))
    #expect(fingerprint("⟦⟧", message: "no name") != fingerprint("⟦⟧", message: "no tagline"))
}
