import Diagnostics
import Listing
import Rules
import Testing

/// Reads one sentence of a listing that may do nothing but read orders.
private func claims(_ sentence: String) throws -> [String] {
    var report = DiagnosticReport()
    let file = SourceFile(path: "platform.json", name: "platform.json", bytes: Array(platform.utf8))
    let catalogue = try #require(SiteParser.parseCatalogue(file, reporting: &report))
    #expect(report.isEmpty)
    let manifest = #"{"name": "Acorn Loyalty", "builtBy": "Oak & Co", "scopes": [{"id": "orders:read"}]}"#
    let files = [("integration.json", manifest), ("index.md", sentence)].map { name, text in
        SourceFile(path: name, name: name, bytes: Array(text.utf8))
    }
    let listing = ListingParser(catalogue: catalogue)
        .parseExcerpt(SourceTree(path: "a", contentPath: "a", texts: files, assets: []))
    let vocabulary = Vocabulary(of: catalogue)
    let judge = ClaimJudge(of: listing, vocabulary)
    return listing.pages.flatMap { page in
        judge.ungrantedClaims(in: Prose(of: page.document, vocabulary)).map { "\($0.action) \($0.resource)" }
    }
}

private let platform = """
    {
      "complete": true, "checked": "2026-01-01", "products": [{"id": "harbour", "name": "Harbour"}],
      "scopes": [
        {"id": "orders:read", "title": "Read orders", "description": "Returns orders.", "kind": "scope",
         "resource": "orders", "actions": ["read"], "terms": ["order", "duplicate"]},
        {"id": "orders:write", "title": "Change orders", "description": "Changes orders.", "kind": "scope",
         "resource": "orders", "actions": ["write", "delete"], "terms": ["order"]},
        {"id": "codes:manage", "title": "Codes", "description": "Codes.", "kind": "scope",
         "resource": "codes", "actions": ["manage"], "terms": ["discount code"]}
      ]
    }
    """

struct ClaimTests {
    @Test(arguments: [
        ("Acorn changes orders.", ["write orders"]), ("Acorn Loyalty also updates the order.", ["write orders"]),
        ("Oak & Co deletes your orders.", ["delete orders"]), ("We update each order.", ["write orders"]),
        ("The integration creates, assigns and withdraws discount codes.", ["write codes", "delete codes"]),
        ("Orders are deleted after a year.", ["delete orders"]),
        ("It reads orders and updates them.", ["write orders"]),
        ("The status is written to the order.", ["write orders"]),
        ("Acorn imports orders from your till into Harbour.", ["write orders"]),
        ("Acorn uses the key to create discount codes.", ["write codes"]),
        ("When an order arrives, Acorn tags it.", ["write orders"]),
        ("Acorn merges duplicates of orders.", ["write orders"]),
    ])
    func `an action of the integration is a claim`(sentence: String, expected: [String]) throws {
        #expect(try claims(sentence) == expected)
    }

    @Test(arguments: [
        "Acorn does not change orders.", "Acorn never updates, cancels or deletes an order.",
        "Acorn deletes no orders.",
        "No order is changed.", "Nothing is deleted, and no order is updated.",
        "Acorn reads orders without changing them.",
        "Acorn neither changes nor deletes orders.", "Orders are not deleted.", "Acorn can’t update orders.",
        "Acorn stopped changing orders in version 1.4.0.", "Acorn no longer updates orders.",
    ])
    func `what is denied is no claim`(sentence: String) throws {
        #expect(try claims(sentence) == [])
    }

    @Test(arguments: [
        "Acorn could delete orders.", "The key would also allow deleting orders.", "Acorn may change orders one day.",
        "Orders can be changed until they are paid.", "Soon Acorn will update orders.", "Updating orders is planned.",
        "Does Acorn delete orders?",
    ])
    func `what is possible, asked or planned is no claim`(sentence: String) throws {
        #expect(try claims(sentence) == [])
    }

    @Test(arguments: [
        "You delete orders in Harbour.", "Your team updates the order.", "Harbour deletes orders after a year.",
        "Orders are changed by your staff.", "Delete the order and try again.", "The shop manager edits orders.",
        "When an order is deleted, Acorn forgets it.", "Acorn lets you change orders.", "Deleted orders are left out.",
        "In order to change the code, write to us.", "Acorn updates the order number in its own list.",
        "Acorn deletes its copy when the order is old.", "Acorn copies orders to its server.",
        "Acorn merges duplicates of comments.", "Acorn adds orders to its own board.",
    ])
    func `what others do, and what happens elsewhere, is no claim`(sentence: String) throws {
        #expect(try claims(sentence) == [])
    }

    @Test func `nothing is said of scopes that the catalogue does not know`() throws {
        var report = DiagnosticReport()
        let file = SourceFile(path: "platform.json", name: "platform.json", bytes: Array(platform.utf8))
        let catalogue = try #require(SiteParser.parseCatalogue(file, reporting: &report))
        let vocabulary = Vocabulary(of: catalogue)
        let files = [
            ("integration.json", #"{"name": "Acorn", "scopes": [{"id": "everything"}]}"#),
            ("index.md", "Acorn deletes orders."),
        ]
        .map { SourceFile(path: $0, name: $0, bytes: Array($1.utf8)) }
        let listing = ListingParser(catalogue: catalogue)
            .parseExcerpt(SourceTree(path: "a", contentPath: "a", texts: files, assets: []))
        let judge = ClaimJudge(of: listing, vocabulary)
        #expect(listing.pages.allSatisfy { judge.ungrantedClaims(in: Prose(of: $0.document, vocabulary)).isEmpty })
    }
}
