import Diagnostics
package import Evidence

/// Everything that was found in one folder of content: what the load stage gives to the parse stage.
package struct SourceTree: Sendable {
    /// The folder, as diagnostics show it: `Content/integrations/acme`.
    package let path: String
    /// The folder from the root of the content folder: `integrations/acme`.
    package let contentPath: String
    /// Manifest and pages, ordered by name.
    package let texts: [SourceFile]
    /// The WebVTT files among the media, ordered by name.
    package let captions: [SourceFile]
    /// Media, ordered by name.
    package let assets: [AssetFile]
    /// Files that `integration.json` names as app manifests and that are neither at the top of the folder nor published.
    package let appManifestFiles: [SourceFile]
    /// The names of such files that are there and could not be taken in, which has been reported.
    package let unreadAppManifests: Set<String>
    /// The names of pages that are there and could not be taken in, which has been reported.
    package let unreadPages: Set<String>
    /// What the recordings of its traffic tell, read while loading: their bytes are not kept.
    package let recordings: [RecordedTraffic]

    package init(
        path: String,
        contentPath: String,
        texts: [SourceFile],
        captions: [SourceFile] = [],
        assets: [AssetFile] = [],
        appManifestFiles: [SourceFile] = [],
        unreadAppManifests: Set<String> = [],
        unreadPages: Set<String> = [],
        recordings: [RecordedTraffic] = []
    ) {
        self.path = path
        self.contentPath = contentPath
        self.texts = texts.sorted { $0.name < $1.name }
        self.captions = captions.sorted { $0.name < $1.name }
        self.assets = assets.sorted { $0.name < $1.name }
        self.appManifestFiles = appManifestFiles
        self.unreadAppManifests = unreadAppManifests
        self.unreadPages = unreadPages
        self.recordings = recordings.sorted { $0.path < $1.path }
    }

    /// The last component of the folder, which is the id of an integration.
    package var name: String {
        contentPath.split(separator: "/").last.map(String.init) ?? contentPath
    }

    /// What pages are rendered from.
    package var withoutRecordings: SourceTree {
        recordings.isEmpty
            ? self
            : SourceTree(
                path: path,
                contentPath: contentPath,
                texts: texts,
                captions: captions,
                assets: assets,
                appManifestFiles: appManifestFiles,
                unreadAppManifests: unreadAppManifests,
                unreadPages: unreadPages
            )
    }

    package func text(named name: String) -> SourceFile? {
        texts.first { $0.name == name }
    }

    /// A file that the manifest names as an app manifest, which may stand at the top of the folder or below it.
    package func appManifestFile(named name: String) -> SourceFile? {
        appManifestFiles.first { $0.name == name } ?? text(named: name)
    }
}
