import Diagnostics
import Templates

/// The texts of one theme in the languages that are looked through, English last.
struct TextsLayer {
    let languages: [Language]
    /// Where the theme has its texts; nil for the theme that travels inside the program.
    let folder: String?

    init(_ languages: [Language], folder: String?) {
        self.languages = languages
        self.folder = folder
    }

    struct Language {
        let tag: String
        let path: String?
        let texts: [InterfaceText]
        let unread: UnreadTexts

        init(_ tag: String, of files: [ThemeFile], reporting report: inout DiagnosticReport) {
            let file = files.first { $0.name.lowercased() == tag.lowercased() }
            let read = file.map { TextsReader.read($0, reporting: &report) } ?? .none
            self.tag = tag
            path = file?.path
            texts = read.texts
            unread = read.unread
        }
    }

    /// Where texts in the language of the site belong, not those in English.
    var path: String? { languages.dropLast().lazy.compactMap(\.path).first }

    /// What was meant to be there in that language.
    var unread: UnreadTexts { languages.dropLast().reduce(into: .none) { $0.add($1.unread) } }
}
