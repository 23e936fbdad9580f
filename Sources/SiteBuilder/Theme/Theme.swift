import Diagnostics
import Listing
import Templates

/// A theme as it is used: its templates compiled, its assets named by their content.
struct Theme: Sendable {
    /// As the templates are written, without the words of a language.
    let library: TemplateLibrary
    private let texts: ThemeTexts
    /// The libraries of the languages that the theme was loaded for.
    private let translations: [String: TemplateLibrary]
    let stylesheets: [SiteAddress]
    /// What a browser shows beside the title of a page: the asset `icon.svg`.
    let icon: SiteAddress?
    /// What another site shows of a page that has no picture of its own: the asset `social.png`.
    let socialPicture: ThemePicture?
    let scripts: [SiteAddress]
    let files: [RenderedPage]

    /// - Parameter assets: by name; a style sheet or script of several files is published as one, in name order.
    init(library: TemplateLibrary, texts: ThemeTexts, translations: [String: TemplateLibrary], assets: [ThemeFile]) {
        let ordered = assets.sorted { $0.name < $1.name }
        let style = Self.joined(ordered.filter { $0.name.hasSuffix(".css") }, before: "", after: "\n")
        // Each script keeps its own names and its own strictness.
        let script = Self.joined(ordered.filter { $0.name.hasSuffix(".js") }, before: "(() => {\n", after: "\n})();\n")
        let styleFile = style.map { RenderedPage(address: Self.address("theme", $0, "css"), bytes: $0) }
        let scriptFile = script.map { RenderedPage(address: Self.address("theme", $0, "js"), bytes: $0) }
        let iconFile = ordered.first { $0.name == Self.iconName }.map {
            RenderedPage(address: Self.address("icon", $0.bytes, "svg"), bytes: $0.bytes)
        }
        let social = ordered.first { $0.name == Self.socialPictureName }
        let socialFile = social.map {
            RenderedPage(address: Self.address("social", $0.bytes, "png"), bytes: $0.bytes)
        }
        let others = ordered.filter {
            $0.name != Self.iconName && $0.name != Self.socialPictureName && !$0.name.hasSuffix(".css")
                && !$0.name.hasSuffix(".js")
        }
        .map { RenderedPage(address: SiteAddress(shared: "assets/\($0.name)"), bytes: $0.bytes) }
        self.library = library
        self.texts = texts
        self.translations = translations
        stylesheets = [styleFile].compactMap(\.self).map(\.address)
        scripts = [scriptFile].compactMap(\.self).map(\.address)
        icon = iconFile?.address
        socialPicture = socialFile.flatMap(ThemePicture.init)
        files = [styleFile, scriptFile, iconFile, socialFile].compactMap(\.self) + others
    }

    /// The templates with the texts of a language; made anew where the theme was not loaded for it.
    func library(in language: String) -> TemplateLibrary {
        if let translation = translations[language] { return translation }
        var ignored = DiagnosticReport()
        return library.translated(into: texts.texts(in: language), reporting: &ignored)
    }

    func texts(in language: String) -> Texts {
        translations[language]?.texts ?? texts.texts(in: language)
    }

    private static let iconName = "icon.svg"
    private static let socialPictureName = "social.png"

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
