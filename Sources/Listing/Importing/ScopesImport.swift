package import Diagnostics
package import Evidence
package import LocatedJSON

/// The `scopes` of an integration as an app manifest has them, written into what its author wrote.
///
/// Scopes are added, their requirement is changed, and a reason is written where there is none; all else stays as it is, to
/// the byte.
package struct ScopesImport: Sendable {
    package private(set) var bytes: [UInt8]
    /// Called by their ids, with the actor where there is one.
    package private(set) var added: [String] = []
    package private(set) var changed: [String] = []
    /// Scopes without a reason that took what the manifest says they are used for.
    package private(set) var explained: [String] = []
    /// Scopes that took on another actor and kept the rest: what they were, and what they are.
    package private(set) var moved: [(from: String, to: String)] = []
    /// What the app asks for and a listing need not explain: who signs in, and what every app is given.
    package private(set) var leftOut: [String] = []
    /// What the listing has and the app does not ask for.
    package private(set) var unasked: [String] = []
    /// Whether these were taken out.
    package let prunes: Bool

    /// Reports what is wrong with `integration.json`; nil where nothing can be written into it.
    ///
    /// - Parameters:
    ///   - others: what the listing names besides; what these ask for is asked for.
    ///   - tellsAll: whether nothing else asks for scopes.
    ///   - prunes: whether scopes that are no longer asked for are taken out.
    package init?(
        _ manifest: AppManifest,
        beside others: [AppManifest] = [],
        tellsAll: Bool = true,
        into file: SourceFile,
        _ catalogue: Catalogue,
        prunes: Bool,
        reporting report: inout DiagnosticReport
    ) {
        self.prunes = prunes
        bytes = file.bytes
        guard let document = Self.document(file.bytes, file.path, &report) else { return nil }
        let all = [manifest] + (manifest.silence == nil ? others : [])
        let comparison = AppManifestComparison(
            of: ScopeRequest.read(document.objects("scopes")),
            with: all.filter { $0.silence == nil },
            catalogue,
            tellsAll: tellsAll && all.allSatisfy { $0.silence == nil }
        )
        let otherActors = comparison.otherActors
        let isCertain = comparison.tellsAll
        let kept = prunes && isCertain ? otherActors.filter { !$0.isMet } : []
        var gone = comparison.unasked
        if isCertain { gone += otherActors.filter { !prunes || $0.isMet }.map(\.listed) }
        unasked = gone.map(\.reference)
        // One after the other, since what is added may stand where something was taken out.
        if prunes { apply(removal(of: gone, from: document) + kept.compactMap(Self.actorEdit), file.path) }
        moved = kept.map { ($0.listed.reference, $0.reference) }
        apply(changes(requirements(comparison.otherRequirements, kept), in: file.path), file.path)
        apply(reasons(of: manifest, in: file.path), file.path)
        let missing = comparison.unlisted + (kept.isEmpty ? otherActors.filter { !$0.isMet }.map(\.asked) : [])
        let own = missing.filter { $0.number == 0 }.map(\.request)
        guard let document = Self.document(bytes, file.path, &report) else { return nil }
        let named = own.map { ($0, name: manifest.name(of: $0.id.value, in: catalogue) ?? $0.id.value) }
        if let edit = addition(of: named, to: document) { apply([edit], file.path) }
        added = named.map { $0.reference(as: $1) }
        leftOut = (comparison.unlistedForSignIn + comparison.unlistedAndGranted).filter { $0.number == 0 }
            .map(\.request.id.value)
    }

    /// The names of the app manifests that a listing's `integration.json` has.
    package static func appManifests(in file: SourceFile) -> [Located<String>] {
        var ignored = DiagnosticReport()
        let root = JSONParser.parse(file.bytes, path: file.path, reporting: &ignored)
        return root.flatMap { JSONObject($0, path: file.path) }?.strings("appManifest", .pathOrURLTemplate) ?? []
    }

    package var changesNothing: Bool {
        added.isEmpty && changed.isEmpty && explained.isEmpty && moved.isEmpty && (!prunes || unasked.isEmpty)
    }

    /// The scopes as a document of their own, without those that every app is given.
    package static func text(of manifest: AppManifest) -> String {
        var json = JSONWriter(.pretty)
        json.object { json in
            json.key("scopes")
            json.array { json in
                for request in manifest.requests where !manifest.platform.grantsAnyway(request.id.value) {
                    request.write(to: &json, as: request.id.value)
                }
            }
        }
        return escapingHidden(json.text)
    }

    /// What a terminal would obey is written as an escape, which JSON allows in every text.
    private static func escapingHidden(_ text: String) -> String {
        guard !TerminalText.isSafe(text) else { return text }
        return text.unicodeScalars.reduce(into: "") { escaped, scalar in
            let isShown = scalar == "\n" || TerminalText.isSafe(String(scalar))
            let digits = String(scalar.value, radix: 16)
            escaped += isShown ? String(scalar) : "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
    }
}

extension ScopesImport {
    private static func document(
        _ bytes: [UInt8],
        _ path: String,
        _ report: inout DiagnosticReport
    ) -> JSONObject? {
        guard let root = JSONParser.parse(bytes, path: path, reporting: &report) else { return nil }
        // Which of two would be written into is anybody's guess.
        let errors = report.errorCount
        root.reportDuplicatedKeys(path: path, reporting: &report)
        guard report.errorCount == errors else { return nil }
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

    private static func actorEdit(of difference: AppManifestComparison.Difference) -> TextEdit? {
        guard let place = difference.listed.actor?.range, let actor = difference.asked.request.actor else { return nil }
        var json = JSONWriter()
        json.string(actor)
        return TextEdit(place, replacement: json.text)
    }

    /// What is to be required of what, by what it is called.
    private func requirements(
        _ differences: [AppManifestComparison.Difference],
        _ moved: [AppManifestComparison.Difference]
    ) -> [String: AppManifestRequest.Requirement] {
        let own = differences.filter { $0.asked.number == 0 }.map {
            ($0.listed.reference, $0.asked.request.requirement)
        }
        let others = moved.filter { !AppManifestComparison.agrees($0.listed, $0.asked) }
            .map { ($0.reference, $0.asked.request.requirement) }
        return Dictionary(
            (own + others).compactMap { name, requirement in requirement.map { (name, $0) } },
            uniquingKeysWith: { first, _ in first }
        )
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
    private mutating func changes(
        _ wanted: [String: AppManifestRequest.Requirement],
        in path: String
    ) -> [TextEdit] {
        var ignored = DiagnosticReport()
        guard let document = Self.document(bytes, path, &ignored) else { return [] }
        var edits: [TextEdit] = []
        for object in document.objects("scopes") {
            guard let request = ScopeRequest.read([object]).first,
                let requirement = wanted[request.reference]?.rawValue
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

    private mutating func reasons(of manifest: AppManifest, in path: String) -> [TextEdit] {
        let told = manifest.requests.compactMap { request in
            request.purpose.map { (AppManifest.shortName(of: request.id.value), $0.value) }
        }
        let purposes = Dictionary(told, uniquingKeysWith: { first, _ in first })
        var ignored = DiagnosticReport()
        guard !purposes.isEmpty, let document = Self.document(bytes, path, &ignored) else { return [] }
        var edits: [TextEdit] = []
        for object in document.objects("scopes") {
            guard let request = ScopeRequest.read([object]).first,
                let purpose = purposes[AppManifest.shortName(of: request.id.value)],
                let edit = reason(purpose, of: object)
            else { continue }
            explained.append(request.reference)
            edits.append(edit)
        }
        return edits
    }

    /// nil where the author gave one.
    private func reason(_ purpose: String, of object: JSONObject) -> TextEdit? {
        var json = JSONWriter()
        json.string(purpose)
        if let place = object.valueRange("reason") {
            guard let text = object.value("reason")?.string, TextFormat.notBlank.fault(of: text) != nil else {
                return nil
            }
            return TextEdit(place, replacement: json.text)
        }
        let value = JSONValue(.object(object.members), range: object.range.bytes)
        return value.appending(["\"reason\": " + json.text], in: bytes).map {
            TextEdit(SourceRange(path: object.path, bytes: $0.range), replacement: $0.text)
        }
    }

    private func addition(of requests: [(AppManifestRequest, name: String)], to document: JSONObject) -> TextEdit? {
        guard !requests.isEmpty else { return nil }
        let edit: (range: ByteRange, text: String)?
        if let list = document.value("scopes") {
            let items = requests.map { request, name in
                var json = JSONWriter(.pretty)
                request.write(to: &json, as: name)
                return json.text
            }
            edit = list.appending(items, in: bytes)
        } else {
            var json = JSONWriter(.pretty)
            json.array { for (request, name) in requests { request.write(to: &$0, as: name) } }
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

extension AppManifestComparison.Difference {
    /// The scope of the listing with the actor that is asked for.
    fileprivate var reference: String { asked.request.reference(as: listed.id.value) }
}

extension AppManifestRequest {
    fileprivate func reference(as name: String) -> String { actor.map { "\(name)@\($0)" } ?? name }

    /// Without a reason unless the manifest has one: the next check asks for it.
    fileprivate func write(to json: inout JSONWriter, as name: String) {
        json.object { json in
            json.member("id", name)
            if let actor { json.member("actor", actor) }
            json.member("requirement", (requirement ?? .required).rawValue)
            if let purpose { json.member("reason", purpose.value) }
        }
    }
}
