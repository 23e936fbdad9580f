/// JSON to be written by a report; members stay in the order in which they are given.
enum JSONText: Sendable {
    case null
    case bool(Bool)
    case integer(Int)
    case string(String)
    case array([JSONText])
    case object([(name: String, value: JSONText)])

    /// The text, with a line for each item of the containers down to a depth: deeper ones stay on their line.
    func text(brokenTo depth: Int) -> String {
        var output = ""
        write(to: &output, at: 0, brokenTo: depth)
        return output
    }

    private func write(to output: inout String, at depth: Int, brokenTo lines: Int) {
        switch self {
        case .null: output += "null"
        case .bool(let value): output += value ? "true" : "false"
        case .integer(let number): output += String(number)
        case .string(let text): Self.quote(text, to: &output)
        case .array(let items):
            Self.write(items, "[", "]", to: &output, at: depth, brokenTo: lines) { item, output in
                item.write(to: &output, at: depth + 1, brokenTo: lines)
            }
        case .object(let members):
            Self.write(members, "{", "}", to: &output, at: depth, brokenTo: lines) { member, output in
                Self.quote(member.name, to: &output)
                output += ": "
                member.value.write(to: &output, at: depth + 1, brokenTo: lines)
            }
        }
    }

    private static func write<Item>(
        _ items: [Item],
        _ opening: String,
        _ closing: String,
        to output: inout String,
        at depth: Int,
        brokenTo lines: Int,
        _ writeItem: (Item, inout String) -> Void
    ) {
        let isBroken = depth < lines && !items.isEmpty
        output += opening
        for (index, item) in items.enumerated() {
            if index > 0 { output += isBroken ? "," : ", " }
            if isBroken { output += "\n" + String(repeating: "  ", count: depth + 1) }
            writeItem(item, &output)
        }
        if isBroken { output += "\n" + String(repeating: "  ", count: depth) }
        output += closing
    }

    private static func quote(_ text: String, to output: inout String) {
        output += "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": output += "\\\""
            case "\\": output += "\\\\"
            case "\n": output += "\\n"
            case "\r": output += "\\r"
            case "\t": output += "\\t"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F:
                let digits = String(scalar.value, radix: 16)
                output += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: output.unicodeScalars.append(scalar)
            }
        }
        output += "\""
    }
}
