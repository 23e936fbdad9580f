import Diagnostics
import LocatedJSON

/// The listing's own files that its pages show as pictures by their paths, each once, where it is shown first.
struct PicturesByPath {
    private var pictures: [(name: String, range: SourceRange)] = []

    init(on pages: [Page], in tree: SourceTree) {
        let folder = tree.contentPath + "/"
        var names: Set<String> = []
        for page in pages {
            for link in page.links.lazy where link.isPicture {
                guard case .content(let path, _) = link.destination, path.hasPrefix(folder) else { continue }
                let name = String(path.dropFirst(folder.count))
                if names.insert(name).inserted { pictures.append((name, page.place(link.range))) }
            }
        }
    }

    /// The ids of the media whose files are among them.
    func shownMedia(of manifest: IntegrationManifest?) -> Set<String> {
        guard !pictures.isEmpty else { return [] }
        let names = Set(pictures.map(\.name))
        let shown = (manifest?.media ?? []).filter { $0.file.map { names.contains($0.value) } ?? false }
        return Set(shown.map(\.id.value))
    }

    /// Those that the manifest says nothing of.
    func undescribed(
        by manifest: IntegrationManifest?,
        in tree: SourceTree
    ) -> [(asset: AssetFile, range: SourceRange)] {
        guard let manifest, !pictures.isEmpty else { return [] }
        let described = Set(manifest.media.lazy.flatMap(\.files).map(\.value))
        let assets = Dictionary(tree.assets.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        return pictures.compactMap { name, range in
            described.contains(name) ? nil : assets[name].map { ($0, range) }
        }
    }
}
