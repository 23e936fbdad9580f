/// A listing without a fault, for a test to spoil.
package struct ListingBuilder: Sendable {
    package struct Scope: Sendable {
        package var id: String
        package var requirement = "required"
        package var reason: String? = "Members are matched to profiles by it."
        package var ifDeclined: String?

        package init(_ id: String) { self.id = id }
    }

    package struct Feature: Sendable {
        package var id: String
        package var title: String
        package var scopes: [String]
        package var evidence = ["points"]

        package init(_ id: String, title: String, scopes: [String]) {
            self.id = id
            self.title = title
            self.scopes = scopes
        }
    }

    package var id: String
    package var name: String
    package var scopes = [Scope("users:read")]
    package var features = [Feature("points-sync", title: "Sync points", scopes: ["users:read"])]
    /// The address of a video at another host, by the id "tour".
    package var video: String?
    /// What the code of the integration ships with, by its path.
    package var appManifest: String?
    /// Markdown of the overview's body.
    package var overview: String
    /// Further files by name, the media among them.
    package var files: [String: [UInt8]]

    package init(id: String = "acme", name: String = "Acme Loyalty") {
        self.id = id
        self.name = name
        overview = """
            \(name) keeps points in profiles.

            ## [Sync points](feature:points-sync)

            When a balance changes, \(name) looks up the profile of the member with [`users:read`](scope:users:read)
            and shows the balance beside it, so that nobody has to open a second window to see it.

            ![The balance in a profile](screenshot:points)

            Go on to the [set-up](setup.md#connect).

            """
        files = [
            "media/points.png": TinyPicture.png,
            "setup.md": Array(
                """
                ---
                title: Set-up
                description: How to connect.
                kind: setup
                order: 2
                ---

                ## Connect

                Press **Connect** in \(name), then go back to the [overview](index.md).

                """.utf8
            ),
        ]
    }

    package var manifest: String {
        """
        {
          "name": "\(name)",
          "tagline": "Points in profiles",
          "builtBy": "Acme Labs",
          "description": "Keeps the points of every member in the profile.",
          "version": "1.0.0",
          "updated": "2026-11-10",
          "categories": ["Loyalty"],
          "complements": ["segments"],
          "links": {"privacy": "https://acme.example/privacy"},\(appManifestJSON)
          "scopes": [
        \(scopes.map(\.json).joined(separator: ",\n"))
          ],
          "features": [
        \(features.map(\.json).joined(separator: ",\n"))
          ],
          "media": [
            {"id": "points", "kind": "screenshot", "file": "media/points.png", "alt": "A profile with a balance of 120 points"}\(videoJSON)
          ]
        }

        """
    }

    private var appManifestJSON: String { appManifest.map { "\n  \"appManifest\": \"\($0)\"," } ?? "" }

    private var videoJSON: String {
        guard let video else { return "" }
        return """
            ,
                {"id": "tour", "kind": "video", "url": "\(video)", "alt": "A tour of the set-up", "duration": 42}
            """
    }

    /// All files by name.
    package var allFiles: [String: [UInt8]] {
        let page = "---\ntitle: Overview\ndescription: What it does.\nkind: overview\n---\n\n\(overview)"
        return files.merging(["integration.json": Array(manifest.utf8), "index.md": Array(page.utf8)]) { own, _ in own }
    }
}

extension ListingBuilder.Scope {
    fileprivate var json: String {
        let members = [
            ("id", id), ("requirement", requirement), ("reason", reason), ("ifDeclined", ifDeclined),
        ]
        return "    {"
            + members.compactMap { key, value in value.map { "\"\(key)\": \"\($0)\"" } }.joined(separator: ", ")
            + "}"
    }
}

extension ListingBuilder.Feature {
    fileprivate var json: String {
        """
            {"id": "\(id)", "title": "\(title)", "summary": "Balances stand in the profile.", "scopes": \
        \(list(scopes)), "evidence": \(list(evidence))}
        """
    }

    private func list(_ words: [String]) -> String {
        "[\(words.map { "\"\($0)\"" }.joined(separator: ", "))]"
    }
}
