import Foundation

/// The same pages as a site for Hugo, with two small layouts and no checks.
struct HugoSite {
    let content: SampleContent
    let folder: URL

    func write() throws {
        try? FileManager.default.removeItem(at: folder)
        try write(Self.configuration, to: "hugo.toml")
        try write(Self.layout, to: "layouts/_default/single.html")
        try write(Self.layout, to: "layouts/_default/list.html")
        let listings = content.folder.appending(path: "integrations")
        for listing in try FileManager.default.contentsOfDirectory(at: listings, includingPropertiesForKeys: nil) {
            try copy(listing)
        }
    }

    private func copy(_ listing: URL) throws {
        let home = "content/integrations/\(listing.lastPathComponent)"
        for file in try FileManager.default.contentsOfDirectory(at: listing, includingPropertiesForKeys: nil) {
            if file.lastPathComponent == "media" {
                try FileManager.default.copyItem(at: file, to: folder.appending(path: "\(home)/media"))
            } else if file.pathExtension == "md" {
                // `kind` means something else to Hugo, and a folder with an `index.md` has no pages beside it.
                let text = try String(contentsOf: file, encoding: .utf8).replacing("\nkind: ", with: "\npart: ")
                let name = file.lastPathComponent == "index.md" ? "_index.md" : file.lastPathComponent
                try write(text, to: "\(home)/\(name)")
            }
        }
    }

    private func write(_ text: String, to path: String) throws {
        let file = folder.appending(path: path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    private static let configuration = """
        baseURL = "https://samples.example/"
        title = "Sample directory"
        disableKinds = ["taxonomy", "term", "RSS"]

        """

    private static let layout = """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title>
        <meta name="description" content="{{ .Description }}"></head>
        <body><nav>{{ with .CurrentSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav>
        <aside>{{ .TableOfContents }}</aside><main><h1>{{ .Title }}</h1>{{ .Content }}</main></body></html>

        """
}
