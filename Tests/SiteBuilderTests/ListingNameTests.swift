import Diagnostics
import TestSupport
import Testing

@testable import SiteBuilder

private func findings(_ names: String...) async throws -> [Diagnostic] {
    var content = ContentBuilder()
    content.listings = names.enumerated().map { ListingBuilder(id: "listing-\($0)", name: $1) }
    let folder = try TemporaryFolder()
    try content.write(to: folder)
    return try await SiteBuild(options(in: folder), goal: .check).run().report.sorted
        .filter { $0.id == "listing-name-repeated" }
}

@Test func `two listings of one name are reported at the second, with the first as a note`() async throws {
    let found = try await findings("Acme Loyalty", "Other", "ACME loyalty!")
    #expect(found.map(\.message) == ["the listing 'listing-0' bears the name 'Acme Loyalty' as well"])
    #expect(found.first?.range?.path.hasSuffix("integrations/listing-2/integration.json") == true)
    #expect(found.first?.notes.first?.range?.path.hasSuffix("integrations/listing-0/integration.json") == true)
}

@Test func `a name that another begins with is another name`() async throws {
    #expect(try await findings("Acme", "Acme Loyalty", "Acme Loyal").isEmpty)
}
