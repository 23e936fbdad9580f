import Listing
import LocatedJSON

extension JSONWriter {
    mutating func release(_ release: ReleaseReview) {
        object { json in
            switch release {
            case .notRecorded: json.member("state", "not-recorded")
            case .unreadable: json.member("state", "unreadable")
            case .compared(let comparison):
                json.member("state", "compared")
                json.members(of: comparison)
            }
        }
    }

    private mutating func members(of comparison: ReleaseComparison) {
        member("version", comparison.version)
        optional("date", comparison.date)
        key("place")
        place(comparison.place)
        list("scopes", comparison.scopes) { json, change in
            json.object { json in
                json.member("scope", change.scope)
                json.member("change", change.kind.rawValue)
                if !change.inPlaceOf.isEmpty { json.member("inPlaceOf", change.inPlaceOf) }
                json.optional("before", change.before?.rawValue)
                json.optional("after", change.after?.rawValue)
                json.member("consent", change.consent.rawValue)
            }
        }
        list("features", comparison.features) { $0.use($1, subject: "feature") }
        list("bundles", comparison.bundles) { $0.use($1, subject: "bundle") }
    }

    private mutating func use(_ change: NamedUseChange, subject: String) {
        object { json in
            json.member(subject, change.subject)
            json.optional("title", change.title)
            json.member("gained", change.gained)
            json.member("lost", change.lost)
        }
    }
}
