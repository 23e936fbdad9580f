import Diagnostics
import FileSystem
import Listing
import LocatedJSON
import Rules
import Templates

/// What has to be known before the first listing is read: the site, the catalogue, the theme, the rules' severities.
struct SitePreparation: Sendable {
    let loader: ContentLoader
    /// The site in its languages, the main one first.
    let editions: [SiteEdition]
    let theme: Theme?
    let packs: [RulePack]
    let filter: FindingFilter
    let integrationIDs: [String]

    init(
        _ options: SiteOptions,
        needsTheme: Bool,
        reporting report: inout DiagnosticReport
    ) throws(FileSystemError) {
        loader = try ContentLoader(path: options.content, recordings: options.recordings)
        let siteFile = try loader.loadRootFile("site.json", reporting: &report)
        let site = siteFile.flatMap { SiteParser.parseSite($0, reporting: &report) }
        let languages = site?.contentLanguages ?? ContentLanguages()
        let catalogue = try CatalogueSource(loader, languages: languages, reporting: &report)
        editions = languages.choices.map { language in
            let isMain = language.isMain
            return SiteEdition(
                language: language,
                site: isMain ? site : siteFile.flatMap { SiteParser.translatedSite($0, in: language) },
                catalogue: catalogue?.catalogue(in: language)
            )
        }
        filter = FindingFilter(
            levels: RuleLevels(site?.ruleLevels ?? [], reporting: &report),
            selection: options.selection,
            suppressions: SuppressionList(site?.suppressions ?? [], today: options.today, reporting: &report),
            baseline: options.ignoresBaseline ? .none : try Self.baseline(loader, reporting: &report),
            contentFolder: loader.path
        )
        packs = try RulePackLoader(loader: loader).load(site?.marketplaces ?? [], reporting: &report)
        theme =
            needsTheme
            ? try ThemeLoader(folder: options.themes).load(
                site?.theme?.value ?? BuiltInTheme.name,
                namedAt: site?.theme?.range ?? SourceRange(startOf: "\(loader.path)/site.json"),
                languages: Self.places(of: languages, in: site, "\(loader.path)/site.json"),
                reporting: &report
            ) : nil
        integrationIDs = try loader.integrationIDs(reporting: &report)
    }

    /// Where the site names its languages.
    private static func places(
        of languages: ContentLanguages,
        in site: SiteConfiguration?,
        _ path: String
    ) -> [Located<String>] {
        let start = SourceRange(startOf: path)
        return [Located(languages.main, at: site?.languagePlace ?? start)]
            + languages.others.map { tag in
                site?.languages.first { $0.value == tag } ?? Located(tag, at: start)
            }
    }

    private init(_ other: SitePreparation, integrationIDs: [String]) {
        loader = other.loader
        editions = other.editions
        theme = other.theme
        packs = other.packs
        filter = other.filter
        self.integrationIDs = integrationIDs
    }

    func with(integrationIDs: [String]) -> SitePreparation {
        SitePreparation(self, integrationIDs: integrationIDs)
    }

    /// A directory that never wrote a baseline has none.
    private static func baseline(
        _ loader: ContentLoader,
        reporting report: inout DiagnosticReport
    ) throws(FileSystemError) -> Baseline {
        guard FileStatus.of("\(loader.path)/\(Baseline.fileName)") != nil,
            let file = try loader.loadRootFile(Baseline.fileName, reporting: &report)
        else { return .none }
        return Baseline.parse(file.bytes, path: file.path, reporting: &report)
    }

    var parser: ListingParser {
        ListingParser(
            main: main.content,
            translations: editions.dropFirst().map(\.content),
            ownAddress: ownAddress
        )
    }

    var main: SiteEdition { editions[0] }
    var site: SiteConfiguration? { main.site }
    var catalogue: Catalogue? { main.catalogue }

    /// Of the site as its authors write it: another address that a run is given changes nothing in their links.
    var ownAddress: OwnAddress? {
        site.flatMap { site in
            site.baseURL.flatMap { OwnAddress(baseURL: $0, languages: site.contentLanguages.others) }
        }
    }

    /// What every page in a language has in common; `helpPages` are those of the directory itself.
    func frame(_ options: SiteOptions, _ edition: SiteEdition, helpPages: [SiteFrame.HelpPage]) -> SiteFrame {
        let language = edition.language.wanted
        return SiteFrame(
            folder: edition.folder,
            languages: editions.map { edition in
                SiteLanguage(
                    tag: edition.language.wanted,
                    folder: edition.folder,
                    name: nativeName(ofLanguage: edition.language.wanted)
                )
            },
            title: edition.site?.title ?? "",
            description: edition.site?.description ?? "",
            titleLanguage: edition.site?.titleLanguage,
            descriptionLanguage: edition.site?.descriptionLanguage,
            language: language,
            texts: theme?.texts(in: language) ?? ThemeTexts.builtIn.texts(in: language),
            baseURL: options.baseURL ?? site?.baseURL,
            ownAddress: ownAddress,
            helpPages: helpPages,
            stylesheets: theme?.stylesheets ?? [],
            icon: theme?.icon,
            socialPicture: theme?.socialPicture,
            scripts: theme?.scripts ?? [],
            editLink: site?.editLink.map(EditLink.init)
        )
    }
}
