package import Diagnostics

/// Reads the members of an object by type.
///
/// Whatever is absent, of another type or malformed is nil: the check against the schema has reported it.
package struct JSONObject: Sendable {
    package let members: [JSONMember]
    package let range: SourceRange
    /// In which language texts are read that are written in several.
    private let language: LanguageChoice

    /// Nothing for a value that is no object.
    package init?(_ value: JSONValue, path: String, in language: LanguageChoice = .english) {
        guard let members = value.members else { return nil }
        self.language = language
        self.members = members
        range = SourceRange(path: path, bytes: value.range)
    }

    private init(_ members: [JSONMember], _ range: SourceRange, _ language: LanguageChoice) {
        self.members = members
        self.range = range
        self.language = language
    }

    /// The same object, its texts read in another language.
    package func reading(in language: LanguageChoice) -> JSONObject {
        JSONObject(members, range, language)
    }

    package var path: String { range.path }

    /// The brace that opens it: the place of what it lacks.
    package var opening: SourceRange { place(ByteRange(range.bytes.start, range.bytes.start + 1)) }

    /// The first of the name, if it stands twice.
    package func member(_ name: String) -> JSONMember? {
        members.first { $0.name == name }
    }

    package func has(_ name: String) -> Bool { member(name) != nil }

    package func value(_ name: String) -> JSONValue? { member(name)?.value }

    package func valueRange(_ name: String) -> SourceRange? { value(name).map { place($0.range) } }

    package func keyRange(_ name: String) -> SourceRange? { member(name).map { place($0.nameRange) } }

    package func string(_ name: String, _ format: TextFormat = .notBlank) -> Located<String>? {
        value(name).flatMap { text($0, format) }
    }

    package func choice<Value>(_ name: String, of type: Value.Type) -> Located<Value>?
    where Value: RawRepresentable & Sendable, Value.RawValue == String {
        located(name) { $0.string.flatMap(Value.init(rawValue:)) }
    }

    package func date(_ name: String) -> Located<CalendarDate>? {
        located(name) { $0.string.flatMap(CalendarDate.init) }
    }

    package func bool(_ name: String) -> Located<Bool>? { located(name, \.bool) }

    package func integer(_ name: String) -> Located<Int>? { located(name, \.integer) }

    package func number(_ name: String) -> Located<Double>? { located(name, \.double) }

    /// Every translation of a text, and the text itself where it has none.
    package func translations(_ name: String, _ format: TextFormat = .notBlank) -> [Located<String>] {
        guard let value = value(name) else { return [] }
        return (value.members?.map(\.value) ?? [value]).compactMap { text($0, format) }
    }

    /// What a text says in the language of everything that does not say its own: what other texts are held against.
    package func mainString(_ name: String, _ format: TextFormat = .notBlank) -> Located<String>? {
        value(name).flatMap(language.ofMain.text).flatMap { text($0, format) }
    }

    /// The language in which a text is read, where that is not the wanted one.
    ///
    /// nil as well where there is no such text.
    package func substituteLanguage(of name: String) -> String? {
        value(name).flatMap(substituteLanguage)
    }

    private func substituteLanguage(of value: JSONValue) -> String? {
        let isThere = language.isMain || value.members?.contains { $0.name == language.wanted } ?? false
        return isThere ? nil : language.main
    }

    /// The same of a name, which holds in all languages unless it says others.
    package func substituteLanguage(ofName name: String) -> String? {
        value(name)?.members == nil ? nil : substituteLanguage(of: name)
    }

    /// The texts of an array; a single text stands for an array of one.
    package func strings(_ name: String, _ format: TextFormat = .notBlank) -> [Located<String>] {
        value(name).map { texts($0, format) } ?? []
    }

    /// The texts of an array of arrays.
    package func stringLists(_ name: String, _ format: TextFormat = .notBlank) -> [[Located<String>]] {
        value(name)?.elements?.map { texts($0, format) } ?? []
    }

    package func object(_ name: String) -> JSONObject? {
        value(name).flatMap { JSONObject($0, path: path, in: language) }
    }

    package func objects(_ name: String) -> [JSONObject] {
        value(name)?.elements?.compactMap { JSONObject($0, path: path, in: language) } ?? []
    }

    /// The keys of a map and their values, without the key that is for editors.
    package var entries: [(key: Located<String>, value: JSONValue)] {
        members.filter { $0.name != JSONSchema.schemaKey }
            .map { (Located($0.name, at: place($0.nameRange)), $0.value) }
    }

    /// The texts of a map by their keys, without those that are not written in the wanted language.
    package var translatedTexts: [String: String] {
        Dictionary(
            entries.filter { substituteLanguage(of: $0.value) == nil }
                .compactMap { entry in text(entry.value, .notBlank).map { (entry.key.value, $0.value) } },
            uniquingKeysWith: { first, _ in first }
        )
    }

    private func texts(_ value: JSONValue, _ format: TextFormat) -> [Located<String>] {
        (value.elements ?? [value]).compactMap { text($0, format) }
    }

    private func text(_ value: JSONValue, _ format: TextFormat) -> Located<String>? {
        guard let value = language.text(of: value), let text = value.string, format.fault(of: text) == nil else {
            return nil
        }
        return Located(text, at: place(value.range))
    }

    private func located<Value>(_ name: String, _ read: (JSONValue) -> Value?) -> Located<Value>? {
        guard let value = value(name), let result = read(value) else { return nil }
        return Located(result, at: place(value.range))
    }

    private func place(_ bytes: ByteRange) -> SourceRange { SourceRange(path: path, bytes: bytes) }
}
