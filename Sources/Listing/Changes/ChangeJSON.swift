package import LocatedJSON

extension DirectoryChange {
    /// For programs; `candor schema diff` prints its schema, and `schemas/diff.json` changes together with this file.
    package var json: String {
        var json = JSONWriter(.pretty)
        json.object { json in
            json.member("schemaVersion", 1)
            json.member("old", old)
            json.member("new", new)
            json.member("hasCatalogue", hasCatalogue)
            json.member("consent", consent.rawValue)
            json.key("changed")
            json.array { json in for listing in changed { listing.write(to: &json) } }
            json.key("added")
            json.array { json in for listing in added { listing.write(to: &json) } }
            json.key("removed")
            json.array { json in for listing in removed { listing.write(to: &json) } }
            json.member("unchanged", unchangedCount)
        }
        return json.text
    }
}

extension ListingPermissions {
    fileprivate func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("id", id)
            if let name { json.member("name", name) }
            if let version { json.member("version", version) }
            if let date { json.member("date", "\(date)") }
            json.member("scopes", scopes.map(\.reference))
        }
    }
}

extension ListingChange {
    fileprivate func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("id", id)
            if let name = after.name { json.member("name", name) }
            if let version = before.version { json.member("before", version) }
            if let version = after.version { json.member("after", version) }
            json.member("consent", consent.rawValue)
            json.key("scopes")
            json.array { json in
                for step in steps {
                    json.object { step.writeMembers(reason: reason(for: step), when: condition(for: step), to: &$0) }
                }
            }
            json.key("features")
            json.array { json in for feature in features { feature.write(to: &json) } }
            json.key("bundles")
            json.array { json in
                for bundle in bundles {
                    json.object { json in
                        json.member("bundle", bundle.subject)
                        json.member("gained", bundle.gained)
                        json.member("lost", bundle.lost)
                    }
                }
            }
        }
    }
}

extension ScopeStep {
    /// Written alike in `listing.json`.
    package func writeMembers(reason: String? = nil, when: String? = nil, to json: inout JSONWriter) {
        json.member("id", scope.id)
        if let actor = scope.actor { json.member("actor", actor) }
        json.member("change", kind.rawValue)
        if !replaced.isEmpty { json.member("inPlaceOf", replaced.map(\.reference)) }
        if let before { json.member("requirementBefore", before.rawValue) }
        if let after { json.member("requirement", after.rawValue) }
        if let when { json.member("when", when) }
        if let conditionBefore { json.member("whenBefore", conditionBefore) }
        if let reason { json.member("reason", reason) }
        json.member("consent", consent.rawValue)
    }
}

extension FeatureChange {
    fileprivate func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("feature", id)
            if let title { json.member("title", title) }
            if let presence { json.member("presence", presence.rawValue) }
            json.member("gained", gained)
            json.member("lost", lost)
        }
    }
}
