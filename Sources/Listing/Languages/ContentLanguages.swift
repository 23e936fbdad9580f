package import LocatedJSON

/// The languages that a directory is written in, as BCP 47 tags.
package struct ContentLanguages: Sendable, Hashable {
    /// Of the pages and texts that do not say their own.
    package let main: String
    package let others: [String]

    package init(main: String = "en", others: [String] = []) {
        self.main = main
        self.others = others
    }

    /// The main language first.
    package var choices: [LanguageChoice] {
        ([main] + others).map { LanguageChoice(wanted: $0, main: main) }
    }

    func has(_ language: String) -> Bool { language == main || others.contains(language) }

    /// `"en", "fr" and "ar"`, as messages say it.
    var inWords: String {
        let tags = ([main] + others).map { "\"\($0)\"" }
        return tags.count > 1 ? tags.dropLast().joined(separator: ", ") + " and \(tags.last ?? "")" : tags[0]
    }
}

/// What the content is read with in one language: the language itself, and what the platform's permissions are called.
package struct ContentEdition: Sendable {
    package let language: LanguageChoice
    package let catalogue: Catalogue
    /// What categories are called, by the names that listings give them; without those that are not translated.
    package let categoryNames: [String: String]

    package init(language: LanguageChoice, catalogue: Catalogue, categoryNames: [String: String] = [:]) {
        self.categoryNames = categoryNames
        self.language = language
        self.catalogue = catalogue
    }
}
