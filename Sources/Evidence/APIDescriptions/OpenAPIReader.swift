import Diagnostics
import LocatedJSON

/// Reads the calls of an OpenAPI 3 or Swagger 2 document, and what they need.
///
/// Schemas, parameters and answers are passed over: nothing here follows from them.
struct OpenAPIReader {
    private static let methods: Set<String> = [
        "get", "put", "post", "delete", "options", "head", "patch", "trace", "query",
    ]
    /// More than any interface has: GitHub's document has about 1,100.
    private static let mostOperations = 50_000

    private let document: JSONObject
    private let isSwagger: Bool
    private var references: ReferenceResolver
    private var schemes: [String: SchemeUse.Scheme] = [:]
    private var scopes: [DeclaredScope] = []
    private var operations: [DescribedOperation] = []
    private var undeclaredSchemes: Set<String> = []
    /// Where the objects begin whose keys were looked at.
    private var readObjects: Set<Int> = []
    private var malformedLists: [JSONMember] = []
    private var unreadable: [JSONMember] = []
    private var hasUserInformation = false
    private var hasUnusableName = false
    private var defaultSecurity: SecurityRequirement = .unstated

    init(_ document: JSONObject, root: JSONValue, isSwagger: Bool) {
        self.document = document
        self.isSwagger = isSwagger
        references = ReferenceResolver(root: root, path: document.path)
    }

    mutating func read(reporting report: inout DiagnosticReport) -> APIDescription {
        document.reportOwnDuplicatedKeys(reporting: &report)
        readSchemes(reporting: &report)
        defaultSecurity = (security(of: document, reporting: &report) ?? .unstated).withoutEmptyLists(scopes.isEmpty)
        readPaths(reporting: &report)
        reportMalformedLists(to: &report)
        reportUnreadable(to: &report)
        return APIDescription(
            path: document.path,
            kind: isSwagger ? .swagger : .openAPI,
            title: document.object("info")?.string("title")?.value,
            schemes: schemes.keys.sorted(),
            scopes: scopes,
            operations: operations
        )
    }

    private var path: String { document.path }

    private func place(_ range: ByteRange) -> SourceRange { SourceRange(path: path, bytes: range) }

    private mutating func object(_ value: JSONValue, reporting report: inout DiagnosticReport) -> JSONObject? {
        references.resolve(value, reporting: &report).flatMap { JSONObject($0, path: path) }
            .map { checked($0, reporting: &report) }
    }

    /// Of a key that stands twice the second is not read: this is said once, however often the object is referred to.
    private mutating func checked(_ object: JSONObject, reporting report: inout DiagnosticReport) -> JSONObject {
        if readObjects.insert(object.range.bytes.start).inserted { object.reportOwnDuplicatedKeys(reporting: &report) }
        return object
    }

    // MARK: Schemes and scopes

    private mutating func readSchemes(reporting report: inout DiagnosticReport) {
        let declared =
            isSwagger
            ? document.object("securityDefinitions") : document.object("components")?.object("securitySchemes")
        declared?.reportOwnDuplicatedKeys(reporting: &report)
        var seen: Set<String> = []
        for member in declared?.members ?? [] {
            guard let scheme = object(member.value, reporting: &report) else { continue }
            let flows = isSwagger ? [scheme] : scheme.object("flows")?.members.compactMap { object(of: $0) } ?? []
            let type = scheme.string("type")?.value
            let lists = flows.compactMap { $0.object("scopes") }
            for list in lists { list.reportOwnDuplicatedKeys(reporting: &report) }
            let own = lists.flatMap(\.entries)
            // A key with a list of scopes carries scopes, whatever its document calls it: Slack's and HubSpot's do.
            schemes[member.name] = type == "oauth2" || type == "openIdConnect" || !own.isEmpty ? .scoped : .key
            for entry in own where !SchemeUse.isSentinel(entry.key.value) && seen.insert(entry.key.value).inserted {
                guard isUsable(entry.key, reporting: &report) else { continue }
                scopes.append(DeclaredScope(id: entry.key, description: entry.value.string ?? ""))
            }
        }
    }

    private func object(of member: JSONMember) -> JSONObject? { JSONObject(member.value, path: path) }

    /// nil where the object does not say.
    private mutating func security(
        of object: JSONObject,
        reporting report: inout DiagnosticReport
    ) -> SecurityRequirement? {
        guard let value = object.value("security") else { return nil }
        guard let alternatives = value.elements else {
            report.warning("api-security-malformed", "\"security\" is a list of objects", at: place(value.range))
            return .unstated
        }
        return .anyOf(alternatives.map { uses(in: $0, reporting: &report) })
    }

    private mutating func uses(in alternative: JSONValue, reporting report: inout DiagnosticReport) -> [SchemeUse] {
        guard let members = alternative.members else {
            report.warning(
                "api-security-malformed",
                "an entry of \"security\" is an object of lists of scopes by the name of a scheme",
                at: place(alternative.range)
            )
            // What is not understood is no leave to call without anything.
            return [SchemeUse("", .key, scopes: [])]
        }
        return members.map { member in
            let isList = member.value.elements?.allSatisfy { $0.string != nil } ?? false
            if !isList { malformedLists.append(member) }
            let listed = (member.value.elements ?? []).compactMap { element in
                element.string.map { Located($0, at: place(element.range)) }
            }
            if schemes[member.name] == nil, undeclaredSchemes.insert(member.name).inserted {
                reportUndeclaredScheme(member, to: &report)
            }
            guard listed.allSatisfy({ isUsable($0, reporting: &report) }) else {
                return SchemeUse(member.name, .key, scopes: [])
            }
            // A list that is none does not say what is needed, be it nothing or something.
            guard isList else { return SchemeUse(member.name, .key, scopes: []) }
            let scheme = schemes[member.name]
            return SchemeUse(member.name, scheme ?? (listed.isEmpty ? .key : .scoped), scopes: listed)
        }
    }

    /// Reports once a document what cannot be shown, however often it is so.
    private mutating func isUsable(_ name: Located<String>, reporting report: inout DiagnosticReport) -> Bool {
        guard !isUsableName(name.value) else { return true }
        if !hasUnusableName {
            hasUnusableName = true
            report.warning(
                "api-name-unusable",
                "a name is blank, too long, or has characters that cannot be shown; what it stands for is passed over",
                at: name.range
            )
        }
        return false
    }

    private func reportMalformedLists(to report: inout DiagnosticReport) {
        report.warning("api-security-malformed", ofMany: malformedLists) { member in
            DescriptionWarning(
                "the scopes of \"\(member.name)\" are no list of names, so nothing is known of what the operation needs",
                at: place(member.value.range)
            )
        }
    }

    /// Parts where an operation should be that are none.
    private func reportUnreadable(to report: inout DiagnosticReport) {
        report.warning("api-operation-unreadable", ofMany: unreadable) { member in
            DescriptionWarning(
                member.value.members == nil
                    ? "\"\(member.name)\" is no object, so whatever it describes is not read"
                    : "\"\(member.name)\" is no path, since it does not begin with a slash, so its operations are not read",
                at: place(member.nameRange)
            )
        }
    }

    private func reportUndeclaredScheme(_ member: JSONMember, to report: inout DiagnosticReport) {
        let guess = closestMatch(to: member.name, among: schemes.keys.sorted())
        report.warning(
            "api-scheme-undeclared",
            "the document declares no security scheme \"\(member.name)\""
                + (guess.map { "; did you mean \"\($0)\"?" } ?? ""),
            at: place(member.nameRange)
        )
    }

    // MARK: Paths

    private mutating func readPaths(reporting report: inout DiagnosticReport) {
        guard let paths = document.object("paths") else {
            // OpenAPI 3.1 allows a document with nothing but parts or webhooks: there is no call in it to speak of.
            report.warning("api-without-operations", "the document has no \"paths\"", at: document.opening)
            return
        }
        paths.reportOwnDuplicatedKeys(reporting: &report)
        let servers = servers(of: document, reporting: &report) ?? [""]
        for member in paths.members where !Self.isExtension(member) {
            let path = Located(member.name, at: place(member.nameRange))
            guard member.name.hasPrefix("/"), member.value.members != nil else {
                unreadable.append(member)
                continue
            }
            guard isUsable(path, reporting: &report), let item = object(member.value, reporting: &report) else {
                continue
            }
            let itemServers = self.servers(of: item, reporting: &report) ?? servers
            for method in item.members where Self.methods.contains(method.name) {
                guard operations.count < Self.mostOperations else {
                    reportTooMany(at: place(method.nameRange), to: &report)
                    return
                }
                guard method.value.members != nil else {
                    unreadable.append(method)
                    continue
                }
                guard let operation = object(method.value, reporting: &report) else { continue }
                read(operation, method, at: member, itemServers, reporting: &report)
            }
        }
    }

    private static func isExtension(_ member: JSONMember) -> Bool { member.name.hasPrefix("x-") }

    private func reportTooMany(at place: SourceRange, to report: inout DiagnosticReport) {
        report.error(
            "api-too-many-operations",
            "the document has more than \(Self.mostOperations) operations; those from here on are not read",
            at: place
        )
    }

    private mutating func read(
        _ operation: JSONObject,
        _ method: JSONMember,
        at path: JSONMember,
        _ servers: [String],
        reporting report: inout DiagnosticReport
    ) {
        let name = operation.string("operationId").flatMap { isUsable($0, reporting: &report) ? $0 : nil }
        let requirement = security(of: operation, reporting: &report) ?? defaultSecurity
        let addresses = (self.servers(of: operation, reporting: &report) ?? servers).map {
            AddressTemplate(server: $0, path: path.name)
        }
        let verb = method.name.uppercased()
        let full = addresses.first?.path ?? path.name
        operations.append(
            DescribedOperation(
                id: name ?? Located("\(verb) \(full)", at: place(method.nameRange)),
                method: verb,
                path: full,
                addresses: addresses,
                summary: operation.string("summary")?.value,
                requirement: requirement
            )
        )
    }

    /// nil where the object names none.
    private mutating func servers(of object: JSONObject, reporting report: inout DiagnosticReport) -> [String]? {
        guard !isSwagger else { return swaggerServers(of: object) }
        let servers = object.objects("servers").compactMap(ServerTemplate.init).filter { isUsableName($0.url.value) }
        for server in servers where AddressTemplate.hasUserInformation(server.url.value) {
            reportUserInformation(in: server.url, to: &report)
        }
        return servers.isEmpty ? nil : servers.flatMap(\.addresses).filter(isUsableName)
    }

    /// Once a document, however often it is so.
    private mutating func reportUserInformation(in server: Located<String>, to report: inout DiagnosticReport) {
        guard !hasUserInformation else { return }
        hasUserInformation = true
        report.warning(
            "api-server-secret",
            "a server's address carries a user name or password, which is left out here and should not stand there",
            at: server.range
        )
    }

    private func swaggerServers(of object: JSONObject) -> [String]? {
        let host = object.string("host")?.value
        let base = object.string("basePath")?.value
        guard [host, base].compactMap(\.self).allSatisfy(isUsableName) else { return nil }
        guard host != nil || base != nil else { return nil }
        let root = base.map { $0.hasPrefix("/") ? $0 : "/" + $0 } ?? ""
        return [(host.map { "https://" + $0 } ?? "") + root]
    }
}
