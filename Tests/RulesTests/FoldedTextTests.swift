import Testing

@testable import Rules

@Test(arguments: [
    ("Troubleshooting & FAQs", "troubleshooting and faqs"),
    ("👋 Use  Cases:", "use cases"),
    ("Customer’s don't", "customers dont"),
    ("✅️ Set-up", "set up"),
    ("Überblick", "Überblick"),
    ("", ""),
    ("--- 🎉", ""),
])
func `a text is compared by its words alone`(text: String, words: String) {
    let folded = FoldedText(text)
    #expect(String(decoding: folded.bytes, as: UTF8.self) == (words.isEmpty ? " " : " \(words) "))
    #expect(folded.wordCount == words.split(separator: " ").count)
}

@Test(arguments: ["3. Overview", "3) overview", "03 – Overview"])
func `the number before a heading makes no difference`(heading: String) {
    #expect(FoldedText(heading: heading) == FoldedText("Overview"))
}

@Test func `a heading that is only a number keeps it`() {
    #expect(FoldedText(heading: "2026") == FoldedText("2026"))
    #expect(!FoldedText(heading: "2026").isEmpty)
}

@Test func `only whole words are contained`() {
    #expect(FoldedText("The sync frequency is daily").contains(FoldedText("Sync frequency")))
    #expect(!FoldedText("Resync frequency").contains(FoldedText("sync frequency")))
    #expect(!FoldedText("Anything").contains(FoldedText("")))
}

@Test(arguments: [
    ("Live activities", "live activity"), ("addresses", "address"), ("Users", "user"), ("access", "access"),
    ("Events and flows", "event and flow"), ("is", "is"), ("s", "s"), ("", ""), ("a s", "a s"), ("its", "it"),
])
func `plurals are compared as singulars`(text: String, singular: String) {
    #expect(FoldedText(text).singular == FoldedText(singular))
}

@Test(arguments: [
    ("a", 1), ("a\n\nb", 2), ("a\nb", 1), ("- a\n- b\n* c", 3), ("\r\n\r\na\r\n\r\nb", 2), ("", 0), ("a\n- b", 2),
])
func `paragraphs and bullets are counted`(text: String, count: Int) {
    #expect(paragraphCount(of: text) == count)
}
