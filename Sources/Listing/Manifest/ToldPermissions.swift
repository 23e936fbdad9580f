import LocatedJSON

extension JSONObject {
    /// Whether all of a manifest that tells of permissions can be read in one way only: a word that is not understood, or a
    /// key that stands twice, would be taken for something that was never said.
    ///
    /// The check against the schema has reported what makes it false.
    var tellsPermissions: Bool {
        hasOnce("scopes") && hasOnce("features") && objects("scopes").allSatisfy(\.tellsRequest)
            && objects("features").allSatisfy(\.tellsNeeds)
    }

    private var tellsRequest: Bool {
        ["id", "actor", "requirement", "when"].allSatisfy(hasOnce)
            && choice("requirement", of: ScopeRequest.Requirement.self) != nil
            && (!has("actor") || string("actor") != nil)
    }

    private var tellsNeeds: Bool {
        hasOnce("id") && has("scopes") && tellsNames("scopes") && tellsNames("operations")
    }

    private func tellsNames(_ name: String) -> Bool {
        guard let value = value(name) else { return true }
        return hasOnce(name) && value.elements?.count == strings(name).count
    }

    /// Or not at all.
    private func hasOnce(_ name: String) -> Bool { members.count { $0.name == name } < 2 }
}
