/// What features make use of in one request.
struct BundleUses {
    /// All that a bundle holds; none of a request that is no bundle.
    let members: [String]
    private var membersByFeature: [(feature: Int, members: [String])] = []

    init(members: [String]) {
        self.members = members
    }

    /// Whether every feature that needs it tells which of the members.
    var isToldByAll: Bool { membersByFeature.allSatisfy { !$0.members.isEmpty } }

    /// In the order of the catalogue.
    var used: [String] {
        let used = Set(membersByFeature.flatMap(\.members))
        return members.filter(used.contains)
    }

    mutating func add(_ members: [String], by feature: Int) {
        membersByFeature.append((feature, members))
    }

    /// The members that a feature uses; none where it does not tell which, and nil where it does not need the request.
    func members(usedBy feature: Int) -> [String]? {
        membersByFeature.first { $0.feature == feature }?.members
    }

    func lines(to permission: Int) -> [ScopePicture.Line] {
        let places = Dictionary(used.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        return membersByFeature.flatMap { feature, members in
            members.isEmpty
                ? [ScopePicture.Line(feature: feature, permission: permission, member: nil)]
                : members.map { ScopePicture.Line(feature: feature, permission: permission, member: places[$0]) }
        }
    }
}
