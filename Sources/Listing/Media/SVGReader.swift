import Diagnostics

/// SVG: its size from the root's attributes, and whatever in it could harm a reader.
///
/// What is allowed is listed rather than what is not, wherever a list can be written down.
struct SVGReader {
    private var scanner: XMLScanner
    private var facts: MediaFacts
    private var open: [Range<Int>] = []
    private var hasRoot = false
    /// The text of the `style` elements, which may be cut by comments.
    private var style: (text: String, start: Int)?

    /// Whether a file begins as XML does.
    static func mayBegin(_ start: ArraySlice<UInt8>) -> Bool {
        let text = start.starts(with: [0xEF, 0xBB, 0xBF]) ? start.dropFirst(3) : start
        return text.first { !isXMLSpace($0) } == UInt8(ascii: "<")
    }

    static func read(_ window: inout ByteWindow, into facts: inout MediaFacts) throws(MediaProblem) {
        let bytes = Array(try window.bytes(at: 0, count: window.byteCount))
        if String(validating: bytes, as: UTF8.self) == nil { throw .malformed("is not written in UTF-8") }
        var reader = SVGReader(scanner: XMLScanner(bytes), facts: facts)
        defer { facts = reader.facts }
        try reader.read()
    }

    private init(scanner: XMLScanner, facts: MediaFacts) {
        self.scanner = scanner
        self.facts = facts
    }

    private mutating func read() throws(MediaProblem) {
        while let token = try scanner.next() {
            switch token {
            case .start(let name, let attributes, let isEmpty):
                try begin(name, attributes)
                if facts.format == nil { return }
                if !isEmpty { open.append(name) } else { endStyle(name) }
            case .end(let name):
                guard let opened = open.popLast(), scanner.bytes[opened] == scanner.bytes[name] else {
                    throw .malformed("is no well-formed XML")
                }
                endStyle(name)
            case .text(let range): try add(scanner.decoded(range), range)
            case .literal(let range): try add(String(decoding: scanner.bytes[range], as: UTF8.self), range)
            case .declaration(let range): report(.declaration, range)
            case .instruction(let range): checkInstruction(range)
            case .comment: break
            }
        }
        if hasRoot, !open.isEmpty { throw .truncated }
    }

    private mutating func report(_ kind: SVGHazard.Kind, _ range: Range<Int>) {
        // A file with hundreds of hazards needs no list of them.
        guard facts.hazards.count < 100 else { return }
        facts.hazards.append(SVGHazard(kind: kind, range: ByteRange(range.lowerBound, range.upperBound)))
    }

    private mutating func begin(_ name: Range<Int>, _ attributes: [XMLScanner.Attribute]) throws(MediaProblem) {
        let element = scanner.localName(name).lowercased()
        if !hasRoot {
            hasRoot = true
            guard element == "svg" else { return facts.hazards = [] }
            facts.format = .svg
            facts.pixelSize = SVGSize(attributes, in: scanner).pixelSize
        } else if open.isEmpty {
            throw .malformed("is no well-formed XML")
        }
        if !SVGSafety.isAllowed(element: element) { report(.element(scanner.localName(name)), name) }
        if element == "style", style == nil { style = ("", scanner.index) }
        for attribute in attributes { try check(attribute, of: element) }
    }

    private mutating func check(_ attribute: XMLScanner.Attribute, of element: String) throws(MediaProblem) {
        guard let value = scanner.decoded(attribute.value) else { throw .malformed("has an entity of its own") }
        let name = scanner.localName(attribute.name)
        let isNamespace = scanner.bytes[attribute.name].starts(with: "xmlns".utf8)
        if let kind = isNamespace ? nil : SVGSafety.hazard(attribute: name, value: value, of: element) {
            report(kind, kind.isOfName ? attribute.name : attribute.value)
        }
    }

    private mutating func add(_ text: String?, _ range: Range<Int>) throws(MediaProblem) {
        guard let text else { throw .malformed("has an entity of its own") }
        style?.text += text
    }

    private mutating func endStyle(_ name: Range<Int>) {
        guard let (text, start) = style, scanner.localName(name).lowercased() == "style" else { return }
        style = nil
        if let kind = SVGSafety.hazard(inStyle: text) { report(kind, start..<max(start, name.lowerBound - 2)) }
    }

    /// Only the XML declaration, and only of the encoding that was checked.
    private mutating func checkInstruction(_ range: Range<Int>) {
        let text = String(decoding: scanner.bytes[range], as: UTF8.self)
        guard text.hasPrefix("xml "), range.lowerBound <= 5 else { return report(.processingInstruction, range) }
        guard let after = text.firstRange(of: "encoding")?.upperBound else { return }
        let encoding = text[after...].drop { " =\"'\t\n\r".contains($0) }.prefix { !"\"' \t\n\r".contains($0) }
        if !["utf-8", "utf8", "us-ascii"].contains(encoding.lowercased()) {
            report(.encoding(String(encoding)), range)
        }
    }
}

extension SVGHazard.Kind {
    fileprivate var isOfName: Bool {
        if case .eventAttribute = self { return true }
        return false
    }
}
