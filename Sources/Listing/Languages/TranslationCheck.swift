import Diagnostics
import LocatedJSON

/// Reports what says that it is a translation and cannot be one.
struct TranslationCheck {
    let languages: ContentLanguages

    /// Pages in a language that the directory has not, and translations of nothing.
    func checkPages(of tree: SourceTree, reporting report: inout DiagnosticReport) {
        let names = Set(tree.texts.map(\.name)).union(tree.unreadPages)
        for file in tree.texts {
            guard let suffix = PageName.suffix(of: file.name) else { continue }
            let page = PageName.withoutSuffix(file.name, suffix)
            if languages.others.contains(suffix) {
                if !names.contains(page) { reportOrphan(file, of: page, suffix, to: &report) }
            } else if PageName.isOfOtherLanguage(file.name, among: names) {
                reportUnknown(suffix, of: file, page, to: &report)
            }
        }
    }

    private func reportOrphan(
        _ file: SourceFile,
        of page: String,
        _ language: String,
        to report: inout DiagnosticReport
    ) {
        report.error(
            "page-original-missing",
            "'\(file.name)' translates '\(page)' into \"\(language)\", and there is no '\(page)'",
            at: file.start
        )
    }

    private func reportUnknown(
        _ suffix: String,
        of file: SourceFile,
        _ page: String,
        to report: inout DiagnosticReport
    ) {
        let advice: String
        if let tag = languages.others.first(where: { $0.lowercased() == suffix.lowercased() }) {
            advice = "write the language as site.json does: \"\(tag)\""
        } else if suffix.lowercased() == languages.main.lowercased() {
            advice = "pages in the directory's own language do not name it: call the file '\(page)'"
        } else {
            advice = "add \"\(suffix)\" to \"languages\" in site.json, or give the file a name without it"
        }
        report.error(
            "page-language-unknown",
            "'\(file.name)' looks like '\(page)' in \"\(suffix)\", and the directory is written in \(languages.inWords)",
            at: file.start,
            notes: [Note(advice)]
        )
    }

    /// Texts of the directory itself that are missing from its further languages; said once for each.
    func checkCompleteness(of texts: [LocalizedText], path: String, reporting report: inout DiagnosticReport) {
        for language in languages.choices.dropFirst() {
            let missing = texts.compactMap { text in text.substitute(in: language).map { (text.key, $0.range) } }
            guard let (key, range) = missing.first else { continue }
            let others = missing.count - 1
            let rest = others == 0 ? "" : others == 1 ? " and one further text" : " and \(others) further texts"
            report.warning(
                "text-untranslated",
                "in \"\(language.wanted)\", \"\(key)\"\(rest) \(others == 0 ? "is" : "are") not translated",
                at: SourceRange(path: path, bytes: range)
            )
        }
    }

    /// Texts in a language that the directory has not, and texts that are not there in its own.
    func check(_ texts: [LocalizedText], path: String, reporting report: inout DiagnosticReport) {
        for text in texts where text.value.members != nil {
            for member in text.languages where isLanguageTag(member.name) && !languages.has(member.name) {
                let known = [languages.main] + languages.others
                let guess = known.first { $0.lowercased() == member.name.lowercased() }
                report.error(
                    "text-language-unknown",
                    "\"\(text.key)\" has a text in \"\(member.name)\", and the directory is written in "
                        + languages.inWords + (guess.map { "; did you mean \"\($0)\"?" } ?? ""),
                    at: SourceRange(path: path, bytes: member.nameRange)
                )
            }
            guard !text.languages.isEmpty, !text.languages.contains(where: { $0.name == languages.main }) else {
                continue
            }
            report.error(
                "text-language-missing",
                "\"\(text.key)\" has no text in \"\(languages.main)\", the language of the directory",
                at: SourceRange(path: path, bytes: ByteRange(text.value.range.start, text.value.range.start + 1))
            )
        }
    }
}
