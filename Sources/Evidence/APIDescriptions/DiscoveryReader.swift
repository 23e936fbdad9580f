import Diagnostics
import LocatedJSON

/// Reads the calls of a Google discovery document, and the scopes that they need.
///
/// Any one of the scopes that a method lists is enough
/// (https://developers.google.com/discovery/v1/reference/apis, `resources.methods.scopes`).
struct DiscoveryReader {
    private let document: JSONObject
    /// With a slash at its end.
    private let root: String
    private let service: String
    private let server: String
    private var operations: [DescribedOperation] = []
    private var unreadable: [JSONMember] = []

    init(_ document: JSONObject) {
        self.document = document
        let root = document.string("rootUrl")?.value
        let base = root ?? document.string("baseUrl")?.value ?? ""
        self.root = base.hasSuffix("/") ? base : base + "/"
        service = root == nil ? "" : document.string("servicePath", .any)?.value ?? ""
        server = self.root + service
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
                addresses: [address] + otherAddresses(of: method, besides: path),
                summary: method.string("description")?.value,
                requirement: scopes.map { .anyOf($0.map { [SchemeUse("oauth2", .scoped, scopes: [$0])] }) } ?? .unstated
            )
        )
    }

    /// Where files are sent to and fetched from, and the path of which `flatPath` shows one depth.
    private func otherAddresses(of method: JSONObject, besides path: String) -> [AddressTemplate] {
        let protocols = method.object("mediaUpload")?.object("protocols")
        let uploads = ["simple", "resumable"].compactMap { protocols?.object($0)?.string("path")?.value }
        let downloads = method.bool("useMediaDownloadService")?.value == true ? ["/download/" + service + path] : []
        let whole = method.string("path")?.value
        return (uploads + downloads).filter(isUsableName).map(besideService)
            + [whole].compactMap(\.self).filter { $0 != path && isUsableName($0) }
            .map { AddressTemplate(server: server, path: $0) }
    }

    /// A path from the root of the host, below which the service's own paths are repeated: `/upload/drive/v3/files`.
    private func besideService(_ path: String) -> AddressTemplate {
        let marks = service.isEmpty ? ["upload/", "download/"] : [service]
        guard let base = marks.lazy.compactMap({ path.firstRange(of: $0) }).first?.upperBound else {
            return AddressTemplate(server: root, path: path)
        }
        let start = path.hasPrefix("/") ? path.index(after: path.startIndex) : path.startIndex
        return AddressTemplate(server: root + path[start..<base], path: String(path[base...]))
    }
}
