import Evidence
import LocatedJSON

/// The patterns of hosts that a listing has, held against those that an extension asks for: the customer is told hosts, so
/// that paths are of no account.
struct ListedHosts {
    /// The first of the listing's scopes for a host.
    private var names: [HostPattern: String] = [:]
    private let required: HostCover
    private let all: HostCover
    private let asked: Set<HostPattern>

    init(_ listed: [ScopeRequest], among manifests: [AppManifest]) {
        asked = Set(manifests.flatMap(\.requests).compactMap(\.host))
        // Where no extension is among the manifests an address is a scope like any other.
        var (firm, all): ([HostPattern], [HostPattern]) = ([], [])
        for request in asked.isEmpty ? [] : listed {
            guard let host = HostPattern(request.id.value) else { continue }
            if names[host] == nil { names[host] = request.id.value }
            if request.requirement == .required { firm.append(host) }
            all.append(host)
        }
        required = HostCover(firm)
        self.all = HostCover(all)
    }

    /// The scope of the listing that is for the same host.
    func name(of host: HostPattern) -> String? { names[host] }

    /// Whether the listing has a wider pattern that says as much of a host.
    func cover(_ host: HostPattern, asFirmlyAs requirement: AppManifestRequest.Requirement?) -> Bool {
        guard names[host] == nil else { return false }
        return requirement == .required ? required.covers(host) : all.covers(host)
    }

    /// Whether the host of a scope of the listing is asked for, in one pattern or in one for each scheme.
    func areAsked(by name: String) -> Bool {
        guard !asked.isEmpty, let host = HostPattern(name) else { return false }
        if asked.contains(host) || host.ofBothSchemes.map(asked.contains) == true { return true }
        return host.eachScheme?.allSatisfy(asked.contains) == true
    }
}
