import Diagnostics
import LocatedJSON

/// Reads the calls of a Google discovery document, and the scopes that they need.
///
/// Any one of the scopes that a method lists is enough
/// (https://developers.google.com/discovery/v1/reference/apis, `resources.methods.scopes`).
struct DiscoveryReader {
    private let document: JSONObject
    private let server: String
    private var operations: [DescribedOperation] = []
    private var unreadable: [JSONMember] = []

    init(_ document: JSONObject) {
        self.document = document
        let root = document.string("rootUrl")?.value ?? document.string("baseUrl")?.value ?? ""
        server = root.hasSuffix("/") ? root + (document.string("servicePath", .any)?.value ?? "") : root
    }

    mutating func read(reporting report: inout DiagnosticReport) -> APIDescription {
        let declared = document.object("auth")?.object("oauth2")?.object("scopes")
        declared?.reportOwnDuplicatedKeys(reporting: &report)
        readMethods(of: document, reporting: &report)
        report.warning("api-operation-unreadable", ofMany: unreadable) { member in
            DescriptionWarning(
                "method \"\(member.name)\" is not read: it has no \"httpMethod\" or no \"path\"",
                at: SourceRange(path: document.path, bytes: member.nameRange)
            )
        }
        if operations.isEmpty {
            report.warning("api-without-operations", "the document has no \"methods\"", at: document.opening)
        }
        return APIDescription(
            path: document.path,
            kind: .discovery,
            title: document.string("title")?.value ?? document.string("name")?.value,
            schemes: ["oauth2"],
            scopes: declared?.entries.filter { isUsableName($0.key.value) }.map { entry in
                let description = JSONObject(entry.value, path: document.path)?.string("description")?.value
                return DeclaredScope(id: entry.key, description: description ?? "")
            } ?? [],
            operations: operations
        )
    }

    /// Resources stand within resources, as deep as the parser of JSON allows.
    private mutating func readMethods(of object: JSONObject, reporting report: inout DiagnosticReport) {
        object.reportOwnDuplicatedKeys(reporting: &report)
        for (member, method) in objects(in: object.object("methods"), reporting: &report) {
            method.reportOwnDuplicatedKeys(reporting: &report)
            read(method, member)
        }
        for (_, resource) in objects(in: object.object("resources"), reporting: &report) {
            readMethods(of: resource, reporting: &report)
        }
    }

    private func objects(
        in list: JSONObject?,
        reporting report: inout DiagnosticReport
    ) -> [(JSONMember, JSONObject)] {
        list?.reportOwnDuplicatedKeys(reporting: &report)
        return (list?.members ?? []).compactMap { member in
            JSONObject(member.value, path: document.path).map { (member, $0) }
        }
    }

    private mutating func read(_ method: JSONObject, _ member: JSONMember) {
        guard let verb = method.string("httpMethod")?.value.uppercased(),
            let path = method.string("flatPath")?.value ?? method.string("path")?.value, isUsableName(verb),
            isUsableName(path)
        else {
            unreadable.append(member)
            return
        }
        let address = AddressTemplate(server: server, path: path)
        let listed = method.has("scopes") ? method.strings("scopes") : nil
        let scopes = listed?.allSatisfy { isUsableName($0.value) } == true ? listed : nil
        operations.append(
            DescribedOperation(
                id: method.string("id").flatMap { isUsableName($0.value) ? $0 : nil }
                    ?? Located(
                        "\(verb) \(address.path)",
                        at: SourceRange(path: document.path, bytes: member.nameRange)
                    ),
                method: verb,
                path: address.path,
                addresses: [address],
                summary: method.string("description")?.value,
                requirement: scopes.map { .anyOf($0.map { [SchemeUse("oauth2", .scoped, scopes: [$0])] }) } ?? .unstated
            )
        )
    }
}
