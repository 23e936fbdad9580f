package import Diagnostics

/// Reads a JSON document (RFC 8259) and reports all that is wrong with its syntax in one run.
///
/// A key that stands twice in an object is good syntax: ``JSONValue/reportDuplicatedKeys(path:reporting:)`` finds it.
package struct JSONParser {
    /// Arrays and objects may stand inside one another this deep; so whoever walks a value may recurse.
    package static let deepestNesting = 128
    /// A file with more problems than this is no JSON at all.
    package static let mostProblems = 50

    let bytes: [UInt8]
    let path: String
    var position = 0
    /// Offsets of the brackets that are open at `position`.
    var openBrackets: [Int] = []
    var problems = DiagnosticReport()
    /// Where the last problem ended: what begins there is the same mistake seen again.
    var lastProblemEnd: Int?
    /// Where the last string without a closing quote was given up.
    var unclosedStringEnd: Int?
    /// After a wrong bracket the count of the open ones proves nothing.
    var hasMismatchedBracket = false
    /// Set when going on would report nonsense: then the file seems to end at once.
    var isHalted = false

    /// Gives nothing if there is any syntax error, so that no document is half read.
    package static func parse(
        _ bytes: [UInt8],
        path: String,
        reporting report: inout DiagnosticReport
    ) -> JSONValue? {
        var parser = JSONParser(bytes: bytes, path: path)
        let value = parser.parseDocument()
        report.add(contentsOf: parser.problems)
        return parser.problems.isEmpty ? value : nil
    }

    private init(bytes: [UInt8], path: String) {
        self.bytes = bytes
        self.path = path
    }

    /// The byte at hand; none at the end of the file.
    var byte: UInt8? { position < bytes.count && !isHalted ? bytes[position] : nil }

    private mutating func parseDocument() -> JSONValue? {
        guard !isForeignEncoding else {
            report("the file is not encoded in UTF-8", at: ByteRange(0, 0))
            return nil
        }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
        skipSpace()
        guard byte != nil else {
            report("the file holds no value", at: ByteRange(0, 0))
            return nil
        }
        let value = parseValue()
        skipSpace()
        if value != nil { reportTextAfterValue() }
        return value
    }

    /// UTF-16 and UTF-32 have a mark of their own or, as JSON begins with ASCII, a NUL among the first two bytes.
    private var isForeignEncoding: Bool {
        bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE])
            || (bytes.count > 1 && bytes.prefix(2).contains(0))
    }

    /// Reads at least one byte, whatever it is.
    mutating func parseValue() -> JSONValue? {
        let start = position
        switch bytes[start] {
        case Byte.quote:
            let text = parseString()
            return JSONValue(.string(text), range: ByteRange(start, position))
        case Byte.openBrace: return parseObject()
        case Byte.openBracket: return parseArray()
        case Byte.minus, Byte.plus, Byte.dot: return parseNumber()
        case let byte where byte.isDigit: return parseNumber()
        case _ where isAtForeignQuote: return parseForeignQuotes()
        case let byte where byte.isWord: return parseWord()
        default:
            skipStrayBytes()
            return nil
        }
    }

    /// Skips white space, and comments, which JSON does not have.
    mutating func skipSpace() {
        while position < bytes.count {
            switch bytes[position] {
            case Byte.space, Byte.lineFeed, Byte.carriageReturn, Byte.tab: position += 1
            case Byte.slash, Byte.hash: guard skipComment() else { return }
            default: return
            }
        }
    }
}
