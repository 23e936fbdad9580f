package import Diagnostics
package import LocatedJSON

/// PARSE for the files at the root of the content folder.
package enum SiteParser {
    package static func parseSite(
        _ file: SourceFile,
        in language: String? = nil,
        reporting report: inout DiagnosticReport
    ) -> SiteConfiguration? {
        guard
            let (document, texts) = file.readDocument(checking: SiteConfiguration.schema, reporting: &report)
        else { return nil }
        let main = document.string("language")?.value ?? "en"
        let object = document.reading(in: LanguageChoice(wanted: language ?? main, main: main))
        let site = SiteConfiguration(object)
        if let link = object.string("editLink"), !link.value.contains("{path}") || !link.value.hasPrefix("https://") {
            report.error(
                "manifest-value-invalid",
                "\"editLink\" must begin with \"https://\" and contain \"{path}\"",
                at: link.range
            )
        }
        if let base = object.string("baseURL", .url), let fault = SiteConfiguration.faultOfBaseURL(base.value) {
            report.error("manifest-value-invalid", "\"baseURL\" is an address \(fault)", at: base.range)
        }
        if let language = object.string("language"), !isLanguageTag(language.value) {
            report.error(
                "manifest-value-invalid",
                "\"language\" must be a tag such as \"en\" or \"pt-BR\"",
                at: language.range
            )
        }
        checkLanguages(of: site, reporting: &report)
        let check = TranslationCheck(languages: site.contentLanguages)
        check.check(texts, path: file.path, reporting: &report)
        check.checkCompleteness(of: texts, path: file.path, reporting: &report)
        return site
    }

    private static func checkLanguages(
        of site: SiteConfiguration,
        reporting report: inout DiagnosticReport
    ) {
        var seen = [site.language]
        for language in site.languages {
            let tag = language.value
            if !isLanguageTag(tag) {
                report.error(
                    "manifest-value-invalid",
                    "\"languages\" has \"\(tag)\", which is no tag such as \"fr\" or \"pt-BR\"",
                    at: language.range
                )
            } else if seen.contains(where: { $0.lowercased() == tag.lowercased() }) {
                report.error(
                    "manifest-value-invalid",
                    "\"languages\" has \"\(tag)\", which is "
                        + (tag.lowercased() == site.language.lowercased() ? "\"language\" already" : "in it twice"),
                    at: language.range
                )
            }
            seen.append(tag)
        }
    }

    /// The site in another language than the main one, in which its problems are reported.
    package static func translatedSite(_ file: SourceFile, in language: LanguageChoice) -> SiteConfiguration? {
        var ignored = DiagnosticReport()
        return parseSite(file, in: language.wanted, reporting: &ignored)
    }

    /// The catalogue of a file alone, without the documents that it points at.
    package static func parseCatalogue(
        _ file: SourceFile,
        languages: ContentLanguages = ContentLanguages(),
        reporting report: inout DiagnosticReport
    ) -> Catalogue? {
        try? CatalogueSource(file, languages: languages, reporting: &report) { _, _ in nil }?.main
    }
}
