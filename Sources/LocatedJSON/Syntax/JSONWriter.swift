/// Writes JSON text: commas, line breaks and escapes come of themselves.
///
///     writer.object { writer in
///         writer.member("name", "Candor")
///         writer.key("pages")
///         writer.array { for page in pages { $0.string(page.title) } }
///     }
package struct JSONWriter: Sendable {
    package enum Layout: Sendable {
        case compact
        /// One item a line, indented by two spaces, with a line feed at the very end of ``text``.
        case pretty
    }

    package private(set) var bytes: [UInt8] = []
    private let layout: Layout
    private let isForScript: Bool
    private var depth = 0
    private var needsComma = false
    private var isAfterKey = false

    /// - Parameter isForScript: whether the text will stand in a `<script>` of HTML, where every `<` is escaped.
    package init(_ layout: Layout = .compact, isForScript: Bool = false) {
        self.layout = layout
        self.isForScript = isForScript
    }

    package mutating func object(_ content: (inout JSONWriter) -> Void) {
        container(Byte.openBrace, Byte.closeBrace, content)
    }

    package mutating func array(_ content: (inout JSONWriter) -> Void) {
        container(Byte.openBracket, Byte.closeBracket, content)
    }

    package mutating func key(_ name: String) {
        beginItem()
        appendQuoted(name)
        bytes.append(Byte.colon)
        if layout == .pretty { bytes.append(Byte.space) }
        isAfterKey = true
    }

    package mutating func string(_ text: String) {
        beginItem()
        appendQuoted(text)
    }

    package mutating func integer(_ number: Int) { word(String(number)) }

    /// JSON has no infinity and no NaN: they become `null`.
    package mutating func number(_ number: Double) { word(number.isFinite ? String(number) : "null") }

    package mutating func bool(_ value: Bool) { word(value ? "true" : "false") }

    package mutating func null() { word("null") }

    /// A value that another writer wrote, for what is put together from parts made apart.
    package mutating func fragment(_ value: JSONWriter) {
        beginItem()
        bytes.append(contentsOf: value.bytes)
    }

    package mutating func strings(_ texts: some Sequence<String>) {
        array { for text in texts { $0.string(text) } }
    }

    private mutating func word(_ word: String) {
        beginItem()
        bytes.append(contentsOf: word.utf8)
    }

    private mutating func container(_ opening: UInt8, _ closing: UInt8, _ content: (inout JSONWriter) -> Void) {
        beginItem()
        bytes.append(opening)
        depth += 1
        needsComma = false
        content(&self)
        depth -= 1
        if needsComma { breakLine() }
        bytes.append(closing)
        needsComma = true
    }

    private mutating func beginItem() {
        defer { needsComma = true }
        guard !isAfterKey else {
            isAfterKey = false
            return
        }
        if needsComma { bytes.append(Byte.comma) }
        if depth > 0 { breakLine() }
    }

    private mutating func breakLine() {
        guard layout == .pretty else { return }
        bytes.append(Byte.lineFeed)
        bytes.append(contentsOf: repeatElement(Byte.space, count: 2 * depth))
    }

    private mutating func appendQuoted(_ text: String) {
        bytes.append(Byte.quote)
        for byte in text.utf8 { append(byte) }
        bytes.append(Byte.quote)
    }

    private mutating func append(_ byte: UInt8) {
        switch byte {
        case Byte.quote, Byte.backslash: bytes.append(contentsOf: [Byte.backslash, byte])
        case Byte.lineFeed: bytes.append(contentsOf: "\\n".utf8)
        case Byte.carriageReturn: bytes.append(contentsOf: "\\r".utf8)
        case Byte.tab: bytes.append(contentsOf: "\\t".utf8)
        case 0..<0x20: bytes.append(contentsOf: ("\\u00" + hexadecimal(byte).dropFirst(2)).utf8)
        case UInt8(ascii: "<") where isForScript: bytes.append(contentsOf: "\\u003C".utf8)
        default: bytes.append(byte)
        }
    }
}

extension JSONWriter {
    package mutating func member(_ name: String, _ text: String) {
        key(name)
        string(text)
    }

    package mutating func member(_ name: String, _ number: Int) {
        key(name)
        integer(number)
    }

    package mutating func member(_ name: String, _ value: Bool) {
        key(name)
        bool(value)
    }

    package mutating func member(_ name: String, _ texts: some Sequence<String>) {
        key(name)
        strings(texts)
    }

    package var text: String { String(decoding: bytes, as: UTF8.self) + (layout == .pretty ? "\n" : "") }
}
