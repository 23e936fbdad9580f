/// A small site without a fault, as a value that tests spoil and write to a folder.
package struct ContentBuilder: Sendable {
    package var site = """
        {
          "title": "Small directory",
          "description": "Two words on every integration.",
          "baseURL": "https://directory.example/base/",
          "language": "en"
        }

        """
    package var platform = """
        {
          "complete": true,
          "checked": "2026-11-01",
          "products": [{"id": "segments", "name": "Segments"}],
          "scopes": [
            {"id": "users:read", "title": "Read users", "description": "Reads profiles.", "kind": "scope",
             "resource": "users", "actions": ["read"]},
            {"id": "users:write", "title": "Change users", "description": "Changes profiles.", "kind": "scope",
             "resource": "users", "actions": ["write"]},
            {"id": "events:write", "title": "Send events", "description": "Adds events.", "kind": "scope",
             "resource": "events", "actions": ["write"], "sensitivity": "sensitive"}
          ],
          "operations": [
            {"id": "find-user", "method": "GET", "path": "/users/{id}", "scopes": [["users:read"]]}
          ]
        }

        """
    package var listings = [ListingBuilder()]
    /// Help pages of the directory itself, by name, without front matter.
    package var pages = ["reading": "How to read a listing.\n"]
    /// What else stands in the folder, by path; it wins over what is made from the rest.
    package var files: [String: [UInt8]] = [:]

    package init() {}

    /// Many listings, so that a build takes long enough to be interrupted.
    package init(listingCount: Int) {
        listings = (0..<listingCount).map { ListingBuilder(id: "listing-\($0)", name: "Listing \($0)") }
    }

    package var allFiles: [String: [UInt8]] {
        var all = ["site.json": Array(site.utf8), "platform.json": Array(platform.utf8)]
        for (name, body) in pages { all["pages/\(name).md"] = Array("---\ntitle: Page \(name)\n---\n\n\(body)".utf8) }
        for listing in listings {
            for (name, bytes) in listing.allFiles { all["integrations/\(listing.id)/\(name)"] = bytes }
        }
        return all.merging(files) { _, own in own }
    }

    /// Writes everything below `Content` of a folder.
    package func write(to folder: TemporaryFolder) throws {
        for (name, bytes) in allFiles { try folder.write(bytes, to: "Content/\(name)") }
    }
}
