import Diagnostics
import LocatedJSON

/// Gathers what an app manifest asks for, each scope of an actor once, and reports what cannot be read of it.
struct RequestGathering {
    typealias Requirement = AppManifestRequest.Requirement

    let path: String
    private(set) var requests: [AppManifestRequest] = []
    private(set) var report = DiagnosticReport()
    private var places: [Key: Int] = [:]

    private struct Key: Hashable {
        let id: String
        let actor: String?
    }

    /// No app asks for as many.
    static let mostRequests = 5_000
    /// A file with more faults is no manifest.
    private static let mostFaults = 20

    init(path: String) {
        self.path = path
    }

    /// What is asked for twice is asked for as firmly as the firmer of the two.
    ///
    /// - Parameter wins: whether this requirement counts, whatever was said of the scope before.
    mutating func add(
        _ id: Located<String>,
        actor: String? = nil,
        _ requirement: Requirement?,
        purpose: Located<String>? = nil,
        host: HostPattern? = nil,
        wins: Bool = false
    ) {
        guard isUsableName(id.value) else {
            return fault("the name of a scope is blank, too long, or has characters that cannot be shown", at: id.range)
        }
        let key = Key(id: id.value, actor: actor)
        guard let place = places[key] else {
            guard requests.count < Self.mostRequests else { return refuseMore(at: id.range) }
            places[key] = requests.count
            requests.append(
                AppManifestRequest(id: id, actor: actor, requirement: requirement, purpose: purpose, host: host)
            )
            return
        }
        let earlier = requests[place]
        guard wins || Self.isFirmer(requirement, than: earlier.requirement) else { return }
        requests[place] = AppManifestRequest(
            id: id,
            actor: actor,
            requirement: requirement,
            purpose: purpose ?? earlier.purpose,
            host: host ?? earlier.host
        )
    }

    /// One fault is enough to say that there are more than any app asks for.
    mutating func refuseMore(at range: SourceRange) {
        guard !report.hasErrors else { return }
        fault("an app manifest with more than \(Self.mostRequests) scopes is not read", at: range)
    }

    private static func isFirmer(_ requirement: Requirement?, than other: Requirement?) -> Bool {
        func weight(_ requirement: Requirement?) -> Int {
            switch requirement {
            case .required: 3
            case .conditional: 2
            case .optional: 1
            case nil: 0
            }
        }
        return weight(requirement) > weight(other)
    }

    /// The texts of a list of scopes.
    mutating func addList(
        _ name: String,
        of object: JSONObject,
        actor: String? = nil,
        _ requirement: Requirement?,
        wins: Bool = false
    ) {
        for id in texts(name, of: object) { add(id, actor: actor, requirement, wins: wins) }
    }

    mutating func texts(_ name: String, of object: JSONObject) -> [Located<String>] {
        guard let value = object.value(name) else { return [] }
        guard let elements = value.elements else {
            fault("\"\(name)\" must be an array of scopes", at: place(value.range))
            return []
        }
        return elements.compactMap { element in
            let range = place(element.range)
            guard let text = element.string else {
                fault("a scope in \"\(name)\" must be a text", at: range)
                return nil
            }
            guard TextFormat.notBlank.fault(of: text) == nil else {
                fault("a scope in \"\(name)\" is blank", at: range)
                return nil
            }
            return Located(text, at: range)
        }
    }

    /// An object within another; a value of another type is a fault.
    mutating func object(_ name: String, of object: JSONObject) -> JSONObject? {
        guard let value = object.value(name) else { return nil }
        guard let inner = object.object(name) else {
            fault("\"\(name)\" must be an object", at: place(value.range))
            return nil
        }
        return inner
    }

    mutating func fault(_ message: String, at range: SourceRange) {
        guard report.errorCount < Self.mostFaults else { return }
        report.error("app-manifest-malformed", message, at: range)
    }

    private func place(_ bytes: ByteRange) -> SourceRange { SourceRange(path: path, bytes: bytes) }
}
