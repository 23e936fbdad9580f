package import Diagnostics
import LocatedJSON

/// PARSE for the files at the root of the content folder.
package enum SiteParser {
    package static func parseSite(
        _ file: SourceFile,
        reporting report: inout DiagnosticReport
    ) -> SiteConfiguration? {
        guard let object = file.readObject(checking: SiteConfiguration.schema, reporting: &report) else { return nil }
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
        if let language = object.string("language"), !SiteConfiguration.isLanguageTag(language.value) {
            report.error(
                "manifest-value-invalid",
                "\"language\" must be a tag such as \"en\" or \"pt-BR\"",
                at: language.range
            )
        }
        return site
    }

    package static func parseCatalogue(
        _ file: SourceFile,
        reporting report: inout DiagnosticReport
    ) -> Catalogue? {
        guard let object = file.readObject(checking: Catalogue.schema, reporting: &report) else { return nil }
        let catalogue = Catalogue(object)
        CatalogueCheck(catalogue).run(reporting: &report)
        if let place = object.keyRange("openapi") {
            report.warning(
                "catalogue-openapi-not-read",
                "this version does not read OpenAPI descriptions, so nothing is held against them",
                at: place,
                notes: [Note("write the calls that features name into \"operations\"")]
            )
        }
        return catalogue
    }
}
