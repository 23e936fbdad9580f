import Diagnostics
import LocatedJSON

/// Follows `{"$ref": "#/…"}` inside of a document.
///
/// Every pointer is followed once, however often it stands in the document.
struct ReferenceResolver {
    /// A chain of references that is longer is a mistake, even if it is no circle.
    private static let longestChain = 32

    private let root: JSONValue
    private let path: String
    private var targets: [String: JSONValue?] = [:]
    /// The members of large objects by name, found by where the object stands.
    private var indexes: [Int: [String: Int]] = [:]

    init(root: JSONValue, path: String) {
        self.root = root
        self.path = path
    }

    /// The value itself, or what it refers to; nil after a reference that leads nowhere, which is reported.
    mutating func resolve(_ value: JSONValue, reporting report: inout DiagnosticReport) -> JSONValue? {
        guard let first = reference(in: value) else { return value }
        if let known = targets[first.value] { return known }
        let target = follow(first, reporting: &report)
        targets[first.value] = .some(target)
        return target
    }

    private func reference(in value: JSONValue) -> Located<String>? {
        guard let member = value.members?.first(where: { $0.name == "$ref" }), let pointer = member.value.string
        else { return nil }
        return Located(pointer, at: SourceRange(path: path, bytes: member.value.range))
    }

    private mutating func follow(
        _ first: Located<String>,
        reporting report: inout DiagnosticReport
    ) -> JSONValue? {
        var seen: Set<String> = []
        var next = first
        while true {
            guard seen.insert(next.value).inserted else {
                report.error(
                    "api-reference-cyclic",
                    "reference '\(first.value)' leads back to itself, so there is nothing behind it",
                    at: first.range
                )
                return nil
            }
            guard seen.count <= Self.longestChain else {
                report.error(
                    "api-reference-cyclic",
                    "reference '\(first.value)' leads through more than \(Self.longestChain) others",
                    at: first.range
                )
                return nil
            }
            guard let target = target(of: next, reporting: &report) else { return nil }
            guard let further = reference(in: target) else { return target }
            next = further
        }
    }

    private mutating func target(
        of reference: Located<String>,
        reporting report: inout DiagnosticReport
    ) -> JSONValue? {
        guard reference.value.hasPrefix("#") else {
            report.error(
                "api-reference-unresolved",
                "reference '\(reference.value)' leads out of the document, where Candor does not follow it",
                at: reference.range,
                notes: [Note("put the parts into one document, as tools for OpenAPI do by \"bundle\"")]
            )
            return nil
        }
        var value = root
        for name in Self.names(in: reference.value) {
            guard let next = child(name, of: value) else {
                report.error(
                    "api-reference-unresolved",
                    "reference '\(reference.value)' leads to nothing: there is no \"\(name)\"",
                    at: reference.range
                )
                return nil
            }
            value = next
        }
        return value
    }

    /// The parts of a JSON pointer in a fragment (RFC 6901).
    private static func names(in pointer: String) -> [String] {
        pointer.dropFirst().split(separator: "/").map { part in
            pointerName(percentDecoded(part))
        }
    }

    private mutating func child(_ name: String, of value: JSONValue) -> JSONValue? {
        if let elements = value.elements {
            return Int(name).flatMap { elements.indices.contains($0) ? elements[$0] : nil }
        }
        guard let members = value.members else { return nil }
        guard members.count > 32 else { return members.first { $0.name == name }?.value }
        let place = value.range.start
        let index =
            indexes[place]
            ?? Dictionary(zip(members.map(\.name), members.indices), uniquingKeysWith: { first, _ in first })
        indexes[place] = index
        return index[name].map { members[$0].value }
    }
}
