import Evidence

/// By what names scopes are one: as they are written, except to a platform to which capitals are of no account.
struct ScopeKeys {
    private let listed: Set<String>
    /// In small letters, each with the first name that is written so.
    private var names: [String: String]
    /// What is asked for where capitals are of no account, in small letters.
    private var askedWithoutCase: Set<String> = []

    /// - Parameter listed: the short names of the listing's scopes.
    init(_ listed: [String]) {
        self.listed = Set(listed)
        names = Dictionary(listed.map { ($0.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Under which name of the listing, or of the manifests before, a platform takes a scope.
    mutating func key(of id: String, to platform: AppManifest.Platform) -> String {
        let name = AppManifest.shortName(of: id)
        guard platform.comparesWithoutCase else { return name }
        let small = name.lowercased()
        askedWithoutCase.insert(small)
        if listed.contains(name) { return name }
        if let known = names[small] { return known }
        names[small] = name
        return name
    }

    func isAskedWithoutCase(_ id: String) -> Bool {
        askedWithoutCase.contains(AppManifest.shortName(of: id).lowercased())
    }
}
