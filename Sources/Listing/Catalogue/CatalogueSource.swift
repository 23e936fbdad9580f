package import Diagnostics
import Evidence
package import FileSystem
package import LocatedJSON

/// `platform.json` and the documents that it points at, read once for all languages.
package struct CatalogueSource: Sendable {
    package static let fileName = "platform.json"

    /// The catalogue in the main language.
    package let main: Catalogue
    private let document: JSONObject
    private let descriptions: [MeantDescription]
    private let lacksDocument: Bool

    /// Reports all that is wrong with the files; nil where there is no catalogue to be read.
    package init?(
        _ loader: ContentLoader,
        languages: ContentLanguages = ContentLanguages(),
        reporting report: inout DiagnosticReport
    ) throws(FileSystemError) {
        guard let file = try loader.loadRootFile(Self.fileName, reporting: &report) else { return nil }
        try self.init(file, languages: languages, reporting: &report) { name, report throws(FileSystemError) in
            try loader.loadRootFile(name, limit: Self.longestDescription, reporting: &report)
        }
    }

    /// - Parameter load: gives a file by its name from the root of the content folder, or reports why it cannot.
    init?(
        _ file: SourceFile,
        languages: ContentLanguages,
        reporting report: inout DiagnosticReport,
        load: (String, inout DiagnosticReport) throws(FileSystemError) -> SourceFile?
    ) throws(FileSystemError) {
        guard let (document, texts) = file.readDocument(checking: Catalogue.schema, reporting: &report) else {
            return nil
        }
        let check = TranslationCheck(languages: languages)
        check.check(texts, path: file.path, reporting: &report)
        check.checkCompleteness(of: texts, path: file.path, reporting: &report)
        var descriptions: [MeantDescription] = []
        let references = DescriptionReference.read(in: document).withoutRepeated(reporting: &report)
        for reference in references {
            guard let lists = reference.lists(reporting: &report),
                let file = try load(reference.file.value, &report),
                let description = APIDescription(file.bytes, path: file.path, reporting: &report)
            else { continue }
            let reading = SecurityReading(lists, schemes: reference.schemes.map { Set($0.map(\.value)) })
            reference.reportUnknownSchemes(of: description, to: &report)
            description.reportDoubt(of: reading, reporting: &report)
            descriptions.append(MeantDescription(description, reading))
        }
        self.document = document
        self.descriptions = descriptions
        lacksDocument = descriptions.count < references.count
        main = Catalogue(document.reading(in: languages.choices[0]), descriptions, lacksDocument: lacksDocument)
        CatalogueCheck(main).run(reporting: &report)
    }

    /// Its problems have been reported.
    package func catalogue(in language: LanguageChoice) -> Catalogue {
        language.isMain
            ? main : Catalogue(document.reading(in: language), descriptions, lacksDocument: lacksDocument)
    }

    /// The largest document that is read, in bytes: Microsoft Graph's has 34 million, GitHub's 12.
    package static let longestDescription = 64 << 20
}

extension [DescriptionReference] {
    /// A document that is named twice could be meant in two ways.
    fileprivate func withoutRepeated(reporting report: inout DiagnosticReport) -> [DescriptionReference] {
        var first: [String: Located<String>] = [:]
        return filter { reference in
            guard let earlier = first[reference.file.value] else {
                first[reference.file.value] = reference.file
                return true
            }
            report.error(
                "catalogue-description-repeated",
                "'\(reference.file.value)' is named already, and how its lists are meant is said once",
                at: reference.file.range,
                notes: [Note("it is named here first", at: earlier.range)]
            )
            return false
        }
    }
}

extension DescriptionReference {
    /// nil after an error where nobody says: vendors differ, and a guess would accuse honest listings.
    fileprivate func lists(reporting report: inout DiagnosticReport) -> ScopeListMeaning? {
        if lists == nil {
            report.error(
                "catalogue-scope-lists-unsaid",
                "nothing says how the lists of scopes in '\(file.value)' are meant",
                at: file.range,
                notes: [
                    Note(
                        "write \"scopeLists\": \"anyOf\" where one scope of a list is enough, \"allOf\" where all are "
                            + "needed, or \"asWritten\" where the format's own rule holds"
                    )
                ]
            )
        }
        return lists
    }

    /// A misspelt name would make every need unknown, and nothing would be checked.
    fileprivate func reportUnknownSchemes(of description: APIDescription, to report: inout DiagnosticReport) {
        for scheme in schemes ?? [] where !description.schemes.contains(scheme.value) {
            let guess = closestMatch(to: scheme.value, among: description.schemes)
            report.error(
                "catalogue-scheme-unknown",
                "'\(file.value)' has no security scheme '\(scheme.value)'"
                    + (guess.map { "; did you mean '\($0)'?" } ?? ""),
                at: scheme.range
            )
        }
    }
}
