import Listing
import Templates

/// A theme as it is used: its templates compiled, its assets named by their content.
struct Theme: Sendable {
    let library: TemplateLibrary
    let stylesheets: [SiteAddress]
    /// What a browser shows beside the title of a page: the asset `icon.svg`.
    let icon: SiteAddress?
    let scripts: [SiteAddress]
    let files: [RenderedPage]

    /// - Parameter assets: by name; a style sheet or script of several files is published as one, in name order.
    init(library: TemplateLibrary, assets: [ThemeFile]) {
        let ordered = assets.sorted { $0.name < $1.name }
        let style = Self.joined(ordered.filter { $0.name.hasSuffix(".css") }, before: "", after: "\n")
        // Each script keeps its own names and its own strictness.
        let script = Self.joined(ordered.filter { $0.name.hasSuffix(".js") }, before: "(() => {\n", after: "\n})();\n")
        let styleFile = style.map { RenderedPage(address: Self.address("theme", $0, "css"), bytes: $0) }
        let scriptFile = script.map { RenderedPage(address: Self.address("theme", $0, "js"), bytes: $0) }
        let iconFile = ordered.first { $0.name == Self.iconName }.map {
            RenderedPage(address: Self.address("icon", $0.bytes, "svg"), bytes: $0.bytes)
        }
        let others = ordered.filter {
            $0.name != Self.iconName && !$0.name.hasSuffix(".css") && !$0.name.hasSuffix(".js")
        }
        .map { RenderedPage(address: SiteAddress(shared: "assets/\($0.name)"), bytes: $0.bytes) }
        self.library = library
        stylesheets = [styleFile].compactMap(\.self).map(\.address)
        scripts = [scriptFile].compactMap(\.self).map(\.address)
        icon = iconFile?.address
        files = [styleFile, scriptFile, iconFile].compactMap(\.self) + others
    }

    private static let iconName = "icon.svg"

    private static func joined(_ files: [ThemeFile], before: String, after: String) -> [UInt8]? {
        guard !files.isEmpty else { return nil }
        return files.reduce(into: []) { bytes, file in
            bytes += before.utf8
            bytes += file.bytes
            bytes += after.utf8
        }
    }

    private static func address(_ name: String, _ bytes: [UInt8], _ ending: String) -> SiteAddress {
        SiteAddress(shared: "assets/\(name).\(contentHash(bytes)).\(ending)")
    }
}
