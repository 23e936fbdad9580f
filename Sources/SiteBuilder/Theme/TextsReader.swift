import Diagnostics
import LocatedJSON
import Templates

/// The texts of a file, and what could not be read of it.
struct ReadTexts {
    let texts: [InterfaceText]
    let unread: UnreadTexts

    static let none = ReadTexts(texts: [], unread: .none)
}

/// Reads the texts of one language of a theme: a JSON object of plain texts by their keys.
struct TextsReader {
    private let path: String
    private var report = DiagnosticReport()
    private var unreadKeys: Set<String> = []

    private static let mostTexts = 5000
    private static let longestText = 2000

    /// What could be read of the file.
    static func read(_ file: ThemeFile, reporting report: inout DiagnosticReport) -> ReadTexts {
        var reader = TextsReader(path: file.path)
        let texts = reader.read(file.bytes)
        report.add(contentsOf: reader.report)
        return ReadTexts(texts: texts ?? [], unread: texts == nil ? .all : .keys(reader.unreadKeys))
    }

    private init(path: String) {
        self.path = path
    }

    private mutating func read(_ bytes: [UInt8]) -> [InterfaceText]? {
        guard let value = JSONParser.parse(bytes, path: path, reporting: &report) else { return nil }
        value.reportDuplicatedKeys(path: path, reporting: &report)
        guard let members = value.members, members.count <= Self.mostTexts else {
            fault("the texts of a language are an object of at most \(Self.mostTexts) texts by their keys", value)
            return nil
        }
        return members.compactMap { member in
            let text = text(of: member)
            if text == nil { unreadKeys.insert(member.name) }
            return text
        }
    }

    private mutating func text(of member: JSONMember) -> InterfaceText? {
        if let forms = member.value.members { return plural(member, forms) }
        guard let pieces = pieces(of: member.value) else { return nil }
        return InterfaceText(
            key: member.name,
            keyRange: place(member.nameRange),
            count: nil,
            forms: [.init(.other, pieces)]
        )
    }

    private mutating func plural(_ member: JSONMember, _ members: [JSONMember]) -> InterfaceText? {
        var count: InterfaceText.Place?
        var forms: [InterfaceText.Form] = []
        for part in members {
            if part.name == "of" {
                count = part.value.string.map { .init(name: $0, range: place(part.value.range)) }
            } else if let category = PluralCategory(rawValue: part.name) {
                if let pieces = pieces(of: part.value) { forms.append(.init(category, pieces)) }
            } else {
                let known = ["of"] + PluralCategory.allCases.map(\.rawValue)
                let guess = closestMatch(to: part.name, among: known)
                fault(
                    "a text for counts has no '\(part.name)'" + (guess.map { "; did you mean '\($0)'?" } ?? ""),
                    at: part.nameRange
                )
                // Which form was meant is not known, so none is missing for certain.
                unreadKeys.insert(member.name)
            }
        }
        guard let count, forms.contains(where: { $0.category == .other }) else {
            fault("a text for counts names what it counts in \"of\", and has a text for \"other\"", member.value)
            return nil
        }
        return InterfaceText(key: member.name, keyRange: place(member.nameRange), count: count, forms: forms)
    }

    /// Of Unicode's category Cc, which is closed; asking for the category takes a hundred times as long.
    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
    }

    private mutating func pieces(of value: JSONValue) -> [InterfaceText.Piece]? {
        guard let text = value.string, text.utf8.count <= Self.longestText,
            !text.unicodeScalars.contains(where: Self.isControl)
        else {
            fault("a text is one line of at most \(Self.longestText) bytes", value)
            return nil
        }
        let path = path
        let pieces = InterfaceText.pieces(of: text) { bytes in
            // Where escapes stand in a text, its bytes are not those of the file.
            let start = value.contentRange?.start
            let range = start.map { ByteRange($0 + bytes.lowerBound, $0 + bytes.upperBound) } ?? value.range
            return SourceRange(path: path, bytes: range)
        }
        if pieces == nil { fault("braces stand around the name of a place: {name}", value) }
        return pieces
    }

    private func place(_ range: ByteRange) -> SourceRange { SourceRange(path: path, bytes: range) }

    private mutating func fault(_ message: String, _ value: JSONValue) {
        fault(message, at: value.range)
    }

    private mutating func fault(_ message: String, at range: ByteRange) {
        report.error("theme-text-malformed", message, at: place(range))
    }
}
