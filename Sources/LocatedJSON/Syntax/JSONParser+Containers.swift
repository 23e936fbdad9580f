import Diagnostics

/// An array or object that is being read, and what stood last in it.
struct OpenContainer {
    let opening: Int
    let closer: UInt8
    /// Where the last item ended.
    var itemEnd: Int?
    /// The comma since the last item.
    var comma: Int?

    var name: String { closer == Byte.closeBrace ? "object" : "array" }
}

extension JSONParser {
    mutating func parseArray() -> JSONValue? {
        guard var container = open(closedBy: Byte.closeBracket) else { return nil }
        var elements: [JSONValue] = []
        while moveToItem(of: &container) {
            if let element = parseValue() { elements.append(element) }
            container.itemEnd = position
        }
        return JSONValue(.array(elements), range: ByteRange(container.opening, position))
    }

    mutating func parseObject() -> JSONValue? {
        guard var container = open(closedBy: Byte.closeBrace) else { return nil }
        var members: [JSONMember] = []
        while moveToItem(of: &container) {
            if let member = parseMember() { members.append(member) }
            container.itemEnd = position
        }
        return JSONValue(.object(members), range: ByteRange(container.opening, position))
    }

    private mutating func open(closedBy closer: UInt8) -> OpenContainer? {
        guard openBrackets.count < Self.deepestNesting else {
            let message = "arrays and objects are nested more than \(Self.deepestNesting) deep"
            report(message, at: ByteRange(position, position + 1), id: "json-nested-too-deeply")
            isHalted = true
            return nil
        }
        openBrackets.append(position)
        position += 1
        return OpenContainer(opening: position - 1, closer: closer)
    }

    /// Moves to the next item, over commas, right or wrong; false behind the bracket that closes the container.
    private mutating func moveToItem(of container: inout OpenContainer) -> Bool {
        skipSpace()
        while let byte {
            switch byte {
            case Byte.comma: takeComma(in: &container)
            case Byte.colon: skipStrayColon(in: &container)
            case Byte.closeBracket, Byte.closeBrace:
                close(container, with: byte)
                return false
            default:
                if let end = container.itemEnd, container.comma == nil { reportMissingComma(at: end) }
                container.comma = nil
                return !isHalted
            }
            skipSpace()
        }
        reportUnclosedBrackets()
        return false
    }

    private mutating func takeComma(in container: inout OpenContainer) {
        if container.itemEnd == nil || container.comma != nil {
            let item = container.closer == Byte.closeBrace ? "key" : "value"
            reportOnce("there is no \(item) before this comma", at: ByteRange(position, position + 1))
        }
        container.comma = position
        position += 1
    }

    /// What follows the colon is a value whose key nobody knows.
    private mutating func skipStrayColon(in container: inout OpenContainer) {
        let isObject = container.closer == Byte.closeBrace
        let message = isObject ? "there is no key before this colon" : "an array has values only, no keys with a colon"
        reportOnce(message, at: ByteRange(position, position + 1))
        position += 1
        skipSpace()
        if isAtValue { _ = parseValue() }
        container.itemEnd = position
        container.comma = nil
    }

    private mutating func close(_ container: OpenContainer, with bracket: UInt8) {
        if bracket != container.closer {
            reportMismatch(of: container)
        } else if let comma = container.comma, container.itemEnd != nil {
            reportTrailingComma(at: comma, in: container)
        }
        position += 1
        openBrackets.removeLast()
    }

    /// Whether something that may be meant as a value begins here.
    private var isAtValue: Bool {
        guard let byte else { return false }
        return !byte.isCloser && byte != Byte.comma && byte != Byte.colon
    }

    private mutating func parseMember() -> JSONMember? {
        let start = position
        guard let name = parseKey() else { return nil }
        let nameRange = ByteRange(start, position)
        skipSpace()
        if byte == Byte.colon {
            position += 1
            skipSpace()
        } else if isAtValue {
            reportMissingColon(after: name, at: nameRange.end)
        }
        guard isAtValue else {
            if byte != nil { reportOnce("key \(quoted(name)) has no value", at: nameRange) }
            return nil
        }
        guard let value = parseValue() else { return nil }
        return JSONMember(name: name, nameRange: nameRange, value: value)
    }

    /// A key, or what seems to be meant as one; nothing if it is hopeless.
    private mutating func parseKey() -> String? {
        let start = position
        switch bytes[start] {
        case Byte.quote:
            let name = parseString()
            return unclosedStringEnd == position ? nil : name
        case Byte.openBrace, Byte.openBracket:
            reportOnce("this value has no key", at: ByteRange(start, start + 1))
            _ = parseValue()
            return nil
        case _ where isAtForeignQuote:
            return parseForeignQuotes()?.string
        case let byte where byte.isWord:
            return parseBareKey()
        default:
            skipStrayBytes()
            return nil
        }
    }

    private mutating func parseBareKey() -> String? {
        let start = position
        while let byte, byte.isWord { position += 1 }
        let range = ByteRange(start, position)
        let name = text(of: range)
        let fix = Fix("Write it in quotes", safety: .safe, edits: [edit(range, jsonText(name))])
        reportOnce("key \(quoted(name)) is not in quotes", at: range, fixes: [fix])
        skipSpace()
        return byte == Byte.colon ? name : nil
    }
}
