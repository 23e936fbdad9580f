import Foundation

/// Writes a content folder of sample listings that passes every rule.
struct SampleContent {
    let folder: URL
    let count: Int

    static let pagesOfListing = 4
    var pageCount: Int { count * Self.pagesOfListing }

    func write() throws {
        try write(Self.site, to: "site.json")
        try write(SampleCatalogue.json, to: "platform.json")
        try write(Self.help, to: "pages/reading.md")
        for number in 0..<count { try writeListing(number) }
    }

    private func writeListing(_ number: Int) throws {
        let listing = SampleListing(number: number, of: count)
        var pages = SamplePages(listing)
        let home = "integrations/\(listing.id)"
        try write(SampleManifest(listing: listing).json, to: "\(home)/integration.json")
        try write(pages.index(), to: "\(home)/index.md")
        try write(pages.setup(), to: "\(home)/setup.md")
        try write(pages.guide(), to: "\(home)/guide.md")
        try write(pages.faq(), to: "\(home)/faq.md")
        for (position, name) in (["connect"] + listing.picturedFeatures.map(\.picture)).enumerated() {
            let colour = UInt32(number * 8 + position)
            try write(PlainPicture.png(width: 1608, height: 1056, colour: colour), to: "\(home)/media/\(name).png")
        }
        try write(PlainPicture.png(width: 34, height: 34, colour: UInt32(number)), to: "\(home)/media/logo.png")
    }

    private func write(_ text: String, to path: String) throws {
        try write(Array(text.utf8), to: path)
    }

    private func write(_ bytes: [UInt8], to path: String) throws {
        let file = folder.appending(path: path)
        let parent = file.deletingLastPathComponent()
        if !FileManager.default.fileExists(atPath: parent.path) {
            try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
        }
        try Data(bytes).write(to: file)
    }

    private static let site = """
        {
          "title": "Sample directory",
          "description": "Sample listings that a benchmark builds, each with four help pages and a few pictures.",
          "baseURL": "https://samples.example/",
          "language": "en",
          "marketplace": "moengage",
          "theme": "default",
          "editLink": "https://code.example.com/samples/edit/main/{path}"
        }

        """

    private static let help = """
        ---
        title: How to read a listing
        description: What the parts of a listing tell, and where the table of its permissions stands.
        order: 1
        ---

        ## Permissions

        Each listing has a table of permissions. The [first listing](../integrations/sample-00000/index.md) is an example.

        """
}
