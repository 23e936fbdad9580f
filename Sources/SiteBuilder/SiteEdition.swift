import Listing
import LocatedJSON

/// The site in one of its languages.
struct SiteEdition: Sendable {
    let language: LanguageChoice
    /// `site.json` with its texts in the language; nil when it cannot be read.
    let site: SiteConfiguration?
    /// Absent when the catalogue cannot be read: then nothing can be held against it.
    let catalogue: Catalogue?

    /// From the root of the site: `fr/`; the main language has none.
    var folder: String { language.isMain ? "" : "\(language.wanted)/" }

    /// What the content is read with.
    var content: ContentEdition {
        ContentEdition(
            language: language,
            catalogue: catalogue ?? Catalogue(path: ""),
            categoryNames: site?.categoryNames ?? [:]
        )
    }
}
