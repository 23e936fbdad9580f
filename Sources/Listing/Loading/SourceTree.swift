package import Diagnostics

/// Everything that was found in one folder of content: what the load stage gives to the parse stage.
package struct SourceTree: Sendable {
    /// The folder: `Content/integrations/acme`.
    package let path: String
    /// Manifest and pages, ordered by name.
    package let texts: [SourceFile]
    /// Media, ordered by name.
    package let assets: [AssetFile]

    package init(path: String, texts: [SourceFile], assets: [AssetFile] = []) {
        self.path = path
        self.texts = texts.sorted { $0.name < $1.name }
        self.assets = assets.sorted { $0.name < $1.name }
    }

    /// The last component of the folder, which is the id of an integration.
    package var name: String {
        String(path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...])
    }

    package func text(named name: String) -> SourceFile? {
        texts.first { $0.name == name }
    }
}
