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
            reportDuplicates(among: members, path: path, reporting: &report)
            for member in members { member.value.reportDuplicatedKeys(path: path, reporting: &report) }
        case .null, .bool, .number, .string: break
        }
    }
}

extension JSONObject {
    /// Reports every key that stands in the object already, and nothing of the values below.
    package func reportOwnDuplicatedKeys(reporting report: inout DiagnosticReport) {
        reportDuplicates(among: members, path: path, reporting: &report)
    }
}

private func reportDuplicates(
    among members: [JSONMember],
    path: String,
    reporting report: inout DiagnosticReport
) {
    for (first, second) in duplicates(among: members) {
        report.error(
            "json-key-duplicated",
            "key \(quoted(second.name)) appears twice in the same object",
            at: SourceRange(path: path, bytes: second.nameRange),
            notes: [Note("it appears here first", at: SourceRange(path: path, bytes: first.nameRange))]
        )
    }
}

/// Each member whose key stands earlier in the object, with the first of that key.
private func duplicates(among members: [JSONMember]) -> [(first: JSONMember, second: JSONMember)] {
    // Nearly all objects are small, and there a dictionary costs more than it saves.
    guard members.count > 16 else {
        return members.indices.compactMap { place in
            members[..<place].first { $0.name == members[place].name }.map { ($0, members[place]) }
        }
    }
    let places = Dictionary(members.enumerated().map { ($1.name, $0) }, uniquingKeysWith: min)
    return members.enumerated().compactMap { place, member in
        places[member.name].flatMap { $0 < place ? (members[$0], member) : nil }
    }
}
