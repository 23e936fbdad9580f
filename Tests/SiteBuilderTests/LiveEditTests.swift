import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import SiteBuilder

/// A thousand edits by chance, each followed by a comparison with a build from nothing.
struct LiveEditTests {
    private static let editsOfRun = 100

    @Test(arguments: 1...10)
    func `after every edit a live site is what a build makes`(seed: Int) async throws {
        var author = try ChanceAuthor(seed: UInt64(seed))
        let site = try await LiveSite(options(in: author.folder))
        _ = try await site.update(.all)
        for number in 1...Self.editsOfRun {
            let (what, paths) = try author.edit()
            let changes = ContentChanges(
                paths.map(author.folder.path(of:)),
                content: author.folder.path(of: "Content"),
                themes: author.folder.path(of: "Themes")
            )
            _ = try await site.update(changes)
            try await expectEqualToBuild(site, in: author.folder, "after edit \(number) of \(seed): \(what)")
        }
    }
}

/// Changes content as an author does: sometimes for the worse, and after a while all is mended.
private struct ChanceAuthor {
    let folder: TemporaryFolder
    private var random: SeededGenerator
    private var content = ContentBuilder(listingCount: 3)
    private var next = 3

    init(seed: UInt64) throws {
        folder = try TemporaryFolder()
        random = SeededGenerator(seed: seed)
        try content.write(to: folder)
    }

    private typealias Edit = (name: String, weight: Int, work: @Sendable (inout ChanceAuthor) throws -> [String])

    private static let edits: [Edit] = [
        ("words", 6, { try $0.changeWords() }), ("name", 2, { try $0.rename() }), ("page", 2, { try $0.addPage() }),
        ("no page", 1, { try $0.removePages() }), ("undocumented", 2, { try $0.forgetScope() }),
        ("broken json", 1, { try $0.breakManifest() }), ("new listing", 1, { try $0.addListing() }),
        ("listing gone", 1, { try $0.removeListing() }), ("site", 1, { try $0.changeSite() }),
        ("catalogue", 1, { try $0.changeCatalogue() }), ("help page", 1, { try $0.changeHelpPage() }),
        ("style", 1, { try $0.changeStyle() }), ("picture", 1, { try $0.addPicture() }),
        ("recording", 2, { try $0.record() }),
        ("translation", 3, { try $0.translate() }), ("no translation", 1, { try $0.removeTranslations() }),
        ("languages", 1, { try $0.changeLanguages() }), ("cross link", 2, { try $0.linkElsewhere() }),
        ("app manifest", 2, { try $0.changeAppManifest() }),
        ("mended", 3, { try $0.mendAll() }),
    ]

    mutating func edit() throws -> (what: String, paths: [String]) {
        var place = Int.random(in: 0..<Self.edits.reduce(0) { $0 + $1.weight }, using: &random)
        for edit in Self.edits {
            if place < edit.weight { return (edit.name, try edit.work(&self)) }
            place -= edit.weight
        }
        return ("nothing", [])
    }

    private var anyListing: Int { mutating get { Int.random(in: content.listings.indices, using: &random) } }

    private func home(_ index: Int) -> String { "Content/integrations/\(content.listings[index].id)" }

    private func write(_ index: Int, _ names: String...) throws -> [String] {
        let files = content.listings[index].allFiles
        return try names.map { name in
            let path = "\(home(index))/\(name)"
            try folder.write(files[name] ?? [], to: path)
            return path
        }
    }

    private mutating func changeWords() throws -> [String] {
        let index = anyListing
        content.listings[index].overview += "\nPoints number \(random.next() % 1000) are kept as well.\n"
        return try write(index, "index.md")
    }

    private mutating func rename() throws -> [String] {
        let index = anyListing
        content.listings[index].name = "Listing \(["Birch", "Alder", "Rowan"][Int(random.next() % 3)]) \(index)"
        return try write(index, "integration.json")
    }

    private mutating func addPage() throws -> [String] {
        let index = anyListing
        let page = "---\ntitle: Notes\ndescription: Some notes.\n---\n\n## Notes\n\nNumber \(random.next() % 100).\n"
        content.listings[index].files["notes.md"] = Array(page.utf8)
        return try write(index, "notes.md")
    }

    private mutating func removePages() throws -> [String] {
        let index = anyListing
        guard content.listings[index].files.removeValue(forKey: "notes.md") != nil else { return [] }
        try FileManager.default.removeItem(atPath: folder.path(of: "\(home(index))/notes.md"))
        return ["\(home(index))/notes.md"]
    }

    private mutating func forgetScope() throws -> [String] {
        let index = anyListing
        let overview = content.listings[index].overview
        content.listings[index].overview = overview.replacingOccurrences(
            of: "scope:users:read",
            with: "scope:users:write"
        )
        return try write(index, "index.md")
    }

    private mutating func breakManifest() throws -> [String] {
        let path = "\(home(anyListing))/integration.json"
        try folder.write("{\"name\": ", to: path)
        return [path]
    }

    private mutating func addListing() throws -> [String] {
        guard content.listings.count < 6 else { return [] }
        content.listings.append(ListingBuilder(id: "listing-\(next)", name: "Listing \(next)"))
        next += 1
        let index = content.listings.count - 1
        for (name, bytes) in content.listings[index].allFiles { try folder.write(bytes, to: "\(home(index))/\(name)") }
        return [home(index)]
    }

    private mutating func removeListing() throws -> [String] {
        guard content.listings.count > 2 else { return [] }
        let index = anyListing
        let path = home(index)
        content.listings.remove(at: index)
        try FileManager.default.removeItem(atPath: folder.path(of: path))
        return [path]
    }

    private mutating func changeSite() throws -> [String] {
        let title = "Directory \(random.next() % 10)"
        content.site = content.site.replacingOccurrences(of: "Small directory", with: title)
            .replacingOccurrences(
                of: "\"title\": \"Directory [0-9]\"",
                with: "\"title\": \"\(title)\"",
                options: .regularExpression
            )
        try folder.write(content.site, to: "Content/site.json")
        return ["Content/site.json"]
    }

    private mutating func changeCatalogue() throws -> [String] {
        let platform =
            content.platform.contains("Read users")
            ? content.platform.replacingOccurrences(of: "Read users", with: "See users")
            : content.platform.replacingOccurrences(of: "See users", with: "Read users")
        content.platform = platform
        try folder.write(platform, to: "Content/platform.json")
        return ["Content/platform.json"]
    }

    private mutating func changeHelpPage() throws -> [String] {
        let title = ["Reading", "How to read"][Int(random.next() % 2)]
        let page = "---\ntitle: \(title)\n---\n\nNumber \(random.next() % 100).\n"
        content.files["pages/reading.md"] = Array(page.utf8)
        try folder.write(page, to: "Content/pages/reading.md")
        return ["Content/pages/reading.md"]
    }

    private mutating func changeStyle() throws -> [String] {
        if !content.site.contains("\"theme\"") {
            content.site = content.site.replacingOccurrences(of: "\"en\"", with: "\"en\", \"theme\": \"own\"")
            try folder.write(content.site, to: "Content/site.json")
            try folder.write(#"{"name": "own", "extends": "default"}"#, to: "Themes/own/theme.json")
        }
        try folder.write("body { order: \(random.next() % 100) }", to: "Themes/own/assets/own.css")
        return ["Content/site.json", "Themes/own/assets/own.css"]
    }

    private mutating func addPicture() throws -> [String] {
        let index = anyListing
        content.listings[index].files["media/more-\(random.next() % 3).png"] = TinyPicture.png
        for (name, bytes) in content.listings[index].files where name.hasPrefix("media/more") {
            try folder.write(bytes, to: "\(home(index))/\(name)")
        }
        return ["\(home(index))/media"]
    }

    /// Sometimes cut off, which is an error.
    private mutating func record() throws -> [String] {
        let path = "\(home(anyListing))/evidence/session.har"
        let entry =
            #"{"request": {"method": "GET", "url": "https://a.example/users/\#(random.next() % 9)"}, "response": {"status": 200}}"#
        let isCutOff = random.next() % 4 == 0
        try folder.write("{\"log\": {\"entries\": [\(entry)\(isCutOff ? "" : "]}}")", to: path)
        return [path]
    }

    /// Sometimes without what the page has to document.
    private mutating func translate() throws -> [String] {
        let index = anyListing
        let number = Int(random.next() % 100)
        let scope = number % 4 == 0 ? "users:write" : "users:read"
        let overview = content.listings[index].overview.replacingOccurrences(of: "users:read", with: scope)
        let pages = [
            "index.fr.md": "---\ntitle: Aperçu\n---\n\nNuméro \(number).\n\n\(overview)",
            "setup.fr.md": "---\ntitle: Connexion\nkind: setup\n---\n\n## Connect\n\nNuméro \(number).\n",
        ]
        let name = number % 2 == 0 ? "index.fr.md" : "setup.fr.md"
        content.listings[index].files[name] = pages[name].map { Array($0.utf8) }
        return try write(index, name)
    }

    private mutating func removeTranslations() throws -> [String] {
        let index = anyListing
        let names = content.listings[index].files.keys.filter { $0.hasSuffix(".fr.md") }
        for name in names {
            content.listings[index].files.removeValue(forKey: name)
            try FileManager.default.removeItem(atPath: folder.path(of: "\(home(index))/\(name)"))
        }
        return names.map { "\(home(index))/\($0)" }
    }

    private mutating func changeLanguages() throws -> [String] {
        let languages = [[], ["fr"], ["ar", "fr"]][Int(random.next() % 3)]
        let list = languages.map { "\"\($0)\"" }.joined(separator: ", ")
        content.site = content.site.replacingOccurrences(
            of: #"("languages": \[.*\],\s*)?"description""#,
            with: "\"languages\": [\(list)],\n  \"description\"",
            options: .regularExpression
        )
        try folder.write(content.site, to: "Content/site.json")
        return ["Content/site.json"]
    }

    private mutating func linkElsewhere() throws -> [String] {
        let index = anyListing
        let target = content.listings[anyListing].id
        let anchor = ["connect", "nowhere"][Int(random.next() % 2)]
        content.listings[index].overview += "\nSee [another](../\(target)/setup.md#\(anchor)).\n"
        return try write(index, "index.md")
    }

    /// Every other time one that asks for another scope than the listing has.
    private mutating func changeAppManifest() throws -> [String] {
        let index = anyListing
        let scope = random.next() % 2 == 0 ? "users:read" : "events:write"
        content.listings[index].appManifest = "app/scopes.txt"
        content.listings[index].files["app/scopes.txt"] = Array("access_scopes.scopes = \"\(scope)\"\n".utf8)
        return try write(index, "integration.json", "app/scopes.txt")
    }

    private mutating func mendAll() throws -> [String] {
        for index in content.listings.indices {
            content.listings[index].appManifest = nil
            content.listings[index].overview = ListingBuilder(id: "x", name: content.listings[index].name).overview
            for (name, bytes) in content.listings[index].allFiles {
                try folder.write(bytes, to: "\(home(index))/\(name)")
            }
            try? FileManager.default.removeItem(atPath: folder.path(of: "\(home(index))/evidence"))
        }
        return content.listings.indices.map(home)
    }
}
