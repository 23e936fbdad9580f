import Testing

@testable import Rules

struct DataPhraseTests {
    @Test(arguments: [
        ("people", "Person"), ("Salespeople", "salesperson"), ("children", "Child"), ("men", "man"),
        ("media", "medium"),
        ("e-mails", "Email"), ("Email addresses", "e-mail address"), ("line_items", "Line-items"), ("boxes", "box"),
        ("statuses", "Status"), ("cases", "case"), ("movies", "Movie"), ("categories", "category"), ("data", "Data"),
        ("addresses", "address"), ("co\u{2011}workers", "coworker"), ("databases", "Database"),
    ])
    func `two spellings are one name`(name: String, other: String) {
        #expect(DataPhrase(name).contains(DataPhrase(other)))
        #expect(DataPhrase("The \(other) and more").contains(DataPhrase(name)))
    }

    @Test(arguments: [("mail", "males"), ("contacts", "contractors"), ("plans", "planets"), ("notes", "not")])
    func `what is but alike is not`(name: String, other: String) {
        #expect(!DataPhrase(other).contains(DataPhrase(name)))
    }
}
