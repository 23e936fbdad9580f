package import Diagnostics
package import LocatedJSON

/// `site.json`: what is true of the directory as a whole.
package struct SiteConfiguration: Sendable {
    package let path: String
    package let title: String
    package let description: String?
    /// The language of title and description, each where it is not the wanted one.
    package let titleLanguage: String?
    package let descriptionLanguage: String?
    /// Absolute and ending in `/`.
    package let baseURL: String?
    /// Of the pages that do not say their own, as a BCP 47 tag.
    package let language: String
    /// Where it is written, unless it goes without saying.
    package let languagePlace: SourceRange?
    /// Further languages that pages are written in, as BCP 47 tags.
    package let languages: [Located<String>]
    /// The names of categories in the wanted language, by what listings call them; without those that are not translated.
    package let categoryNames: [String: String]
    /// The names of listings for which there are others, where they stand.
    package let namedCategories: [Located<String>]
    package let marketplaces: [Located<String>]
    package let theme: Located<String>?
    package let ruleLevels: [RuleLevel]
    package let suppressions: [Suppression]
    /// An address with `{path}` where the path of a page in the content folder goes.
    package let editLink: String?
}

extension SiteConfiguration {
    /// Without those that are reported as faulty.
    package var contentLanguages: ContentLanguages {
        let others = languages.map(\.value).filter { isLanguageTag($0) && $0.lowercased() != language.lowercased() }
        var seen: Set<String> = []
        return ContentLanguages(main: language, others: others.filter { seen.insert($0.lowercased()).inserted })
    }
}

/// The severity that a directory gives to a rule.
package struct RuleLevel: Sendable {
    package let rule: Located<String>
    /// nil: the rule is switched off.
    package let severity: Severity?
}

extension SiteConfiguration {
    package static let schema = ObjectSchema(
        title: "Site",
        description: "What is true of the directory as a whole.",
        properties: [
            .required("title", .localizedName, "The name of the directory."),
            .optional("description", .localizedString, "What it is, in a sentence."),
            .optional("baseURL", .url, "Where the site will stand."),
            .optional("language", .string, "The language of the pages, as a BCP 47 tag."),
            .optional("languages", .array(of: .string), "Further languages that pages are written in."),
            .optional(
                "categories",
                .map(of: .localizedString),
                "What categories are called in other languages, by the name that listings give them."
            ),
            .optional("marketplace", .oneOrMore(.identifier), "Whose limits the listings are held to."),
            .optional("theme", .identifier, "A folder of the themes folder."),
            .optional(
                "rules",
                .map(of: .choice(Severity.allCases.map(\.rawValue) + ["off"])),
                "Severities by rule id."
            ),
            .optional(
                "suppressions",
                .array(of: .object(Suppression.schema)),
                "Findings that are accepted for a time."
            ),
            .optional("editLink", .string, "An address with {path}, where the pages can be edited."),
        ]
    )

    init(_ object: JSONObject) {
        self.init(
            path: object.path,
            title: object.string("title")?.value ?? "",
            description: object.string("description")?.value,
            titleLanguage: object.substituteLanguage(ofName: "title"),
            descriptionLanguage: object.substituteLanguage(of: "description"),
            baseURL: object.string("baseURL", .url).map { $0.value.hasSuffix("/") ? $0.value : $0.value + "/" },
            language: object.string("language")?.value ?? "en",
            languagePlace: object.string("language")?.range,
            languages: object.strings("languages"),
            categoryNames: object.object("categories")?.translatedTexts ?? [:],
            namedCategories: object.object("categories")?.entries.map(\.key) ?? [],
            marketplaces: object.strings("marketplace", .identifier),
            theme: object.string("theme", .identifier),
            ruleLevels: object.object("rules")?.entries.compactMap(RuleLevel.init) ?? [],
            suppressions: object.objects("suppressions").compactMap(Suppression.init),
            editLink: object.string("editLink")?.value
        )
    }
}

extension RuleLevel {
    init?(_ entry: (key: Located<String>, value: JSONValue)) {
        guard let word = entry.value.string, word == "off" || Severity(rawValue: word) != nil else { return nil }
        self.init(rule: entry.key, severity: Severity(rawValue: word))
    }
}

extension SiteConfiguration {
    /// What is wrong with an address that the site is to stand at, as a clause that begins with "which".
    package static func faultOfBaseURL(_ text: String) -> String? {
        if let fault = TextFormat.url.fault(of: text) { return fault }
        if text.contains("?") || text.contains("#") { return "which has more than a host and a path" }
        let isPlain = text.unicodeScalars.allSatisfy { $0.isASCII && !"\"'<>`".unicodeScalars.contains($0) }
        return isPlain ? nil : "which has characters that no address can have"
    }
}
