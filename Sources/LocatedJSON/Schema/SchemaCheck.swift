package import Diagnostics

extension JSONSchema {
    /// Reports all that is wrong with a document, and its duplicated keys.
    ///
    /// - Returns: the texts that can be written in several languages, in the order of the document.
    @discardableResult
    package func check(
        _ document: JSONValue,
        path: String,
        reporting report: inout DiagnosticReport
    ) -> [LocalizedText] {
        document.reportDuplicatedKeys(path: path, reporting: &report)
        var check = SchemaCheck(path: path, report: DiagnosticReport())
        check.check(document, against: self, as: .document)
        report.add(contentsOf: check.report)
        return check.localizedTexts
    }
}

extension ObjectSchema {
    @discardableResult
    package func check(
        _ document: JSONValue,
        path: String,
        reporting report: inout DiagnosticReport
    ) -> [LocalizedText] {
        JSONSchema.object(self).check(document, path: path, reporting: &report)
    }
}

/// What a value is called in a message.
enum ValueName {
    case document
    case valueOfKey(String)
    case itemOfKey(String)

    /// An item of an item is called by the same key.
    var item: ValueName {
        switch self {
        case .document: .document
        case .valueOfKey(let key), .itemOfKey(let key): .itemOfKey(key)
        }
    }

    /// Of the document there is none.
    var key: String {
        switch self {
        case .document: ""
        case .valueOfKey(let key), .itemOfKey(let key): key
        }
    }

    var text: String {
        switch self {
        case .document: "the document"
        case .valueOfKey(let key): quoted(key)
        case .itemOfKey(let key): "an item of \(quoted(key))"
        }
    }
}

/// One check of one document; it recurses as deep as the parser allows.
struct SchemaCheck {
    let path: String
    var report: DiagnosticReport
    private(set) var localizedTexts: [LocalizedText] = []

    mutating func check(_ value: JSONValue, against schema: JSONSchema, as name: ValueName) {
        switch (schema, value.kind) {
        case (.anything, _), (.bool, .bool): break
        case (.localized(let format, let isName), .string(let text)):
            localizedTexts.append(LocalizedText(key: name.key, isName: isName, value: value))
            checkText(text, of: value, format, as: name)
        case (.localized(let format, let isName), .object(let members)):
            localizedTexts.append(LocalizedText(key: name.key, isName: isName, value: value))
            checkLanguages(members, of: value, format, as: name)
        case (.text(let format), .string(let text)): checkText(text, of: value, format, as: name)
        case (.choice(let choices), .string(let text)): checkChoice(text, of: value, among: choices, as: name)
        case (.integer(let limits), .number): checkInteger(value, in: limits, as: name)
        case (.number(let limits), .number): checkNumber(value, in: limits, as: name)
        case (.array(let item, let count), .array(let elements)):
            checkElements(elements, of: value, against: item, count: count, as: name)
        case (.oneOrMore(let item), .array(let elements)):
            checkElements(elements, of: value, against: item, count: 1...Int.max, as: name)
        case (.oneOrMore(let item), _) where item.accepts(value): check(value, against: item, as: name)
        case (.either(let short, _), _) where short.accepts(value): check(value, against: short, as: name)
        case (.either(_, let long), _) where long.accepts(value): check(value, against: long, as: name)
        case (.object(let object), .object(let members)): checkObject(members, of: value, against: object)
        case (.map(let entry, let keys), .object(let members)):
            checkMap(members, against: entry, keys: keys, as: name)
        default: reportType(of: value, wanted: schema, as: name)
        }
    }

    private mutating func checkText(_ text: String, of value: JSONValue, _ format: TextFormat, as name: ValueName) {
        guard let fault = format.fault(of: text) else { return }
        let wanted = format == .notBlank ? "" : " and must be \(format.description)"
        let message = isBlank(text) ? "\(name.text) is blank\(wanted)" : "\(name.text) is \(quoted(text)), \(fault)"
        reportInvalid(message, at: value.range)
    }

    private mutating func checkChoice(
        _ text: String,
        of value: JSONValue,
        among choices: [String],
        as name: ValueName
    ) {
        guard !choices.contains(text) else { return }
        let guess = closestMatch(to: text, among: choices)
        let fixes = guess.map { [renaming(value.range, from: text, to: $0)] } ?? []
        let message = "\(name.text) must be \(alternatives(choices)), not \(quoted(text))"
        reportInvalid(message + suggestion(guess), at: value.range, fixes: fixes)
    }

    private mutating func checkInteger(_ value: JSONValue, in limits: ClosedRange<Int>, as name: ValueName) {
        guard let number = value.integer else {
            reportInvalid("\(name.text) must be a whole number, not \(value.excerpt)", at: value.range)
            return
        }
        checkLimits(number, of: value, in: limits, as: name)
    }

    private mutating func checkNumber(_ value: JSONValue, in limits: ClosedRange<Double>, as name: ValueName) {
        guard let number = value.double else {
            reportInvalid("\(name.text) is \(value.excerpt), a number too large to be read", at: value.range)
            return
        }
        checkLimits(number, of: value, in: limits, as: name)
    }

    private mutating func checkLimits<Number: Comparable>(
        _ number: Number,
        of value: JSONValue,
        in limits: ClosedRange<Number>,
        as name: ValueName
    ) {
        guard !limits.contains(number) else { return }
        let limit = number < limits.lowerBound ? "less than \(limits.lowerBound)" : "more than \(limits.upperBound)"
        reportInvalid("\(name.text) is \(value.excerpt), which is \(limit)", at: value.range)
    }

    private mutating func checkElements(
        _ elements: [JSONValue],
        of value: JSONValue,
        against schema: JSONSchema,
        count: ClosedRange<Int>,
        as name: ValueName
    ) {
        if elements.count < count.lowerBound {
            let items = count.lowerBound == 1 ? "1 item" : "\(count.lowerBound) items"
            reportInvalid("\(name.text) has \(elements.count) of at least \(items)", at: value.range)
        } else if elements.count > count.upperBound {
            let message = "\(name.text) has \(elements.count) items, and \(count.upperBound) are the most"
            reportInvalid(message, at: elements[count.upperBound].range)
        }
        for element in elements { check(element, against: schema, as: name.item) }
    }

    private mutating func reportType(of value: JSONValue, wanted schema: JSONSchema, as name: ValueName) {
        report.error(
            "manifest-type-wrong",
            "\(name.text) must be \(schema.wantedValue), not \(value.kindName)",
            at: place(value.isContainer ? ByteRange(value.range.start, value.range.start + 1) : value.range)
        )
    }

    private mutating func reportInvalid(_ message: String, at range: ByteRange, fixes: [Fix] = []) {
        report.error("manifest-value-invalid", message, at: place(range), fixes: fixes)
    }

    func place(_ range: ByteRange) -> SourceRange { SourceRange(path: path, bytes: range) }
}
