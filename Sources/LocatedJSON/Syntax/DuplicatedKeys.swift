package import Diagnostics

extension JSONValue {
    /// Reports every key that stands in its object already, here and in all values below.
    ///
    /// It recurses as deep as the parser allows.
    package func reportDuplicatedKeys(path: String, reporting report: inout DiagnosticReport) {
        switch kind {
        case .array(let elements):
            for element in elements { element.reportDuplicatedKeys(path: path, reporting: &report) }
        case .object(let members):
            for (first, second) in duplicates(among: members) {
                report.error(
                    "json-key-duplicated",
                    "key \(quoted(second.name)) appears twice in the same object",
                    at: SourceRange(path: path, bytes: second.nameRange),
                    notes: [Note("it appears here first", at: SourceRange(path: path, bytes: first.nameRange))]
                )
            }
            for member in members { member.value.reportDuplicatedKeys(path: path, reporting: &report) }
        case .null, .bool, .number, .string: break
        }
    }
}

private func duplicates(among members: [JSONMember]) -> [(first: JSONMember, second: JSONMember)] {
    var places: [String: Int] = [:]
    var found: [(JSONMember, JSONMember)] = []
    for (place, member) in members.enumerated() {
        if let first = places[member.name] {
            found.append((members[first], member))
        } else {
            places[member.name] = place
        }
    }
    return found
}
