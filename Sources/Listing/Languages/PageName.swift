import LocatedJSON

/// The name of a page's file taken apart: `setup.fr.md` is the page `setup.md` in French.
struct PageName: Sendable, Hashable {
    /// What the page is called in every language, and in links.
    let page: String
    /// nil for the language of the directory.
    let language: String?

    /// Only a language that the directory has makes a page a translation: `node.js.md` is a page of its own.
    init(_ fileName: String, among languages: [String]) {
        if let suffix = Self.suffix(of: fileName), languages.contains(suffix) {
            page = Self.withoutSuffix(fileName, suffix)
            language = suffix
        } else {
            page = fileName
            language = nil
        }
    }

    /// What a file name says before its ending, where it could be a language: `fr` of `setup.fr.md`.
    static func suffix(of fileName: String) -> String? {
        let parts = fileName.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count > 2, parts.last == "md", !parts[0].isEmpty, isLanguageTag(String(parts[parts.count - 2]))
        else { return nil }
        return String(parts[parts.count - 2])
    }

    static func withoutSuffix(_ fileName: String, _ suffix: String) -> String {
        String(fileName.dropLast(suffix.count + ".md".count + 1)) + ".md"
    }

    /// Whether a file can hardly be anything but another one in a language: `setup.de.md` beside `setup.md`, but neither
    /// `node.js.md` nor `customer.io.md`.
    static func isOfOtherLanguage(_ fileName: String, among names: Set<String>) -> Bool {
        guard let suffix = suffix(of: fileName), isKnownLanguage(suffix) else { return false }
        return names.contains(withoutSuffix(fileName, suffix))
    }

    /// Whether a suffix can hardly be anything but a language: it is a code of ISO 639-1, in letters of any case.
    private static func isKnownLanguage(_ suffix: String) -> Bool {
        let code = suffix.lowercased().prefix { $0 != "-" }
        return code.utf8.count == 2 && codes.contains(String(code))
    }

    /// ISO 639-1, from the registry of language subtags of IANA.
    private static let codes = Set(
        """
        aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en \
        eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja \
        jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb \
        nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq \
        sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
        """.split(separator: " ").map(String.init)
    )
}
