package import Diagnostics
package import Evidence
import LocatedJSON

/// The `scopes` of an integration as an app manifest has them, written into what its author wrote.
///
/// Scopes are added and their requirement is changed; all else stays as it is, to the byte.
package struct ScopesImport: Sendable {
    package private(set) var bytes: [UInt8]
    /// Called by their ids, with the actor where there is one.
    package private(set) var added: [String] = []
    package private(set) var changed: [String] = []
    /// What the listing has and the app does not ask for.
    package private(set) var unasked: [String] = []
    /// Whether these were taken out.
    package let prunes: Bool

    /// Reports what is wrong with `integration.json`; nil where nothing can be written into it.
    ///
    /// - Parameter prunes: whether scopes that are no longer asked for are taken out.
    package init?(
        _ manifest: AppManifest,
        into file: SourceFile,
        _ catalogue: Catalogue,
        prunes: Bool,
        reporting report: inout DiagnosticReport
    ) {
        self.prunes = prunes
        bytes = file.bytes
        guard let document = Self.document(file.bytes, file.path, &report) else { return nil }
        let comparison = Self.comparison(of: document, with: manifest, catalogue)
        unasked = comparison.unasked.map(\.reference) + comparison.otherActors.map(\.listed.reference)
        // One after the other, since what is added may stand where something was taken out.
        if prunes {
            let gone = comparison.unasked + comparison.otherActors.map(\.listed)
            apply(removal(of: gone, from: document), file.path)
        }
        apply(changes(comparison.otherRequirements, in: file.path), file.path)
        let missing = comparison.unlisted.map(\.request) + comparison.otherActors.map(\.asked.request)
        guard let document = Self.document(bytes, file.path, &report) else { return nil }
        if let edit = addition(of: missing, to: document) { apply([edit], file.path) }
        added = missing.map(\.reference)
    }

    package var changesNothing: Bool { added.isEmpty && changed.isEmpty && (!prunes || unasked.isEmpty) }

    /// The scopes as a document of their own.
    package static func text(of manifest: AppManifest) -> String {
        var json = JSONWriter(.pretty)
        json.object { json in
            json.key("scopes")
            json.array { for request in manifest.requests { request.write(to: &$0) } }
        }
        return json.text
    }
}

extension ScopesImport {
    private static func document(
        _ bytes: [UInt8],
        _ path: String,
        _ report: inout DiagnosticReport
    ) -> JSONObject? {
        guard let root = JSONParser.parse(bytes, path: path, reporting: &report) else { return nil }
        guard let object = JSONObject(root, path: path), object.value("scopes").map({ $0.elements != nil }) ?? true
        else {
            report.error(
                "manifest-type-wrong",
                "'\(path)' has no list of scopes that could be added to",
                at: SourceRange(path: path, bytes: root.range)
            )
            return nil
        }
        return object
    }

    private static func comparison(
        of document: JSONObject,
        with manifest: AppManifest,
        _ catalogue: Catalogue
    ) -> AppManifestComparison {
        let listed = ScopeRequest.read(document.objects("scopes"))
        let tells = manifest.silence == nil
        return AppManifestComparison(of: listed, with: tells ? [manifest] : [], catalogue, tellsAll: tells)
    }

    private func removal(of requests: [ScopeRequest], from document: JSONObject) -> [TextEdit] {
        guard let list = document.value("scopes"), let elements = list.elements else { return [] }
        let gone = Set(requests.map(\.range.bytes))
        let places = Set(elements.indices.filter { gone.contains(elements[$0].range) })
        return list.removing(itemsAt: places).map {
            TextEdit(SourceRange(path: document.path, bytes: $0), replacement: "")
        }
    }

    /// Found once more by what they are called, as their places may have moved.
    private mutating func changes(_ differences: [AppManifestComparison.Difference], in path: String) -> [TextEdit] {
        var ignored = DiagnosticReport()
        guard let document = Self.document(bytes, path, &ignored) else { return [] }
        let wanted = Dictionary(
            differences.map { ($0.listed.reference, $0.asked.request.requirement) },
            uniquingKeysWith: { first, _ in first }
        )
        var edits: [TextEdit] = []
        for object in document.objects("scopes") {
            guard let request = ScopeRequest.read([object]).first,
                let requirement = wanted[request.reference]??.rawValue
            else { continue }
            let value = object.value("requirement")
            guard value?.string != requirement else { continue }
            changed.append(request.reference)
            if let value {
                let place = SourceRange(path: path, bytes: value.range)
                edits.append(TextEdit(place, replacement: "\"\(requirement)\""))
            } else if let member = object.member("id") {
                let end = member.value.range.end
                let place = SourceRange(path: path, bytes: ByteRange(end, end))
                edits.append(TextEdit(place, replacement: ", \"requirement\": \"\(requirement)\""))
            }
        }
        return edits
    }

    private func addition(of requests: [AppManifestRequest], to document: JSONObject) -> TextEdit? {
        guard !requests.isEmpty else { return nil }
        let edit: (range: ByteRange, text: String)?
        if let list = document.value("scopes") {
            let items = requests.map { request in
                var json = JSONWriter(.pretty)
                request.write(to: &json)
                return json.text
            }
            edit = list.appending(items, in: bytes)
        } else {
            var json = JSONWriter(.pretty)
            json.array { for request in requests { request.write(to: &$0) } }
            let root = JSONValue(.object(document.members), range: document.range.bytes)
            edit = root.appending(["\"scopes\": " + json.text], in: bytes)
        }
        return edit.map { TextEdit(SourceRange(path: document.path, bytes: $0.range), replacement: $0.text) }
    }

    private mutating func apply(_ edits: [TextEdit], _ path: String) {
        guard !edits.isEmpty else { return }
        let before = bytes
        let outcome = FixApplier.apply([Fix("Take the scopes of the app", safety: .safe, edits: edits)]) {
            $0 == path ? before : nil
        }
        bytes = outcome.texts[path] ?? before
    }
}

extension AppManifestRequest {
    fileprivate var reference: String { actor.map { "\(id.value)@\($0)" } ?? id.value }

    /// Without a reason unless the manifest has one: the next check asks for it.
    fileprivate func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("id", id.value)
            if let actor { json.member("actor", actor) }
            json.member("requirement", (requirement ?? .required).rawValue)
            if let purpose { json.member("reason", purpose.value) }
        }
    }
}
